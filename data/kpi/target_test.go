package kpi

import (
	"testing"
	"time"
)

func atLeast(v float64) Target         { return Target{Min: v, HasMin: true} }
func atMost(v float64) Target          { return Target{Max: v, HasMax: true} }
func between(low, high float64) Target { return Target{low, high, true, true} }

func TestTargetIn_IsTheOneInForceOnTheFirstDayElseTheFirstWithin(t *testing.T) {
	c := office(time.UTC)
	plan := Plan{{From: day("2026-02-01"), Target: atLeast(1)}, {From: day("2026-07-02"), Target: atLeast(2)}}
	for _, row := range []struct {
		every Cadence
		day   string
		want  Target
	}{
		{Day, "2026-01-30", Target{}},
		{Month, "2026-01-31", Target{}},
		{Month, "2026-02-01", atLeast(1)},
		{Month, "2026-07-31", atLeast(1)}, // in force on its first day
		{Month, "2026-08-01", atLeast(2)},
		{Year, "2026-05-01", atLeast(1)}, // the first that begins within it
		{Year, "2025-05-01", Target{}},
		{Year, "2027-05-01", atLeast(2)},
		{Quarter, "2026-02-01", atLeast(1)},
		{Week, "2026-01-26", atLeast(1)}, // Monday to the Sunday of 1 February
	} {
		if got := c.TargetIn(plan, on(t, c, row.every, row.day)); got != row.want {
			t.Errorf("%v of %s: %+v, want %+v", row.every, row.day, got, row.want)
		}
	}
	if got := c.TargetIn(Plan{{Target: atMost(3)}}, on(t, c, Month, "1970-01-01")); got != atMost(3) {
		t.Errorf("a target without a day is not in force since ever: %+v", got)
	}
	if got := c.TargetIn(nil, on(t, c, Month, "2026-01-01")); got != (Target{}) {
		t.Errorf("no plan gave %+v", got)
	}
	if got := c.TargetIn(plan, c.Period(Hour, utc("2026-01-31 10:00"))); got != (Target{}) {
		t.Errorf("an hour before the plan has %+v", got)
	}
}

// written writes a target with all the digits of its bounds.
func written(t Target, f Format, l Locale) string {
	low, high := f.Exact(t.Min).Text(l, t.Min), f.Exact(t.Max).Text(l, t.Max)
	switch {
	case t.HasMin && t.HasMax:
		return low + "–" + high
	case t.HasMin:
		return "≥ " + low
	case t.HasMax:
		return "≤ " + high
	}
	return ""
}
