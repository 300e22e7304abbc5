package kiosk

import (
	"slices"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// Neither Fyne nor GLFW keeps a window on a monitor that changes: one that goes
// away throws it out to an arbitrary place, one that comes back is not taken
// again, and one that changes its mode is filled in part or overflown. A TV does
// the first two every night. So the window is compared with its monitor now and
// again, whatever may have happened.

// compareEvery is how many seconds lie between two comparisons. Each asks the display
// nine things and waits for the answers, more than all else that a page costs which
// stands; a TV itself takes longer to show a picture.
const compareEvery = 3

// rect is a place on the desktop, in pixels.
type rect struct{ x, y, width, height int }

// screen is a monitor that shows something.
type screen struct {
	name string
	at   rect
	rate int // in Hz
}

// sight is where the window should be, and where it is.
type sight struct {
	want screen
	have rect
	full bool // it is the full screen of that monitor, by its own account
}

// mostTries is how often the same sight is tried to be mended. A desktop that
// insists on another place must not be fought for ever: each try flickers.
const mostTries = 3

// tries counts them.
type tries struct {
	last sight
	made int
}

// worth reports whether the window should be moved for what is seen now.
func (t *tries) worth(s sight) bool {
	if s.full && s.have == s.want.at {
		*t = tries{}
		return false
	}
	if s != t.last {
		*t = tries{last: s}
	}
	t.made++
	return t.made <= mostTries
}

// choose returns the one of screens (at least one) to fill: the one called home,
// or else the first, so that a wall whose TV is gone or plugged in elsewhere is
// seen all the same.
func choose(screens []screen, home string) screen {
	i := slices.IndexFunc(screens, func(s screen) bool { return s.name == home })
	return screens[max(0, i)]
}

// fillNowAndAgain calls fill in one of some seconds. It is called at each.
func (k *Kiosk) fillNowAndAgain() {
	if k.compareIn--; k.compareIn <= 0 {
		k.compareIn = compareEvery
		k.fill()
	}
}

// monitorsChanged has the window compared with its monitor in the next second.
func (k *Kiosk) monitorsChanged() { k.tries, k.compareIn = tries{}, 0 }

// fill brings the window back over its monitor, if it is not there.
func (k *Kiosk) fill() {
	if !k.applied { // there was no monitor
		k.apply()
	}
	if !k.full || !k.found() {
		return
	}
	k.takeKeys()
	screens, monitors := seen()
	if len(screens) == 0 {
		return
	}
	now := k.glass.GetMonitor()
	if k.home == "" && now != nil {
		k.home = now.GetName()
	}
	want := choose(screens, k.home)
	monitor := monitors[want.name]
	if !k.tries.worth(sight{want, k.place(), same(now, monitor)}) {
		return
	}
	k.glass.SetMonitor(nil, want.at.x, want.at.y, want.at.width, want.at.height, 0)
	k.glass.SetMonitor(monitor, 0, 0, want.at.width, want.at.height, want.rate)
}

// takeKeys gives the wall the keys back that nobody has: not those that somebody types
// into another window.
func (k *Kiosk) takeKeys() {
	if k.glass.GetAttrib(glfw.Focused) == glfw.False && keysGoNowhere() {
		k.glass.Focus()
	}
}

// found looks for GLFW's window. Fyne does not hand it out: its context is the
// current one while Fyne runs something with it.
func (k *Kiosk) found() bool {
	if w, ok := k.window.(interface{ Glass() *glfw.Window }); ok {
		k.glass = w.Glass()
	} else if k.glass == nil {
		k.withContext(func() { k.glass = glfw.GetCurrentContext() })
	}
	return k.glass != nil
}

// withContext runs f with the window's context, where Fyne offers that and the
// window is open.
func (k *Kiosk) withContext(f func()) {
	if w, ok := k.window.(interface{ RunWithContext(func()) }); ok {
		w.RunWithContext(f)
	}
}

// place returns where the window is.
func (k *Kiosk) place() (r rect) {
	r.x, r.y = k.glass.GetPos()
	r.width, r.height = k.glass.GetSize()
	return r
}

// seen returns the monitors that show something, the primary one first.
func seen() (screens []screen, monitors map[string]*glfw.Monitor) {
	monitors = map[string]*glfw.Monitor{}
	for _, m := range glfw.GetMonitors() {
		mode := m.GetVideoMode()
		if mode == nil { // it is just being switched off
			continue
		}
		x, y := m.GetPos()
		screens = append(screens, screen{m.GetName(), rect{x, y, mode.Width, mode.Height}, mode.RefreshRate})
		monitors[m.GetName()] = m
	}
	return screens, monitors
}

// same reports whether a and b are the same monitor; GLFW's Go package makes a
// new pointer each time.
func same(a, b *glfw.Monitor) bool { return a != nil && b != nil && *a == *b }
