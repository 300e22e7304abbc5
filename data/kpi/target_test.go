package kpi

import (
	"testing"
	"time"
)

func atLeast(v float64) Target         { return Target{Min: v, HasMin: true} }
func atMost(v float64) Target          { return Target{Max: v, HasMax: true} }
func between(low, high float64) Target { return Target{low, high, true, true} }

func TestTargetText_ReadsLikeASentence(t *testing.T) {
	en, de := locale(t, "en-US"), locale(t, "de-DE")
	for _, c := range []struct {
		t    Target
		f    Format
		l    Locale
		want string
	}{
		{Target{}, Format{}, en, ""},
		{atLeast(95), Format{Style: Percent}, de, "≥ 95" + nbsp + "%"},
		{atLeast(95), Format{Suffix: " %"}, de, "≥ 95 %"},
		{atMost(240), Format{Style: Duration}, en, "≤ 4:00"},
		{between(18, 22), Format{Suffix: " °C"}, en, "18–22 °C"},
		{between(1000, 2000.5), Format{Prefix: "$", Decimals: 1}, en, "$1,000.0–2,000.5"},
		{between(5, 5), Format{}, en, "= 5"},
		{between(5, 5.2), Format{Suffix: " h"}, en, "5–5.2 h"}, // with all digits
		{between(-5, 5), Format{Suffix: " °C"}, en, "−5 to 5 °C"},
		{between(-10, -5), Format{}, en, "−10 to −5"},
		{between(-5, 5), Format{Prefix: "$"}, en, "−$5 to $5"},
		{between(-0.2, 5), Format{}, en, "−0.2 to 5"},
		{atLeast(-3), Format{}, en, "≥ −3"},
		{between(12_300, 1_280_000), Format{Style: Compact, Decimals: 2, Suffix: " €"}, en, "12.3k–1.28M €"},
		{between(40, 60), Format{Style: Percent}, locale(t, "tr"), "%40–60"},
	} {
		if got := c.t.Text(c.f, c.l); got != c.want {
			t.Errorf("%+v as %+v: %q, want %q", c.t, c.f, got, c.want)
		}
	}
}

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
