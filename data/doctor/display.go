package doctor

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"time"
)

// patience is how long a display may take to answer.
const patience = 3 * time.Second

// examineDisplay looks for something to show the wall on, and for what would
// turn it dark.
func examineDisplay(ctx context.Context) []Finding {
	display := os.Getenv("DISPLAY")
	switch {
	case display == "" && os.Getenv("WAYLAND_DISPLAY") != "":
		return []Finding{{Note, "a Wayland display without X", "switch blanking off in the desktop's settings"}}
	case display == "":
		return []Finding{{Note, "no display here, as is usual over SSH", "run doctor in the session of the wall, or set DISPLAY=:0"}}
	}
	xset, err := exec.LookPath("xset")
	if err != nil {
		return []Finding{{Note, "xset is not installed, so the wall cannot switch blanking off", "apt install x11-xserver-utils"}}
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	out, err := exec.CommandContext(ctx, xset, "q").CombinedOutput()
	switch {
	case err != nil:
		return []Finding{{Problem, "display " + display + " does not answer: " + strings.TrimSpace(string(out)), "start doctor as the user of the desktop session"}}
	case strings.Contains(string(out), "DPMS is Enabled"):
		return []Finding{{Note, "display " + display + " will go dark by itself", "nothing to do: a running wall switches that off"}}
	}
	return []Finding{{Level: OK, Text: "display " + display}}
}

// examineLocale looks at how keys that are typed become letters.
func examineLocale() []Finding {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		v := os.Getenv(name)
		if v == "" {
			continue
		}
		if upper := strings.ToUpper(v); strings.Contains(upper, "UTF-8") || strings.Contains(upper, "UTF8") {
			return []Finding{{Level: OK, Text: "locale " + v}}
		}
		return []Finding{{Note, "the locale " + v + " has no UTF-8: letters such as é may not arrive from the keyboard", "set " + name + "=C.UTF-8"}}
	}
	return []Finding{{Note, "no locale is set", "set LANG=C.UTF-8"}}
}
