package config_test

import (
	"testing"
	"time"

	. "kpiwall/data/config"

	"kpiwall/data/kpi"
)

func TestHours_HoldTheirBeginningAndNotTheirEnd(t *testing.T) {
	for _, row := range []struct {
		hours, at string
		want      bool
	}{
		{"08:00-18:30", "08:00", true},
		{"08:00-18:30", "18:29", true},
		{"08:00-18:30", "18:30", false},
		{"08:00-18:30", "07:59", false},
		{"22:00-06:00", "23:10", true},
		{"22:00-06:00", "05:59", true},
		{"22:00-06:00", "06:00", false},
		{"12:00-24:00", "23:59", true},
		{"12:00-24:00", "00:00", false},
	} {
		h, ok := ParseHours(row.hours)
		if !ok {
			t.Fatalf("%q is refused", row.hours)
		}
		at, _ := time.Parse("15:04", row.at)
		if h.Hold(at) != row.want {
			t.Errorf("%s holds %s: %v", row.hours, row.at, !row.want)
		}
	}
	if !(Hours{}).Hold(time.Now()) {
		t.Error("hours that are not set do not hold the whole day")
	}
}

func TestAwakeAt_SleepsOnFreeDaysAndOutsideItsHours(t *testing.T) {
	c := &Config{
		Calendar: kpi.Calendar{Workdays: kpi.NewWeekdays(time.Monday, time.Friday)},
		Sleep:    Sleep{Awake: Hours{8 * 60, 18 * 60}, Free: true},
	}
	for at, want := range map[string]bool{
		"2026-11-20 09:00": true, "2026-11-20 18:00": false, // a Friday
		"2026-11-21 09:00": false, // a Saturday
	} {
		day, err := time.Parse("2006-01-02 15:04", at)
		if err != nil {
			t.Fatal(err)
		}
		if c.AwakeAt(day) != want {
			t.Errorf("awake at %s: %v", at, !want)
		}
	}
}
