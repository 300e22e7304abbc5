//go:build !windows

package kiosk

import (
	"os"
	"os/exec"

	"fyne.io/fyne/v2"
)

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
