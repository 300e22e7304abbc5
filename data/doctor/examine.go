package doctor

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"kpiwall/data/config"
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

// Examine returns what was found, in the order in which it was looked at. It
// changes nothing, but that opening a store rolls back what a program that died
// left half written, as every program's next look at it would.
func Examine(ctx context.Context, c Case) []Finding {
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
	if err == nil {
		found = append(found, c.examineValues(ctx, s)...)
	}
	found = append(found, examineDisplay(ctx)...)
	return append(found, examineLocale()...)
}

// examineOwn looks at what is the matter of whoever has a store, and not of one
// who shows a copy of it.
func (c *Case) examineOwn(opened, journal, wal bool) []Finding {
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

// examineConfig reads the configuration.
func (c *Case) examineConfig() []Finding {
	cfg, err := config.Load(c.ConfigPath, c.Checks...)
	var problems config.Problems
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.demo = true
		return []Finding{{
			Note, fmt.Sprintf("there is no config at %q: the wall shows the example", c.ConfigPath),
			"run `kpiwall init`, or name one with --config",
		}}
	case errors.As(err, &problems):
		var found []Finding
		for _, p := range problems {
			found = append(found, Finding{Problem, p.Error(), "`kpiwall check` shows the line"})
		}
		return found
	case err != nil:
		return []Finding{{Level: Problem, Text: err.Error()}}
	}
	c.config = cfg
	return append([]Finding{{
		Level: OK,
		Text:  fmt.Sprintf("config %q: %s on %s", c.ConfigPath, count(len(cfg.KPIs), "KPI"), count(len(cfg.Pages), "page")),
	}}, c.examineZone()...)
}

// examineZone says what time it is on the board.
func (c *Case) examineZone() []Finding {
	zone := c.config.Calendar.Zone
	text := c.Now.In(zone).Format("2006-01-02 15:04 MST")
	if zone == time.Local {
		return []Finding{{
			Note, "the config names no time zone; this computer's is used, where it is " + text,
			`set timezone, such as "Europe/Berlin", so that days do not shift with the computer`,
		}}
	}
	return []Finding{{Level: OK, Text: "time zone " + zone.String() + ", where it is " + text}}
}

// unopened words why the store could not be opened.
func (c *Case) unopened(err error) Finding {
	f := Finding{Level: Problem, Text: err.Error()}
	var own *store.Error
	if !errors.As(err, &own) {
		return f
	}
	switch own.Kind {
	case store.Missing:
		if c.demo {
			f.Level = Note
		}
	case store.Foreign, store.Damaged, store.Empty:
		f.Do = fmt.Sprintf("to put one of the backups in %q in its place, run `kpiwall restore FILE`", store.BackupFolder(c.Store))
	case store.Locked:
		f.Level = Note // passes by itself
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
