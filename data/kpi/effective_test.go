package kpi

import (
	"fmt"
	"testing"
	"time"
)

// TestCalendar_OrdersValuesByTheMomentThatTheyHold tells which of two values of
// one period stands.
func TestCalendar_OrdersValuesByTheMomentThatTheyHold(t *testing.T) {
	for _, c := range []struct {
		name, zone          string
		earlier, since      string
		later, sinceOfLater string
	}{
		{"typed after a program dated the month's end", "Europe/Berlin", "2026-11-30", "2026-11-10T08:00:00Z", "2026-11-20", "2026-11-20T10:00:00Z"},
		{"typed after a job's instant of today", "Europe/Berlin", "2026-11-20T10:00:00Z", "2026-11-20T10:00:01Z", "2026-11-20", "2026-11-20T12:00:00Z"},
		{"west of UTC the evening before is the day before", "America/New_York", "2026-03-20T02:00:00Z", "2026-04-01T00:00:00Z", "2026-03-20", "2026-04-01T00:00:00Z"},
		{"west of UTC, across the month's end", "America/Los_Angeles", "2026-04-01T03:00:00Z", "2026-04-05T00:00:00Z", "2026-03-31", "2026-04-05T00:00:00Z"},
		{"east of UTC the morning is the day itself", "Asia/Tokyo", "2026-03-19", "2026-04-01T00:00:00Z", "2026-03-19T16:00:00Z", "2026-04-01T00:00:00Z"},
		{"a job of 10, and 42 typed again at 11", "UTC", "2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z", "2026-11-20", "2026-11-20T11:00:00Z"},
		{"an instant of tomorrow, then typed", "UTC", "2026-11-21T10:00:00Z", "2026-11-20T09:00:00Z", "2026-11-20", "2026-11-20T10:00:00Z"},
		{"a correction of last month stands at its end", "UTC", "2026-10-31T10:00:00Z", "2026-10-31T10:00:00Z", "2026-10-31", "2026-11-20T10:00:00Z"},
		{"of two at once the later day", "UTC", "2026-11-28", "2026-11-20T09:00:00Z", "2026-11-30", "2026-11-20T09:00:00Z"},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		cal := Calendar{Zone: zone}
		a, b := held(t, 2, c.earlier, c.since), held(t, 1, c.later, c.sinceOfLater)
		if got := cal.CompareEffective(a, b); got != -1 {
			t.Errorf("%s: %d, want -1 (%s and %s)", c.name, got, cal.Effective(a), cal.Effective(b))
		}
		if got := cal.CompareEffective(b, a); got != 1 {
			t.Errorf("%s, the other way round: %d", c.name, got)
		}
	}
}

func TestCalendar_ValuesOfOneMomentGoByTheOrderOfWriting(t *testing.T) {
	first, second := held(t, 1, "2026-11-20", "2026-11-20T09:00:00Z"), held(t, 2, "2026-11-20", "2026-11-20T09:00:00Z")
	if got := (Calendar{}).CompareEffective(first, second); got != -1 {
		t.Error(got)
	}
}

func held(t *testing.T, id int64, at, since string) Value {
	t.Helper()
	v := Value{ID: id}
	var err, badSince error
	v.At, err = ParseAt(at)
	v.Since, badSince = time.Parse(time.RFC3339, since)
	if err != nil || badSince != nil {
		t.Fatal(fmt.Errorf("%w %w", err, badSince))
	}
	return v
}
