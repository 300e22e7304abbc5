package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

// sums returns n readings of sums whose week runs.
func sums(n int, s kpi.Status) []*board.Reading {
	out := uitest.Many(n)
	for _, r := range out {
		uitest.Write(r, "17", "")
		r.KPI.Every, r.KPI.Combine = kpi.Week, kpi.Sum
		r.Status, r.Verdict, r.Final, r.Current = s, s, false, true
		r.Target = kpi.Target{Min: 40, HasMin: true}
		r.Running = kpi.Running{
			On: true, ByNow: kpi.Target{Min: 16, HasMin: true},
			Until: kpi.Date{Year: 2026, Month: 11, Day: 17}, Ends: kpi.Date{Year: 2026, Month: 11, Day: 22},
		}
	}
	return out
}

// tileWords returns what the tiles of the page say, tile by tile.
func tileWords(v View) (all []string) {
	for _, tile := range Tiles(v) {
		var text []string
		for _, e := range tile {
			text = append(text, e.Text)
		}
		all = append(all, strings.Join(text, " | "))
	}
	return all
}

// A verdict beside the whole target alone would look wrong: a sum that runs says
// what should be there by now.
func TestTarget_OfARunningSumIsOnItsTile(t *testing.T) {
	test.NewTempApp(t)
	for _, style := range []config.Style{config.Fill, config.Edge} {
		for _, n := range []int{1, 2, 3, 4, 6} {
			v := testView(composed(sums(n, kpi.OnTarget), style, 0), fyne.NewSize(1920, 1080), "midnight")
			for i, text := range tileWords(v) {
				if !strings.Contains(text, "≥ 16 by Tue") {
					t.Errorf("%d tiles, style %v: tile %d says %q", n, style, i, text)
				}
			}
		}
	}
}

func TestStatus_OfASumWithoutAVerdictIsSoFar(t *testing.T) {
	test.NewTempApp(t)
	v := testView(composed(sums(3, kpi.InProgress), config.Fill, 0), fyne.NewSize(1920, 1080), "midnight")
	for i, text := range tileWords(v) {
		if !strings.Contains(text, "so far") || strings.Contains(text, "on target") || strings.Contains(text, "running") {
			t.Errorf("tile %d says %q", i, text)
		}
	}
}
