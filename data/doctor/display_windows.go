package doctor

import (
	"context"

	"golang.org/x/sys/windows"

	"kpiwall/data/finding"
)

var metrics = windows.NewLazySystemDLL("user32.dll").NewProc("GetSystemMetrics")

// The numbers that GetSystemMetrics knows these by.
const (
	screenWidth  = 0
	screenHeight = 1
	remoteAccess = 0x1000 // the session is shown on another computer
)

func metric(which uintptr) int {
	n, _, _ := metrics.Call(which)
	return int(int32(n))
}

// examineDisplay looks at what the wall would be shown on.
func examineDisplay(context.Context) []finding.Finding {
	width, height := metric(screenWidth), metric(screenHeight)
	switch {
	case width == 0 || height == 0:
		return []finding.Finding{{Severity: finding.Note, Code: "display.session"}}
	case metric(remoteAccess) != 0:
		return []finding.Finding{{Severity: finding.Note, Code: "display.remote"}}
	}
	return []finding.Finding{{Code: "display.pixels", Args: finding.Args{"Width": width, "Height": height}}}
}

// examineLocale has nothing to say: keys become letters without one here.
func examineLocale() []finding.Finding { return nil }
