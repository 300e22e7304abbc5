package doctor

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/store"
)

// examineValues compares what the store holds with what the config wants.
func (c *Case) examineValues(ctx context.Context, s *store.Store) []Finding {
	if c.config == nil {
		return nil
	}
	b, err := board.Build(ctx, c.config, board.FromStore(s), c.Now)
	if err != nil {
		return []Finding{{Level: Problem, Text: err.Error()}}
	}
	counts, err := s.KPIs(ctx)
	if err != nil {
		return []Finding{{Level: Problem, Text: err.Error()}}
	}
	var found []Finding
	var without []string
	for i := range c.config.KPIs {
		r := b.Readings[c.config.KPIs[i].ID]
		if !r.Has {
			without = append(without, r.KPI.ID)
		}
		if r.Warning != "" {
			found = append(found, Finding{
				Note, r.KPI.ID + ": " + r.Warning,
				fmt.Sprintf("see `kpiwall history %s`, and withdraw or correct it", r.KPI.ID),
			})
		}
		delete(counts, r.KPI.ID)
	}
	if len(without) > 0 {
		found = append(found, Finding{Note, "KPIs without any value: " + strings.Join(without, ", "), "record one with `kpiwall put`, or remove them from the config"})
	}
	if len(counts) > 0 {
		found = append(found, Finding{
			Note, "the store has values of KPIs that the config does not: " + strings.Join(slices.Sorted(maps.Keys(counts)), ", "),
			"define them, or mend the name under which they are sent; nothing is lost",
		})
	}
	return found
}

// backupAge is how old the last backup may be.
const backupAge = 48 * time.Hour

// examineBackups looks at when the store was last backed up.
func (c *Case) examineBackups() []Finding {
	const remedy = "let the wall run, which makes one a day, or run `kpiwall backup`"
	folder := store.BackupFolder(c.Store)
	paths, _ := filepath.Glob(filepath.Join(folder, "*.db")) // the pattern is sound
	var newest os.FileInfo
	for _, path := range paths {
		info, err := os.Stat(path)
		if err == nil && (newest == nil || info.ModTime().After(newest.ModTime())) {
			newest = info
		}
	}
	if newest == nil {
		return []Finding{{Note, fmt.Sprintf("there is no backup in %q", folder), remedy}}
	}
	age := max(0, c.Now.Sub(newest.ModTime()))
	text := fmt.Sprintf("last backup %q, %s old", newest.Name(), roughly(age))
	if age > backupAge {
		return []Finding{{Note, text, remedy}}
	}
	return []Finding{{Level: OK, Text: text}}
}

// roughly writes a time that passed in its largest unit.
func roughly(d time.Duration) string {
	switch {
	case d < time.Hour:
		return count(int(d.Minutes()), "minute")
	case d < 48*time.Hour:
		return count(int(d.Hours()), "hour")
	}
	return count(int(d.Hours()/24), "day")
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
