//go:build !windows

package doctor

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"time"

	"kpiwall/data/finding"
)

// patience is how long a display may take to answer.
const patience = 3 * time.Second

// examineDisplay looks for something to show the wall on, and for what would
// turn it dark.
func examineDisplay(ctx context.Context) []finding.Finding {
	display := os.Getenv("DISPLAY")
	switch {
	case display == "" && os.Getenv("WAYLAND_DISPLAY") != "":
		return []finding.Finding{{Severity: finding.Note, Code: "display.wayland"}}
	case display == "":
		return []finding.Finding{{Severity: finding.Note, Code: "display.none"}}
	}
	xset, err := exec.LookPath("xset")
	if err != nil {
		return []finding.Finding{{Severity: finding.Note, Code: "display.no_xset"}}
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	out, err := exec.CommandContext(ctx, xset, "q").CombinedOutput()
	switch {
	case err != nil:
		return []finding.Finding{{
			Severity: finding.Problem, Code: "display.silent", Subject: display, Args: finding.Args{"Why": strings.TrimSpace(string(out))},
		}}
	case strings.Contains(string(out), "DPMS is Enabled"):
		return []finding.Finding{{Severity: finding.Note, Code: "display.dark", Subject: display}}
	}
	return []finding.Finding{{Code: "display.fine", Subject: display}}
}

// examineLocale looks at how keys that are typed become letters.
func examineLocale() []finding.Finding {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		v := os.Getenv(name)
		if v == "" {
			continue
		}
		if upper := strings.ToUpper(v); strings.Contains(upper, "UTF-8") || strings.Contains(upper, "UTF8") {
			return []finding.Finding{{Code: "locale.fine", Args: finding.Args{"Locale": v}}}
		}
		return []finding.Finding{{Severity: finding.Note, Code: "locale.no_utf8", Args: finding.Args{"Locale": v, "Variable": name}}}
	}
	return []finding.Finding{{Severity: finding.Note, Code: "locale.none"}}
}
