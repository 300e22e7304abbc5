package kpi

import (
	"testing"
	"time"
)

func utc(s string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		panic(err)
	}
	return t
}

func TestFresh_CountsPeriodsNotDays(t *testing.T) {
	c := office(time.UTC)
	for _, row := range []struct {
		name         string
		every        Cadence
		at           string
		now          string
		due, overdue bool
		since        string
	}{
		{"this month", Month, "2026-11-02", "2026-11-20 09:00", false, false, ""},
		{"last month", Month, "2026-10-31", "2026-11-01 00:00", true, false, "2026-11-01 00:00"},
		{"last month, on its last second", Month, "2026-10-31", "2026-11-30 23:59", true, false, "2026-11-01 00:00"},
		{"two months ago", Month, "2026-09-30", "2026-11-01 00:00", true, true, "2026-11-01 00:00"},
		{"long ago", Month, "2024-09-30", "2026-11-01 00:00", true, true, "2024-11-01 00:00"},
		{"Friday's value on Sunday", Day, "2026-11-20", "2026-11-22 12:00", false, false, ""},
		{"Friday's value on Monday", Day, "2026-11-20", "2026-11-23 12:00", true, false, "2026-11-23 00:00"},
		{"Friday's value on Tuesday", Day, "2026-11-20", "2026-11-24 12:00", true, true, "2026-11-24 00:00"},
		{"a period to come", Month, "2026-12-01", "2026-11-20 09:00", false, false, ""},
	} {
		e := Entry{Period: on(t, c, row.every, row.at), At: At{Day: day(row.at)}, LastConfirmed: utc(row.at + " 08:00")}
		got := c.Fresh(&KPI{Every: row.every}, e, utc(row.now))
		want := Freshness{Due: row.due, Overdue: row.overdue}
		if row.since != "" {
			want.Since = utc(row.since)
		}
		if !got.Since.Equal(want.Since) || got.Due != want.Due || got.Overdue != want.Overdue {
			t.Errorf("%s: %+v, want %+v", row.name, got, want)
		}
	}
}

func TestFresh_WithoutAnyValueIsDueSinceNoMoment(t *testing.T) {
	if got := office(time.UTC).Fresh(&KPI{Every: Month}, Entry{}, utc("2026-11-20 09:00")); got != (Freshness{Due: true}) {
		t.Errorf("got %+v", got)
	}
}

func TestFresh_StaleAfterCountsFromWhenTheValueWasConfirmed(t *testing.T) {
	c := office(time.UTC)
	for _, row := range []struct {
		name, at, recorded, confirmed, now string
		since                              string // empty: not overdue
	}{
		{"young", "2026-11-20", "2026-11-20 08:00", "2026-11-20 08:00", "2026-11-20 10:00", ""},
		{"just as old as allowed", "2026-11-20", "2026-11-20 08:00", "2026-11-20 08:00", "2026-11-20 12:00", ""},
		{"old", "2026-11-20", "2026-11-20 08:00", "2026-11-20 08:00", "2026-11-20 12:01", "2026-11-20 12:00"},
		{"written again unchanged", "2026-11-20", "2026-11-20 08:00", "2026-11-20 11:00", "2026-11-20 14:00", ""},
		{"confirmed after its period", "2026-10-20", "2026-10-20 08:00", "2026-11-20 08:00", "2026-11-20 08:01", "2026-11-01 04:00"},
		{"recorded ahead of its instant", "2026-11-20T10:00:00Z", "2026-11-19 08:00", "2026-11-19 08:00", "2026-11-20 13:00", ""},
		{"the wall as of before it was confirmed again", "2026-11-20", "2026-11-20 08:00", "2026-12-24 08:00", "2026-11-20 10:00", ""},
		{"the same, old by then", "2026-11-20", "2026-11-20 08:00", "2026-12-24 08:00", "2026-11-20 12:01", "2026-11-20 12:00"},
		{"the wall as of before it was written", "2026-11-20", "2026-12-24 08:00", "2026-12-24 08:00", "2026-11-20 04:01", "2026-11-20 04:00"},
		{"the same with an instant", "2026-11-20T10:00:00Z", "2026-12-24 08:00", "2026-12-24 08:00", "2026-11-20 13:00", ""},
	} {
		at, err := ParseAt(row.at)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := c.PeriodAt(Month, at)
		e := Entry{Period: p, At: at, Recorded: utc(row.recorded), LastConfirmed: utc(row.confirmed)}
		got := c.Fresh(&KPI{Every: Month, StaleAfter: 4 * time.Hour}, e, utc(row.now))
		if got.Overdue != (row.since != "") || got.Overdue && !got.Since.Equal(utc(row.since)) {
			t.Errorf("%s: %+v, want overdue since %q", row.name, got, row.since)
		}
	}
}

func TestFresh_AKPIEnteredDailyIsDueEachWorkday(t *testing.T) {
	c := office(time.UTC)
	for _, row := range []struct {
		name, at, now string
		due           bool
		since         string
	}{
		{"of today", "2026-11-20", "2026-11-20 18:00", false, ""},
		{"of yesterday", "2026-11-19", "2026-11-20 08:00", true, "2026-11-20 00:00"},
		{"Friday's on Sunday", "2026-11-20", "2026-11-22 08:00", false, ""},
		{"Friday's on Monday, in the same month", "2026-11-20", "2026-11-23 08:00", true, "2026-11-23 00:00"},
		{"of last month", "2026-10-30", "2026-11-20 08:00", true, "2026-11-01 00:00"},
	} {
		at := At{Day: day(row.at)}
		got := c.Fresh(&KPI{Every: Month, DueDaily: true}, Entry{Period: on(t, c, Month, row.at), At: at}, utc(row.now))
		if got.Due != row.due || got.Overdue || row.due && !got.Since.Equal(utc(row.since)) {
			t.Errorf("%s: %+v, want due %v since %s", row.name, got, row.due, row.since)
		}
	}
}
