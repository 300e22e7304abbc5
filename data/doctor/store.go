package doctor

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/store"
)

// quickSize is up to which size a store is looked through without being asked:
// some 100,000 rows, and half a second.
const quickSize = 16 << 20

// examineStore looks at a store that opens.
func (c *Case) examineStore(ctx context.Context, s *store.Store) []Finding {
	found := []Finding{{
		Level: OK,
		Text:  fmt.Sprintf("store %q: version %d, %s, journal mode %s", c.Store, c.facts.Version, megabytes(c.facts.Size), c.facts.Journal),
	}}
	if c.facts.Newer {
		found = append(found, Finding{Problem, "the store is of a newer kpiwall and is only read", "update kpiwall on this computer"})
	}
	if !c.facts.OFDLocks && c.role() != config.Copy {
		found = append(found, Finding{
			Note, "this system has no locks that outlive another look at the file",
			"do not open the store with other tools while the wall runs, but through sqlite3",
		})
	}
	if store.Held(c.Store) {
		found = append(found, Finding{Level: OK, Text: "a wall shows this store just now"})
	}
	sound, err := Integrity(ctx, s, c.facts.Size, c.Full)
	if err != nil {
		return append(found, Finding{Level: Note, Text: err.Error()})
	}
	return append(found, sound...)
}

// Integrity has SQLite look through a store of that size where it is small, or
// if it is to be in full; else it says that nobody has looked. An error says
// that it could not look, such as while another program holds the store.
func Integrity(ctx context.Context, s *store.Store, size int64, full bool) ([]Finding, error) {
	if size > quickSize && !full {
		return []Finding{{
			Note, "not looked through for damage, at " + megabytes(size),
			"run `kpiwall doctor --full` when nobody enters values: it takes seconds up to a minute",
		}}, nil
	}
	damage, err := s.Check(ctx)
	switch {
	case err != nil:
		return nil, err
	case len(damage) > 0:
		return []Finding{{
			Problem, "store is damaged: " + damage[0],
			"keep a copy of it and put a backup in its place: `kpiwall restore FILE`",
		}}, nil
	}
	return []Finding{{Level: OK, Text: "no damage in the store"}}, nil
}

// examineSides looks at what lay beside the store before it was opened.
func (c *Case) examineSides(journal, wal bool) []Finding {
	var found []Finding
	if journal {
		found = append(found, Finding{
			Note, "a journal lay beside the store: a program was writing, or died while it was",
			"nothing to do: what was half written has been rolled back",
		})
	}
	if wal && c.facts.Journal != "wal" {
		found = append(found, Finding{
			Problem, fmt.Sprintf("%q lies beside a store that uses no write-ahead log", c.Store+"-wal"),
			"it belongs to another file: close the wall and move it away",
		})
	}
	return found
}

// examineDisk looks at what holds the store.
func (c *Case) examineDisk() []Finding {
	disk, err := DiskOf(filepath.Dir(c.Store))
	if err != nil {
		return nil // the store said so already, or nobody can tell
	}
	found := disk.Findings(c.facts.Journal)
	if disk.ReadOnly {
		found = append(found, Finding{Note, "the disk of the store can only be read", "mount it for writing, or no value can be entered"})
	}
	if len(found) == 0 {
		return []Finding{{Level: OK, Text: fmt.Sprintf("disk: %s free", megabytes(int64(disk.Free)))}}
	}
	return found
}

// examineAccess looks at what this user, and others, may do with the store.
func (c *Case) examineAccess() []Finding {
	const remedy = `change its owner or its permissions; a value needs the file and its folder, a backup the folder "backups"`
	var found []Finding
	for _, path := range []string{c.Store, filepath.Dir(c.Store), store.BackupFolder(c.Store)} {
		info, err := os.Stat(path)
		if err != nil {
			continue // as opening it said; or there is no backup yet
		}
		if !MayWrite(path) {
			found = append(found, Finding{Problem, fmt.Sprintf("this user may not write %q", path), remedy})
		}
		if info.Mode()&(0o002|os.ModeSticky) == 0o002 {
			found = append(found, Finding{Note, fmt.Sprintf("every user of this computer may write %q", path), fmt.Sprintf("chmod o-w %q", path)})
		}
	}
	return found
}

// examineClock compares the clock with the newest row.
func (c *Case) examineClock() []Finding {
	now := c.Now
	if c.config != nil {
		now = now.In(c.config.Calendar.Zone)
	}
	if found := Clock(now, c.facts.Written()); len(found) > 0 {
		return found
	}
	if days := int(now.Sub(c.facts.Recorded).Hours() / 24); !c.facts.Recorded.IsZero() && days > 100 {
		return []Finding{{
			Note, fmt.Sprintf("nothing was recorded for %d days", days),
			"see that the clock is right: it says " + now.Format(time.DateTime),
		}}
	}
	return nil
}

func megabytes(size int64) string {
	if size < 1<<20 {
		return fmt.Sprintf("%d kB", max(1, size>>10))
	}
	return fmt.Sprintf("%d MB", size>>20)
}
