package kpi

import (
	"math/rand/v2"
	"testing"
	"time"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Skipf("no zone data: %v", err)
	}
	return z
}

var monToFri = NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)

// office is a calendar as most boards have it.
func office(z *time.Location) Calendar {
	return Calendar{Zone: z, WeekStarts: time.Monday, YearStarts: time.January, Workdays: monToFri}
}

func fiscal(start time.Month) Calendar {
	c := office(time.UTC)
	c.YearStarts = start
	return c
}

func on(t testing.TB, c Calendar, every Cadence, s string) Period {
	t.Helper()
	p, ok := c.PeriodAt(every, At{Day: day(s)})
	if !ok {
		t.Fatalf("no %v holds the day %s", every, s)
	}
	return p
}

func TestPeriodAt_PutsADayIntoItsPeriod(t *testing.T) {
	sunday := office(time.UTC)
	sunday.WeekStarts = time.Sunday
	allDays := office(time.UTC)
	allDays.Workdays = 0
	for _, c := range []struct {
		name        string
		cal         Calendar
		every       Cadence
		day         string
		first, last string
	}{
		{"workday", office(time.UTC), Day, "2026-11-20", "2026-11-20", "2026-11-22"},
		{"Saturday belongs to Friday", office(time.UTC), Day, "2026-11-21", "2026-11-20", "2026-11-22"},
		{"Sunday belongs to Friday", office(time.UTC), Day, "2026-11-22", "2026-11-20", "2026-11-22"},
		{"Monday", office(time.UTC), Day, "2026-11-23", "2026-11-23", "2026-11-23"},
		{"no workdays means all", allDays, Day, "2026-11-21", "2026-11-21", "2026-11-21"},
		{"week from Monday", office(time.UTC), Week, "2026-11-22", "2026-11-16", "2026-11-22"},
		{"week from Sunday", sunday, Week, "2026-11-22", "2026-11-22", "2026-11-28"},
		{"week across years", office(time.UTC), Week, "2027-01-01", "2026-12-28", "2027-01-03"},
		{"week before 1970", office(time.UTC), Week, "1969-12-31", "1969-12-29", "1970-01-04"},
		{"leap February", office(time.UTC), Month, "2024-02-29", "2024-02-01", "2024-02-29"},
		{"quarter", office(time.UTC), Quarter, "2026-12-31", "2026-10-01", "2026-12-31"},
		{"fiscal quarter from October", fiscal(time.October), Quarter, "2027-01-31", "2027-01-01", "2027-03-31"},
		{"fiscal quarter from February", fiscal(time.February), Quarter, "2026-01-31", "2025-11-01", "2026-01-31"},
		{"year", office(time.UTC), Year, "2026-06-01", "2026-01-01", "2026-12-31"},
		{"fiscal year, before its start", fiscal(time.April), Year, "2027-03-31", "2026-04-01", "2027-03-31"},
		{"fiscal year, on its start", fiscal(time.April), Year, "2026-04-01", "2026-04-01", "2027-03-31"},
		{"a calendar without settings", Calendar{}, Year, "2026-04-01", "2026-01-01", "2026-12-31"},
	} {
		p := on(t, c.cal, c.every, c.day)
		if p.First != day(c.first) || c.cal.LastDay(p) != day(c.last) {
			t.Errorf("%s: %s lies in %v to %v, want %s to %s", c.name, c.day, p.First, c.cal.LastDay(p), c.first, c.last)
		}
	}
}

func TestPeriodAt_RefusesADayWhereHoursAreWanted(t *testing.T) {
	if p, ok := office(time.UTC).PeriodAt(Hour, At{Day: day("2026-11-20")}); ok {
		t.Errorf("a plain day gave the hour %v", p)
	}
	if p, ok := office(time.UTC).PeriodAt(Month, At{}); ok {
		t.Errorf("no moment gave the month %v", p)
	}
}

func TestPeriod_IsThatOfTheZoneNotOfUTC(t *testing.T) {
	at := time.Date(2026, 10, 31, 23, 30, 0, 0, time.UTC)
	for _, c := range []struct{ zone, first string }{
		{"UTC", "2026-10-01"}, {"Europe/Berlin", "2026-11-01"}, {"America/New_York", "2026-10-01"}, {"Pacific/Kiritimati", "2026-11-01"},
	} {
		if p := office(zone(t, c.zone)).Period(Month, at); p.First != day(c.first) {
			t.Errorf("%s: month starts %v, want %s", c.zone, p.First, c.first)
		}
	}
}

func TestSteps_IsTheInverseOfAdd(t *testing.T) {
	cals := []Calendar{office(zone(t, "Europe/Berlin")), office(zone(t, "Australia/Lord_Howe")), fiscal(time.July)}
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		c := cals[r.IntN(len(cals))]
		every := Hour + Cadence(r.IntN(int(Year)))
		p := c.Period(every, time.Unix(r.Int64N(6e9)-2e9, 0))
		n := r.IntN(20001) - 10000
		q := c.Add(p, n)
		if got := c.Steps(p, q); got != n {
			t.Fatalf("%v: Steps from %s to %s = %d, want %d", every, c.ID(p), c.ID(q), got, n)
		}
		if back := c.Add(q, -n); back != p {
			t.Fatalf("%v: %d steps from %s and back give %s", every, n, c.ID(p), c.ID(back))
		}
	}
}

func BenchmarkPeriodAt(b *testing.B) {
	c := office(zone(b, "Europe/Berlin"))
	for _, every := range []Cadence{Hour, Day, Month} {
		b.Run(every.String(), func(b *testing.B) {
			b.ReportAllocs()
			at := AtInstant(time.Date(2026, 11, 20, 14, 5, 0, 0, time.UTC))
			for b.Loop() {
				c.PeriodAt(every, at)
			}
		})
	}
}

func BenchmarkAdd_AnHourFifteenYearsAgo(b *testing.B) {
	c := office(zone(b, "Europe/Berlin"))
	p := c.Period(Hour, time.Date(2026, 11, 20, 14, 5, 0, 0, time.UTC))
	b.ReportAllocs()
	for b.Loop() {
		c.Add(p, -15*365*24)
	}
}
