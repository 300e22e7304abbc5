package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"kpiwall/data/command"
	"kpiwall/data/config"
	"kpiwall/data/doctor"
	"kpiwall/data/finding"
	"kpiwall/data/words"
	"kpiwall/ui"
	"kpiwall/ui/kiosk/lean"
)

// newApp returns the app that shows the wall, with the driver that the config wants or
// the box needs, and why it has that. The config is looked at before the board reads
// it, since the window does not wait for the board; where it does not say, the last
// good one does.
func (w *wall) newApp(p command.Paths) (a fyne.App, why finding.Finding) {
	want, ok := config.DriverIn(p.Config)
	if !ok {
		want, _ = config.DriverIn(config.GoodPath(p.Store))
	}
	driver, why := doctor.Driver(want)
	w.driver, w.wanted = driver, driver
	app.SetMetadata(fyne.AppMetadata{ID: "org.kpiwall.wall", Name: "kpiwall", Version: version, Migrations: map[string]bool{"fyneDo": true}})
	a = app.NewWithID("org.kpiwall.wall")
	if driver == config.Lean {
		a = lean.Use(a)
	}
	return a, why
}

// opened returns why the app could not open its window, as far as it says that.
func opened(a fyne.App) error {
	if l, ok := a.(*lean.App); ok {
		return l.Err()
	}
	return nil
}

// announceDriver says on the wall that the config has come to want another driver
// than the one that draws.
func (w *wall) announceDriver(screen *ui.Wall, cfg *config.Config) {
	driver, _ := doctor.Driver(cfg.Screen.Driver)
	if driver != w.driver && driver != w.wanted {
		screen.Announce(words.Of(cfg).Say("wall.driver", nil))
	}
	w.wanted = driver
}
