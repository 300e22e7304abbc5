package kpi

import (
	"testing"
	"time"
)

func TestParseAt_TakesDaysAndUTCSecondsOnly(t *testing.T) {
	for _, s := range []string{"2026-11-30", "2026-11-30T14:05:00Z", "2024-02-29T23:59:59Z"} {
		if at, err := ParseAt(s); err != nil || at.String() != s || at.IsZero() {
			t.Errorf("ParseAt(%q) = %v, %v", s, at, err)
		}
	}
	for _, s := range []string{
		"", "2026-11-30T14:05Z", "2026-11-30T14:05:00", "2026-11-30T14:05:00+01:00",
		"2026-11-30T4:05:00Z", "2026-11-30T14:05:00.5Z", "2026-11-30T24:00:00Z", "2026-11-30T23:59:60Z",
		"2026-02-30T14:05:00Z", "2026-11-30 14:05:00Z", "2026-11-30T14:05:00z",
	} {
		if at, err := ParseAt(s); err == nil {
			t.Errorf("ParseAt(%q) = %v, want an error", s, at)
		}
	}
}

func TestAt_OfAnInstantIsInUTCAndWholeSeconds(t *testing.T) {
	berlin := zone(t, "Europe/Berlin")
	at := AtInstant(time.Date(2026, 11, 30, 1, 2, 3, 999, berlin))
	if at.String() != "2026-11-30T00:02:03Z" {
		t.Errorf("got %v", at)
	}
	if back, err := ParseAt(at.String()); err != nil || back != at {
		t.Errorf("read back %v, %v; want %v", back, err, at)
	}
}

func FuzzParseAt(f *testing.F) {
	for _, s := range []string{"2026-11-30", "2026-11-30T14:05:00Z", "2026-11-30T4:05:00.1Z", "0000-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if at, err := ParseAt(s); err == nil && at.String() != s {
			t.Errorf("ParseAt(%q) wrote back %q", s, at)
		}
	})
}
