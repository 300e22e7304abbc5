package doctor

import (
	"context"
	"maps"
	"slices"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// Vanished says which ids have values in the store and are none of the config's: those
// that were renamed and are still written, those that seem to have another id now, and
// all others.
func Vanished(ctx context.Context, cfg *config.Config, s *store.Store) []finding.Finding {
	counts, err := s.KPIs(ctx)
	if err != nil {
		return []finding.Finding{board.FindingOf(err)}
	}
	return vanished(ctx, cfg, s, counts)
}

// vanished is [Vanished] of a store that has as many values of each id as counts says.
func vanished(ctx context.Context, cfg *config.Config, s *store.Store, counts map[string]int) []finding.Finding {
	renamings, err := s.Renamings(ctx)
	if err != nil {
		return []finding.Finding{board.FindingOf(err)}
	}
	now := map[string]string{}
	for _, r := range renamings {
		now[r.Old] = r.New
	}
	var empty []string
	for k := range cfg.Recorded {
		if _, has := counts[k.ID]; !has {
			empty = append(empty, k.ID)
		}
	}
	var found []finding.Finding
	var others []string
	for _, id := range slices.Sorted(maps.Keys(counts)) {
		if cfg.Defined(id) != nil {
			continue
		}
		f := finding.Finding{Severity: finding.Warning, Code: "kpi.vanished", Subject: id, Args: finding.Args{"Values": counts[id], "New": successor(cfg, id, empty)}}
		if next := now[id]; next != "" {
			f.Code, f.Args["New"] = "kpi.written_old", next
		}
		if f.Args["New"] == "" {
			others = append(others, id)
			continue
		}
		found = append(found, f)
	}
	if len(others) > 0 {
		found = append(found, finding.Finding{Severity: finding.Note, Code: "kpi.undefined", Args: finding.Args{"KPIs": others}})
	}
	return found
}

// successor returns which of ids, which have no values, is probably the new one of id:
// the one whose KPI is named as id says, or the one that is spelled most like it.
func successor(cfg *config.Config, id string, ids []string) string {
	letters := func(text string) string {
		return strings.NewReplacer("_", "", "-", "", ".", "", " ", "").Replace(strings.ToLower(text))
	}
	for _, now := range ids {
		if letters(cfg.Defined(now).Name) == letters(id) {
			return now
		}
	}
	return config.Nearest(id, ids)
}
