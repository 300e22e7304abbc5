package doctor

import (
	"context"
	"os"
	"path/filepath"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// quickSize is up to which size a store is looked through without being asked:
// some 100,000 rows, and half a second.
const quickSize = 16 << 20

// examineStore looks at a store that opens.
func (c *Case) examineStore(ctx context.Context, s *store.Store) []finding.Finding {
	found := []finding.Finding{{Code: "doctor.store", Args: finding.Args{
		"Path": c.Store, "Version": c.facts.Version, "Bytes": c.facts.Size, "Journal": c.facts.Journal,
	}}}
	if c.facts.Newer {
		found = append(found, finding.Finding{Severity: finding.Problem, Code: "store.newer"})
	}
	if c.facts.Refused > 0 {
		found = append(found, finding.Finding{Severity: finding.Warning, Code: "doctor.refused", Args: finding.Args{"Rows": c.facts.Refused}})
	}
	if !c.facts.OFDLocks && c.role() != config.Copy {
		found = append(found, finding.Finding{Severity: finding.Note, Code: "doctor.locks"})
	}
	if store.Held(c.Store) {
		found = append(found, finding.Finding{Code: "doctor.running"})
	}
	sound, err := Integrity(ctx, s, c.facts.Size, c.Full)
	if err != nil {
		unread := board.FindingOf(err)
		unread.Severity = finding.Note
		return append(found, unread)
	}
	return append(found, sound...)
}

// Integrity has SQLite look through a store of that size where it is small, or
// if it is to be in full; else it says that nobody has looked. An error says
// that it could not look, such as while another program holds the store.
func Integrity(ctx context.Context, s *store.Store, size int64, full bool) ([]finding.Finding, error) {
	if size > quickSize && !full {
		return []finding.Finding{{Severity: finding.Note, Code: "doctor.unchecked", Args: finding.Args{"Bytes": size}}}, nil
	}
	damage, err := s.Check(ctx)
	switch {
	case err != nil:
		return nil, err
	case len(damage) > 0:
		return []finding.Finding{{Severity: finding.Danger, Code: "store.damaged", Args: finding.Args{"Why": "", "Damage": damage[0]}}}, nil
	}
	return []finding.Finding{{Code: "doctor.sound"}}, nil
}

// examineSides looks at what lay beside the store before it was opened.
func (c *Case) examineSides(journal, wal bool) []finding.Finding {
	var found []finding.Finding
	if journal {
		found = append(found, finding.Finding{Severity: finding.Note, Code: "doctor.journal"})
	}
	if wal && c.facts.Journal != "wal" {
		found = append(found, finding.Finding{Severity: finding.Problem, Code: "doctor.foreign_log", Args: finding.Args{"Path": c.Store + "-wal"}})
	}
	return found
}

// examineDisk looks at what holds the store.
func (c *Case) examineDisk() []finding.Finding {
	disk, err := DiskOf(filepath.Dir(c.Store))
	if err != nil {
		return nil // the store said so already, or nobody can tell
	}
	found := disk.Findings(c.facts.Journal)
	if disk.ReadOnly {
		found = append(found, finding.Finding{Severity: finding.Note, Code: "disk.read_only"})
	}
	if len(found) == 0 {
		return []finding.Finding{{Code: "disk.fine", Args: finding.Args{"Free": int64(disk.Free)}}}
	}
	return found
}

// examineAccess looks at what this user, and others, may do with the store.
func (c *Case) examineAccess() []finding.Finding {
	var found []finding.Finding
	for _, path := range []string{c.Store, filepath.Dir(c.Store), store.BackupFolder(c.Store)} {
		info, err := os.Stat(path)
		if err != nil {
			continue // as opening it said; or there is no backup yet
		}
		if !MayWrite(path) {
			found = append(found, finding.Finding{Severity: finding.Problem, Code: "doctor.no_write", Subject: path})
		}
		if openToAll(info) {
			found = append(found, finding.Finding{Severity: finding.Note, Code: "doctor.open_to_all", Subject: path})
		}
	}
	return found
}

// examineClock compares the clock with the newest row.
func (c *Case) examineClock() []finding.Finding {
	now := c.Now
	if c.config != nil {
		now = now.In(c.config.Calendar.Zone)
	}
	if found := Clock(now, c.facts.Written()); len(found) > 0 {
		return found
	}
	if days := int(now.Sub(c.facts.Recorded).Hours() / 24); !c.facts.Recorded.IsZero() && days > 100 {
		return []finding.Finding{{Severity: finding.Note, Code: "clock.idle", Args: finding.Args{"Days": days, "Now": now}}}
	}
	return nil
}
