package entry

import (
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/ui/uitest"
)

func TestDated_NamesAPeriodByItsDates(t *testing.T) {
	c := kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday, YearStarts: time.January}
	fiscal := c
	fiscal.YearStarts = time.April
	for _, row := range []struct {
		c     kpi.Calendar
		every kpi.Cadence
		back  int
		want  string
	}{
		{c, kpi.Hour, 0, "14:00 · Friday 20 November"},
		{c, kpi.Hour, 15, "Thu 19 Nov 23:00"},
		{c, kpi.Day, 0, "Friday 20 November"},
		{c, kpi.Day, 1, "Thursday 19 November"},
		{c, kpi.Day, 366, "Wednesday 19 November 2025"},
		{c, kpi.Week, 0, "week 47 · 16–22 November"},
		{c, kpi.Week, -2, "week 49 · 30 November – 6 December"},
		{c, kpi.Week, -6, "week 53 · 28 December 2026 – 3 January 2027"},
		{c, kpi.Month, 0, "November"},
		{c, kpi.Quarter, 1, "Q3 2026 · 1 July – 30 September"},
		{c, kpi.Year, 0, "2026"},
		{fiscal, kpi.Year, 0, "FY 2026/27 · 1 April 2026 – 31 March 2027"},
	} {
		p := row.c.Add(row.c.Period(row.every, uitest.Now), -row.back)
		if got := dated(words.Of(&config.Config{Calendar: row.c}), row.c, p, uitest.Now); got != row.want {
			t.Errorf("%s %d back: %q, want %q", row.every, row.back, got, row.want)
		}
	}
}
