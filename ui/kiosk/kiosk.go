// Package kiosk has the real window of the wall. It keeps it on the TV: full
// screen also after the TV was off, and never blanked. It lets Fyne's loop rest
// between the ticks of the clock, which it gives, and tells systemd that the window
// lives. It needs GLFW and so C, which package ui does not.
package kiosk

import (
	"os"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"kpiwall/data/finding"
)

// Kiosk is a window that wants to fill a monitor. It belongs to the main goroutine.
type Kiosk struct {
	window  fyne.Window
	full    bool // what the owner wants; the window may have been thrown out
	applied bool // Fyne knows it
	rest    resting
	pace    pace

	glass *glfw.Window // nil until it is open
	home  string       // the name of the monitor that the owner chose; empty: not known yet
	tries tries

	compareIn int // in how many seconds the window is compared with its monitor
}

// Open opens the display, and has gone called when it goes away later, a moment
// before that ends the process. It comes before Fyne's own first window, and
// belongs to the main goroutine.
func Open(gone func()) error {
	// Fyne would ask a monitor that is just being switched off for its size, and
	// crash. The wall is drawn by the window's size in pixels alone.
	os.Setenv("FYNE_DISABLE_DPI_DETECTION", "1")
	disconnect, ok := connect(gone)
	if !ok {
		return finding.New(absence(), finding.Args{"Display": os.Getenv("DISPLAY")})
	}
	defer disconnect()
	if err := glfw.Init(); err != nil {
		return finding.New("kiosk.display", finding.Args{"Why": err})
	}
	return nil
}

// absence is what there is in place of a display.
func absence() string {
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") != "" {
		return "kiosk.wayland"
	}
	return "kiosk.no_display"
}

// New returns the kiosk of a window that was not shown yet.
func New(w fyne.Window, full bool) *Kiosk {
	k := &Kiosk{window: w, full: full}
	k.apply()
	return k
}

// Watch lets the loop rest and keeps the screen from going dark. It is to be
// called when the app has started.
func (k *Kiosk) Watch() {
	glfw.SetMonitorCallback(func(*glfw.Monitor, glfw.PeripheralEvent) { k.monitorsChanged() })
	keepAwake()
	k.sleep()
}

// Shown reports whether there is a window. Fyne's is there when the app has started.
func (k *Kiosk) Shown() bool { return k.found() }

// Quit ends the app. It may be called by any goroutine.
func (k *Kiosk) Quit() {
	k.wake()
	fyne.Do(fyne.CurrentApp().Quit)
}

// Toggle switches full screen on or off. A window that was moved to another
// monitor fills that one.
func (k *Kiosk) Toggle() {
	k.full, k.home = !k.full, ""
	k.apply()
}

// apply tells Fyne what the owner wants. While there is no monitor, or one that
// is just being switched off, Fyne would crash on it: fill makes up for it.
func (k *Kiosk) apply() {
	screens, _ := seen()
	if k.applied = len(screens) > 0 && len(screens) == len(glfw.GetMonitors()); k.applied {
		k.window.SetFullScreen(k.full)
	}
}
