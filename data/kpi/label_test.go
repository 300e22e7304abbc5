package kpi

import (
	"testing"
	"time"
)

func TestLabel_SaysAsMuchAsIsNeeded(t *testing.T) {
	cal := office(zone(t, "Europe/Berlin"))
	now := time.Date(2026, 11, 20, 13, 30, 0, 0, time.UTC)
	fy := fiscal(time.April)
	for _, c := range []struct {
		cal  Calendar
		p    Period
		want string
	}{
		{cal, on(t, cal, Day, "2026-11-20"), "Fri 20 Nov"},
		{cal, on(t, cal, Day, "2025-11-20"), "Thu 20 Nov 2025"},
		{cal, on(t, cal, Week, "2026-11-20"), "week 47"},
		{cal, on(t, cal, Week, "2025-11-20"), "week 47 2025"},
		{cal, on(t, cal, Week, "2027-01-01"), "week 53"},
		{cal, on(t, cal, Month, "2026-10-20"), "October"},
		{cal, on(t, cal, Month, "2025-10-20"), "October 2025"},
		{cal, on(t, cal, Quarter, "2026-09-30"), "Q3 2026"},
		{fy, on(t, fy, Quarter, "2026-09-30"), "Q2 2026/27"},
		{fy, on(t, fy, Month, "2026-09-30"), "September"},
		{cal, on(t, cal, Year, "2026-09-30"), "2026"},
		{fy, on(t, fy, Year, "2027-03-31"), "FY 2026/27"},
		{fy, on(t, fy, Year, "2099-12-31"), "FY 2099/00"},
		{cal, cal.Period(Hour, now), "14:00"},
		{cal, cal.Period(Hour, now.AddDate(0, 0, -1)), "Thu 19 Nov 14:00"},
		{cal, cal.Period(Hour, time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC)), "Sun 25 Oct 02:00 CEST"},
		{cal, cal.Period(Hour, time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC)), "Sun 25 Oct 02:00 CET"},
	} {
		if got := c.cal.Label(c.p, now); got != c.want {
			t.Errorf("%s: label %q, want %q", c.cal.ID(c.p), got, c.want)
		}
	}
}
