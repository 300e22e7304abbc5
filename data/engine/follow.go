package engine

import (
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// configTrouble is the name under which the loop has what is wrong with the
// config file.
const configTrouble = "config"

// start returns the configuration to begin with, and since when, in its own zone, it
// has been in force: the file's, the last good one with what is wrong in the file, or
// an empty board that says it.
func (e *Engine) start() (*config.Config, time.Time, []finding.Finding) {
	cfg, err := config.Load(e.Config, e.Checks...)
	if err == nil {
		e.saveGood(cfg)
		return cfg, e.Now().In(cfg.Calendar.Zone), nil
	}
	e.Log.Error("config cannot be used", "error", err)
	good, since, goodErr := config.LoadGood(config.GoodPath(e.Store), e.Config, e.Checks...)
	if goodErr != nil {
		return e.empty(), time.Time{}, finding.Of(err)
	}
	since = since.In(good.Calendar.Zone)
	return good, since, withVersion(err, since)
}

// follower hands the versions of the config file to a loop, on the goroutine
// that follows the file.
type follower struct {
	*Engine
	loop  *board.Loop
	since time.Time // since when the version that stands has been in force; zero: there is none
}

// take takes over a new version, or says what is wrong with it while the board
// that stands goes on.
func (f *follower) take(cfg *config.Config, err error) {
	if err != nil {
		f.Log.Error("config cannot be used; the board before it stands", "error", err)
		f.loop.SetFindings(configTrouble, withVersion(err, f.since))
		return
	}
	f.Log.Info("config read", "file", f.Config)
	f.saveGood(cfg)
	f.since = f.Now().In(cfg.Calendar.Zone)
	f.define(cfg)
	f.loop.SetConfig(cfg)
	f.loop.SetFindings(configTrouble, nil)
}

// saveGood saves a copy of a good configuration beside the store. A wall whose
// folder cannot be written to goes without.
func (e *Engine) saveGood(cfg *config.Config) {
	if err := config.SaveGood(config.GoodPath(e.Store), cfg.Source()); err != nil {
		e.Log.Warn("the last good config is not kept", "error", err)
	}
}

// withVersion returns what is wrong with a config for a wall that shows the version
// of a time; zero: it shows none.
func withVersion(err error, of time.Time) []finding.Finding {
	found := finding.Of(err)
	if of.IsZero() {
		return found
	}
	dated := make([]finding.Finding, len(found))
	for i, f := range found {
		dated[i] = f.With(finding.Args{"VersionOf": of})
	}
	return dated
}

// empty returns a board without pages, for a wall that has nothing to show yet.
func (e *Engine) empty() *config.Config {
	return &config.Config{
		Title:    "kpiwall",
		Locale:   e.Locale,
		Calendar: kpi.Calendar{Zone: time.Local, WeekStarts: time.Monday, YearStarts: time.January},
		Refresh:  30 * time.Second,
		Stay:     20 * time.Second,
		Screen:   config.Screen{Inset: 0.05},
	}
}
