package detail

import (
	"math"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

func TestWindow_ShowsWhatIsThereAndWhatIsMissing(t *testing.T) {
	test.NewTempApp(t)
	gap := math.NaN()
	var c kpi.Calendar
	late := func(months int, values ...float64) *board.Reading { // the newest value is older
		r := uitest.Monthly(uitest.Defined("x"), values...)
		for i := range r.History {
			r.History[i].Period = c.Add(r.History[i].Period, -months)
		}
		r.Period = c.Add(r.Period, -months)
		return r
	}
	for _, row := range []struct {
		name        string
		r           *board.Reading
		span        int
		shown       int
		first, last string
	}{
		{"all of it", uitest.Monthly(uitest.Defined("x"), uitest.Sloping(36)...), 24, 24, "2024-11", "2026-10"},
		{"fewer than asked for", uitest.Monthly(uitest.Defined("x"), 1, 2, 3), 24, 3, "2026-08", "2026-10"},
		{"from the first number", uitest.Monthly(uitest.Defined("x"), gap, gap, 1, gap, 3), 24, 3, "2026-08", "2026-10"},
		{"a value of the current month", late(-1, 1, 2, 3), 24, 3, "2026-09", "2026-11"},
		{"two months silent", late(2, uitest.Sloping(36)...), 12, 12, "2025-11", "2026-10"},
		{"longer silent than the span", late(30, uitest.Sloping(36)...), 12, 12, "2023-05", "2024-04"},
		{"one value, long ago", late(40, 7), 12, 1, "2023-06", "2023-06"},
	} {
		v := detailView(row.r, uitest.Sizes[0], "midnight")
		shown := compositionOf(v).window(row.span)
		if len(shown) != row.shown || c.ID(shown[0].Period) != row.first || c.ID(shown[len(shown)-1].Period) != row.last {
			t.Errorf("%s: %d periods, want %d from %s to %s", row.name, len(shown), row.shown, row.first, row.last)
			for _, p := range shown {
				t.Log(c.ID(p.Period), p.Has)
			}
		}
	}
}

func TestWindow_SilentPeriodsKeepTheTargetOfTheirTime(t *testing.T) {
	test.NewTempApp(t)
	r := uitest.Monthly(uitest.Defined("x"), 41, 42)
	var c kpi.Calendar
	r.Period = c.Add(r.Period, -11) // November 2025, before the target rose
	v := detailView(r, uitest.Sizes[0], "midnight")
	for _, p := range compositionOf(v).silent() {
		if want := c.TargetIn(r.KPI.Targets, p.Period); p.Has || p.Target != want {
			t.Errorf("%s has %v, target %v, want %v", c.ID(p.Period), p.Has, p.Target, want)
		}
	}
}
