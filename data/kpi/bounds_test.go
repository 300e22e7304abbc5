package kpi

import (
	"math/rand/v2"
	"testing"
	"time"
)

func TestBounds_OfAFridayReachToMondayWhereTheWeekendIsFree(t *testing.T) {
	c := office(zone(t, "Europe/Berlin"))
	want := Bounds{"2026-11-20", "2026-11-23", "2026-11-19T23:00:00Z", "2026-11-22T23:00:00Z"}
	if got := c.Bounds(on(t, c, Day, "2026-11-21")); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// As text a year of five digits would come before most others.
func TestBounds_OfTheLastPeriodsReachToTheEndOfAll(t *testing.T) {
	for _, name := range []string{"UTC", "America/New_York", "Asia/Tokyo"} {
		for every := Day; every <= Year; every++ {
			c := office(zone(t, name))
			c.Workdays = 0
			b := c.Bounds(on(t, c, every, "9999-12-31"))
			if b.EndDay != Ever.EndDay || b.FirstDay > "9999-12-31" || b.First > b.End || b.End <= "9999-12-31T14:59:59Z" {
				t.Errorf("%s %v: %+v", name, every, b)
			}
			if after := c.Bounds(c.Add(on(t, c, every, "9999-12-31"), 1)); after.FirstDay != Ever.EndDay || after.EndDay != Ever.EndDay || after.End != Ever.End {
				t.Errorf("%s, the %v after: %+v", name, every, after)
			}
		}
	}
}

func TestStart_WhereMidnightDoesNotExistOrComesTwice(t *testing.T) {
	for _, c := range []struct{ zone, day, start string }{
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"}, // 00:00 is 01:00
		{"America/Sao_Paulo", "2018-11-05", "2018-11-05T02:00:00Z"},
		{"America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"},   // midnight, and 01:00 goes back to it: the first
		{"Asia/Beirut", "2026-10-25", "2026-10-24T22:00:00Z"},      // 00:00 goes back to 23:00
		{"America/St_Johns", "2006-10-29", "2006-10-29T03:30:00Z"}, // 00:01 goes back to 23:01
		{"Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"},     // skipped: empty
		{"Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"},
		{"Asia/Kathmandu", "2026-11-20", "2026-11-19T18:15:00Z"},
	} {
		cal := office(zone(t, c.zone))
		cal.Workdays = 0
		if got := instantText(cal.Start(on(t, cal, Day, c.day))); got != c.start {
			t.Errorf("%s: %s starts at %s, want %s", c.zone, c.day, got, c.start)
		}
	}
}

// What the store selects by Bounds must be what PeriodAt puts into the period.
func TestBounds_HoldExactlyWhatPeriodAtSays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, name := range []string{"UTC", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Beirut"} {
		c := office(zone(t, name))
		c.YearStarts = time.October
		for range 2000 {
			every := Hour + Cadence(r.IntN(int(Year)))
			p := c.Period(every, time.Unix(1e9+r.Int64N(1e9), 0))
			b := c.Bounds(p)
			for _, edge := range []time.Time{c.Start(p), c.End(p)} {
				at := AtInstant(edge.Add(time.Duration(r.IntN(5)-2) * time.Second))
				q, _ := c.PeriodAt(every, at)
				if s := at.String(); (q == p) != (b.First <= s && s < b.End) {
					t.Fatalf("%s: %s is in %s, but the bounds of %s are %+v", name, s, c.ID(q), c.ID(p), b)
				}
			}
			if every == Hour {
				continue
			}
			for _, edge := range []Date{p.First, c.Add(p, 1).First} {
				at := At{Day: edge.AddDays(r.IntN(3) - 1)}
				q, _ := c.PeriodAt(every, at)
				if s := at.String(); (q == p) != (b.FirstDay <= s && s < b.EndDay) {
					t.Fatalf("%s: %s is in %s, but the bounds of %s are %+v", name, s, c.ID(q), c.ID(p), b)
				}
			}
		}
	}
}

func TestAtFor_StandsInItsPeriodAndBehindWhatIsThere(t *testing.T) {
	c := office(zone(t, "Europe/Berlin"))
	now := time.Date(2026, 11, 20, 23, 30, 0, 0, time.UTC) // Saturday in Berlin
	for _, row := range []struct {
		every Cadence
		day   string
		want  string
	}{
		{Month, "2026-11-01", "2026-11-21"},
		{Month, "2026-10-01", "2026-10-31"},
		{Day, "2026-11-20", "2026-11-21"}, // Friday runs until Sunday
		{Day, "2026-11-13", "2026-11-15"},
		{Week, "2026-11-09", "2026-11-15"},
	} {
		p := on(t, c, row.every, row.day)
		at := c.AtFor(&KPI{}, p, now)
		if back, ok := c.PeriodAt(row.every, at); at.String() != row.want || !ok || back != p {
			t.Errorf("%v of %s: recorded at %v, want %s", row.every, row.day, at, row.want)
		}
	}
	hour, sums := c.Period(Hour, now), &KPI{Combine: Sum}
	friday := c.Period(Day, now)
	for _, row := range []struct {
		k    *KPI
		p    Period
		want string
	}{
		{&KPI{}, hour, "2026-11-20T23:30:00Z"},
		{&KPI{}, c.Add(hour, -1), "2026-11-20T22:59:59Z"},
		{sums, hour, "2026-11-20T23:00:00Z"},
		{sums, c.Add(hour, -1), "2026-11-20T22:00:00Z"},
		{sums, friday, "2026-11-21"}, // what Saturday brings is added to it
		{sums, c.Add(friday, -5), "2026-11-13"},
		{sums, on(t, c, Month, "2026-10-01"), "2026-10-31"},
	} {
		if at := c.AtFor(row.k, row.p, now); at.String() != row.want {
			t.Errorf("%v of %s: recorded at %v, want %s", row.k.Combine, c.ID(row.p), at, row.want)
		}
	}
}
