package kpi

import (
	"math/rand/v2"
	"testing"
	"time"
)

func days(t *testing.T, list ...string) (days []Date) {
	t.Helper()
	for _, s := range list {
		d, err := ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		days = append(days, d)
	}
	return days
}

func TestClosed_GivesItsDaysToTheWorkdayBefore(t *testing.T) {
	c := Calendar{Workdays: monToFri}.WithClosed(days(t, "2026-12-25", "2026-12-24", "2026-12-24", "2026-12-26", "2027-01-01"))
	for _, row := range []struct{ day, want, next string }{
		{"2026-12-23", "2026-12-23", "2026-12-28"},
		{"2026-12-24", "2026-12-23", "2026-12-28"},
		{"2026-12-27", "2026-12-23", "2026-12-28"},
		{"2026-12-31", "2026-12-31", "2027-01-04"},
		{"2027-01-01", "2026-12-31", "2027-01-04"},
		{"2027-01-05", "2027-01-05", "2027-01-06"},
	} {
		d, want := days(t, row.day)[0], days(t, row.want)[0]
		p, ok := c.PeriodAt(Day, At{Day: d})
		if !ok || p.First != want || c.Add(p, 1).First.String() != row.next || c.Works(d) != (row.day == row.want) {
			t.Errorf("%s: in %v, then %v, works %v; want %s, then %s", row.day, p.First, c.Add(p, 1).First, c.Works(d), row.want, row.next)
		}
	}
	all := c.For(&KPI{EveryDay: true})
	if p, _ := all.PeriodAt(Day, At{Day: days(t, "2026-12-25")[0]}); p.First.String() != "2026-12-25" {
		t.Errorf("a KPI of every day counts Christmas for %v", p.First)
	}
}

// Stepping from workday to workday must agree with walking from day to day.
func TestClosed_StepsAsOneWalks(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	start := Date{2026, time.January, 1}
	for range 200 {
		var closed []Date
		for range random.IntN(40) {
			closed = append(closed, start.AddDays(random.IntN(120)-10))
		}
		c := Calendar{Workdays: Weekdays(random.IntN(128))}.WithClosed(closed)
		var worked []Date
		for d := start; d.Before(start.AddDays(100)); d = d.AddDays(1) {
			off := false
			for _, x := range closed {
				off = off || x == d
			}
			if c.Workdays.orAll().Has(d.Weekday()) && !off {
				worked = append(worked, d)
			}
			if len(worked) == 0 {
				continue
			}
			p, _ := c.PeriodAt(Day, At{Day: d})
			first := Period{Every: Day, First: worked[0]}
			if p.First != worked[len(worked)-1] || c.Steps(first, p) != len(worked)-1 || c.Add(first, len(worked)-1) != p {
				t.Fatalf("%v is in %v, %d steps from %v; want %v, %d", d, p.First, c.Steps(first, p), worked[0], worked[len(worked)-1], len(worked)-1)
			}
		}
	}
}

func TestFresh_WaitsForNobodyOnAClosedDay(t *testing.T) {
	c := Calendar{Workdays: monToFri}.WithClosed(days(t, "2026-12-24", "2026-12-25"))
	e := Entry{Period: Period{Every: Day, First: days(t, "2026-12-23")[0]}, At: At{Day: days(t, "2026-12-23")[0]}}
	for _, row := range []struct {
		now          string
		due, overdue bool
	}{{"2026-12-27 12:00", false, false}, {"2026-12-28 12:00", true, false}, {"2026-12-29 12:00", true, true}} {
		if f := c.Fresh(&KPI{Every: Day}, e, utc(row.now)); f.Due != row.due || f.Overdue != row.overdue {
			t.Errorf("%s: %+v", row.now, f)
		}
	}
}
