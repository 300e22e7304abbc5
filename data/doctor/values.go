package doctor

import (
	"context"
	"os"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// examineValues compares what the store holds with what the config wants.
func (c *Case) examineValues(ctx context.Context, s *store.Store) []finding.Finding {
	if c.config == nil {
		return nil
	}
	b, err := board.Build(ctx, c.config, board.FromStore(s), c.Now)
	if err != nil {
		return []finding.Finding{board.FindingOf(err)}
	}
	counts, err := s.KPIs(ctx)
	if err != nil {
		return []finding.Finding{board.FindingOf(err)}
	}
	var found []finding.Finding
	var without, computed []string
	for k := range c.config.All {
		r := b.Readings[k.ID]
		if k.Formula != nil {
			if _, has := counts[k.ID]; has {
				computed = append(computed, k.ID)
			}
			continue
		}
		if !r.Has && counts[k.ID] == 0 && !c.config.IsRetired(k.ID) {
			without = append(without, r.KPI.ID)
		}
		for _, odd := range r.Findings {
			found = append(found, finding.Finding{
				Severity: odd.Severity, Code: "kpi.doubtful", Subject: r.KPI.ID, Args: finding.Args{"Cause": odd},
			})
		}
	}
	if len(without) > 0 {
		found = append(found, finding.Finding{Severity: finding.Note, Code: "kpi.without_value", Args: finding.Args{"KPIs": without}})
	}
	if len(computed) > 0 {
		found = append(found, finding.Finding{Severity: finding.Note, Code: "kpi.computed", Args: finding.Args{"KPIs": computed}})
	}
	return append(found, vanished(ctx, c.config, s, counts)...)
}

// backupAge is how old the last backup may be.
const backupAge = 48 * time.Hour

// examineBackups looks at when the store was last backed up.
func (c *Case) examineBackups() []finding.Finding {
	folder := store.BackupFolder(c.Store)
	var newest os.FileInfo
	for _, path := range store.Backups(c.Store) {
		info, err := os.Stat(path)
		if err == nil && (newest == nil || info.ModTime().After(newest.ModTime())) {
			newest = info
		}
	}
	if newest == nil {
		return []finding.Finding{{Severity: finding.Warning, Code: "backup.none", Args: finding.Args{"Folder": folder}}}
	}
	age := max(0, c.Now.Sub(newest.ModTime()))
	f := finding.Finding{Code: "backup.recent", Args: finding.Args{"File": newest.Name(), "Age": age}}
	if age > backupAge {
		f.Severity, f.Code = finding.Warning, "backup.old"
	}
	return []finding.Finding{f}
}
