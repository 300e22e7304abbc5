// Package doctor looks at everything that a wall depends on and says, for each
// thing that is not as it should be, what that is. The running wall asks it the
// same questions as the command, so that both draw the line in one place.
package doctor

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// Case is a wall to examine.
type Case struct {
	ConfigPath, Store string
	Checks            []config.Check
	Now               time.Time
	Full              bool // look through the whole store, however long it takes

	config *config.Config // nil where it cannot be used
	demo   bool           // there is no config, and so no store is shown
	facts  store.Facts
}

// Examine returns what was found, the worst first, and of equals in the order in which
// it was looked at. It changes nothing, but that opening a store rolls back what a
// program that died left half written, as every program's next look at it would.
func Examine(ctx context.Context, c Case) []finding.Finding {
	found := c.examineConfig()
	if real, err := filepath.EvalSymlinks(c.Store); err == nil {
		c.Store = real // the side files are there
	}
	journal, wal := sideFiles(c.Store)
	s, err := store.Open(ctx, c.Store, store.Options{Now: func() time.Time { return c.Now }, Copy: c.role() == config.Copy})
	if err == nil {
		defer s.Close()
		c.facts, err = s.Facts(ctx)
	}
	if err != nil {
		found = append(found, c.unopened(err))
	} else {
		found = append(found, c.examineStore(ctx, s)...)
		found = append(found, c.examineBeat()...)
	}
	if c.role() != config.Copy {
		found = append(found, c.examineOwn(err == nil, journal, wal)...)
	}
	found = append(found, c.examineClock()...)
	found = append(found, c.examineWatch()...)
	if err == nil {
		found = append(found, c.examineValues(ctx, s)...)
	}
	found = append(found, examineDisplay(ctx)...)
	found = append(found, c.examineDriver())
	found = append(found, examineLocale()...)
	finding.Sort(found)
	return found
}

// examineOwn looks at what is the matter of whoever has a store, and not of one
// who shows a copy of it.
func (c *Case) examineOwn(opened, journal, wal bool) []finding.Finding {
	found := append(c.examineDisk(), c.examineAccess()...)
	if opened {
		found = append(found, c.examineSides(journal, wal)...)
		found = append(found, c.examineBackups()...)
	}
	return found
}

// role is what the config says of the store.
func (c *Case) role() config.Role {
	if c.config == nil {
		return config.Own
	}
	return c.config.Store.Role
}

// examineDriver says what puts the wall on the screen.
func (c *Case) examineDriver() finding.Finding {
	want := config.AutoDriver
	if c.config != nil {
		want = c.config.Screen.Driver
	}
	_, why := Driver(want)
	return why
}

// examineConfig reads the configuration.
func (c *Case) examineConfig() []finding.Finding {
	cfg, err := config.Load(c.ConfigPath, c.Checks...)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.demo = true
		return []finding.Finding{{Severity: finding.Note, Code: "doctor.no_config", Args: finding.Args{"Path": c.ConfigPath}}}
	case err != nil:
		return finding.Of(err)
	}
	cfg = cfg.On(cfg.Calendar.Today(c.Now))
	c.config = cfg
	return append([]finding.Finding{{
		Code: "doctor.config", Args: finding.Args{"Path": c.ConfigPath, "KPIs": len(cfg.KPIs), "Pages": len(cfg.Pages)},
	}}, c.examineZone()...)
}

// examineZone says what time it is on the board.
func (c *Case) examineZone() []finding.Finding {
	zone := c.config.Calendar.Zone
	if zone == time.Local {
		return []finding.Finding{{Severity: finding.Note, Code: "doctor.no_zone", Args: finding.Args{"Now": c.Now.In(zone)}}}
	}
	return []finding.Finding{{Code: "doctor.zone", Args: finding.Args{"Zone": zone.String(), "Now": c.Now.In(zone)}}}
}

// unopened says why the store could not be opened, and where its backups are.
func (c *Case) unopened(err error) finding.Finding {
	f := board.FindingOf(err).With(finding.Args{"Backups": store.BackupFolder(c.Store)})
	f.Place.File = c.Store
	f.Subject = ""
	if f.Code == "store.missing" && c.demo || f.Code == "store.locked" { // nobody wants it, or it passes by itself
		f.Severity = finding.Note
	}
	return f
}

// sideFiles reports what lies beside the store before anybody opens it.
func sideFiles(path string) (journal, wal bool) {
	size := func(side string) int64 {
		info, err := os.Stat(path + side)
		if err != nil {
			return 0
		}
		return info.Size()
	}
	return size("-journal") > 0, size("-wal") > 0
}
