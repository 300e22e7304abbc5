package kpi

import (
	"slices"
	"testing"
	"time"
)

func TestHour_IsAClockHourOfTheZone(t *testing.T) {
	for _, c := range []struct{ zone, at, start, end string }{
		{"UTC", "2026-11-20T14:59:59Z", "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z"},
		{"Asia/Kolkata", "2026-11-20T14:05:00Z", "2026-11-20T13:30:00Z", "2026-11-20T14:30:00Z"},
		{"Asia/Kathmandu", "2026-11-20T14:20:00Z", "2026-11-20T14:15:00Z", "2026-11-20T15:15:00Z"},
		{"Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"},
		{"Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"},
		// Clocks set back by half an hour, so that the second 1 o'clock is half as long.
		{"Australia/Lord_Howe", "2026-04-04T14:59:59Z", "2026-04-04T14:00:00Z", "2026-04-04T15:00:00Z"},
		{"Australia/Lord_Howe", "2026-04-04T15:10:00Z", "2026-04-04T15:00:00Z", "2026-04-04T15:30:00Z"},
	} {
		cal := office(zone(t, c.zone))
		at, _ := ParseAt(c.at)
		p, ok := cal.PeriodAt(Hour, at)
		if b := cal.Bounds(p); !ok || b != (Bounds{First: c.start, End: c.end}) {
			t.Errorf("%s: %s lies in %+v, want %s to %s", c.zone, c.at, b, c.start, c.end)
		}
	}
}

// Hours must fill time without gap or overlap, whatever the clocks do.
func TestHours_FillTheDaysWhenClocksChange(t *testing.T) {
	for _, c := range []struct {
		zone, day string
		hours     int
	}{
		{"Europe/Berlin", "2026-03-29", 23},
		{"Europe/Berlin", "2026-10-25", 25},
		{"Europe/Berlin", "2026-06-30", 24},
		{"Australia/Lord_Howe", "2026-04-05", 25}, // 24½ hours long
		{"Australia/Lord_Howe", "2026-10-04", 24}, // 23½ hours long
		{"Europe/Berlin", "2040-12-31", 24},       // zone rules end a leap year a day early
		{"Australia/Lord_Howe", "2044-12-31", 24}, // and here in summer time
		{"America/Sao_Paulo", "2018-11-04", 23},
		{"Pacific/Apia", "2011-12-30", 0}, // a day that never was
	} {
		cal := office(zone(t, c.zone))
		cal.Workdays = 0
		d := on(t, cal, Day, c.day)
		p, end := cal.Period(Hour, cal.Start(d)), cal.End(d)
		n := 0
		for ; cal.Start(p).Before(end); n++ {
			next := cal.Add(p, 1)
			if !cal.End(p).Equal(cal.Start(next)) || !cal.Start(p).Before(cal.Start(next)) {
				t.Fatalf("%s: %s does not border on %s", c.zone, cal.ID(p), cal.ID(next))
			}
			if got := cal.Period(Hour, cal.End(p).Add(-time.Second)); got != p {
				t.Fatalf("%s: the last second of %s lies in %s", c.zone, cal.ID(p), cal.ID(got))
			}
			p = next
		}
		if n != c.hours {
			t.Errorf("%s: %s has %d hours, want %d", c.zone, c.day, n, c.hours)
		}
	}
}

func TestParsePeriod_TellsTheTwoAutumnHoursApart(t *testing.T) {
	cal := office(zone(t, "Europe/Berlin"))
	var ids []string
	p := cal.Period(Hour, time.Date(2026, 10, 24, 23, 0, 0, 0, time.UTC))
	for range 4 {
		ids = append(ids, cal.ID(p))
		if back, err := cal.ParsePeriod(Hour, cal.ID(p)); err != nil || back != p {
			t.Errorf("ParsePeriod(%q) = %v, %v; want %v", cal.ID(p), back, err, p)
		}
		p = cal.Add(p, 1)
	}
	want := []string{"2026-10-25T01", "2026-10-25T02+02:00", "2026-10-25T02+01:00", "2026-10-25T03"}
	if !slices.Equal(ids, want) {
		t.Errorf("IDs %q, want %q", ids, want)
	}
	for _, s := range []string{"2026-10-25T02", "2026-10-25T02+03:00", "2026-03-29T02", "2026-11-20", "2026-11-20T25", "2026-11-20T14+01:00", "x"} {
		if p, err := cal.ParsePeriod(Hour, s); err == nil {
			t.Errorf("ParsePeriod(hour, %q) = %v, want an error", s, cal.ID(p))
		}
	}
}
