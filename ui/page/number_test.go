package page

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/kpi"
)

func TestFitNumber_LeavesRoomForTheUnitAsItIsDrawn(t *testing.T) {
	test.NewTempApp(t)
	for _, n := range []kpi.Number{{Digits: "1,234.5", Suffix: " minutes"}, {Prefix: "US$ ", Digits: "42"}, {Digits: "97.3"}} {
		for width := float32(120); width < 600; width += 3.7 {
			const floor = 18.7
			if got := numberWidth(n, FitNumber(n, width, floor), floor); got > width+0.1 {
				t.Errorf("%v in %.1f is %.1f wide", n, width, got)
			}
		}
	}
}
