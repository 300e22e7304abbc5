// Package kiosk keeps a window on the TV: full screen also after the TV was
// off, and never blanked. It needs GLFW and so C, which package ui does not.
package kiosk

import (
	"os"
	"os/exec"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// settle is how long a monitor that came back is given to find its mode.
const settle = 500 * time.Millisecond

// Kiosk is a window that wants to fill a monitor. It belongs to the main goroutine.
type Kiosk struct {
	window  fyne.Window
	full    bool // what the owner wants; the window may have been thrown out
	rest    resting
	pace    pace
	picture picture
}

// New returns the kiosk of a window that was not shown yet.
func New(w fyne.Window, full bool) (*Kiosk, error) {
	if err := glfw.Init(); err != nil {
		return nil, err
	}
	k := &Kiosk{window: w, full: full}
	k.apply()
	return k, nil
}

// Watch lets the loop rest and takes full screen back when a monitor is connected: a TV that goes into
// standby takes its monitor away, GLFW then drops the window out of full
// screen and never puts it back. It is to be called when the app has started.
func (k *Kiosk) Watch() {
	glfw.SetMonitorCallback(func(_ *glfw.Monitor, e glfw.PeripheralEvent) {
		if e == glfw.Connected {
			time.AfterFunc(settle, func() { k.Do(k.retake) })
		}
	})
	keepAwake()
	k.sleep()
}

// Quit ends the app. It may be called by any goroutine.
func (k *Kiosk) Quit() {
	k.wake()
	fyne.Do(fyne.CurrentApp().Quit)
}

// Toggle switches full screen on or off.
func (k *Kiosk) Toggle() {
	k.full = !k.full
	k.apply()
}

func (k *Kiosk) retake() {
	if k.full && len(glfw.GetMonitors()) > 0 {
		k.window.SetFullScreen(false)
		k.window.SetFullScreen(true)
	}
}

// apply sets what the owner wants. Without any monitor Fyne would crash on full
// screen; Watch makes up for it when one comes.
func (k *Kiosk) apply() {
	if len(glfw.GetMonitors()) > 0 {
		k.window.SetFullScreen(k.full)
	}
}

// keepAwake switches off blanking by the desktop and by the X server, as far as
// they can be reached; without them there is nothing that would blank.
func keepAwake() {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" { // Fyne asks the desktop over D-Bus
		fyne.CurrentApp().Driver().SetDisableScreenBlanking(true)
	}
	if xset, err := exec.LookPath("xset"); err == nil {
		go exec.Command(xset, "s", "off", "s", "noblank", "-dpms").Run() //nolint:errcheck // not every display has DPMS
	}
}
