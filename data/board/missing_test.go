package board

import (
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// Each row is a KPI's values by their days, and the first days of the periods that a
// value is due for.
func TestReading_MissingNamesTheGap(t *testing.T) {
	week := kpi.NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
	c := kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday, YearStarts: time.January, Workdays: week}
	for _, row := range []struct {
		name   string
		every  kpi.Cadence
		now    string
		values string
		want   string
	}{
		{"yesterday", kpi.Day, "2026-11-20", "2026-11-17 2026-11-18", "2026-11-19 2026-11-20"},
		{"none but today", kpi.Day, "2026-11-20", "2026-11-18 2026-11-19", "2026-11-20"},
		{"nothing", kpi.Day, "2026-11-20", "2026-11-19 2026-11-20", ""},
		{"a hole before yesterday", kpi.Day, "2026-11-20", "2026-11-17 2026-11-19", "2026-11-18 2026-11-20"},
		{"no weekend", kpi.Day, "2026-11-23", "2026-11-19", "2026-11-20 2026-11-23"},
		{"three back at most", kpi.Day, "2026-11-20", "2026-11-02", "2026-11-17 2026-11-18 2026-11-19 2026-11-20"},
		{"none before the first", kpi.Day, "2026-11-20", "2026-11-19", "2026-11-20"},
		{"never any", kpi.Day, "2026-11-20", "", "2026-11-20"},
		{"last week", kpi.Week, "2026-11-20", "2026-11-03", "2026-11-09 2026-11-16"},
		{"three months", kpi.Month, "2026-11-20", "2026-06-30", "2026-08-01 2026-09-01 2026-10-01 2026-11-01"},
		{"a quarter", kpi.Quarter, "2026-11-20", "2026-05-01", "2026-07-01 2026-10-01"},
	} {
		k := &kpi.KPI{ID: "a", Every: row.every}
		day, _ := kpi.ParseDate(row.now)
		now := time.Date(day.Year, day.Month, day.Day, 14, 0, 0, 0, time.UTC)
		r := &Reading{KPI: k, Fresh: kpi.Freshness{Due: true}}
		has := map[kpi.Period]bool{}
		for _, text := range strings.Fields(row.values) {
			d, _ := kpi.ParseDate(text)
			p, _ := c.PeriodAt(row.every, kpi.At{Day: d})
			has[p] = true
			r.Period = p
		}
		for back := 35; back >= 0 && len(has) > 0; back-- {
			p := c.Add(r.Period, -back)
			r.History = append(r.History, Point{Period: p, Has: has[p]})
		}
		r.Fresh.Due = !has[c.Period(row.every, now)]
		var got []string
		for _, p := range r.Missing(c, now) {
			got = append(got, p.First.String())
		}
		if strings.Join(got, " ") != row.want {
			t.Errorf("%s: %v, want %s", row.name, got, row.want)
		}
	}
}
