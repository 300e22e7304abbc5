package config

import (
	"testing"
	"time"
)

func TestParseSpan(t *testing.T) {
	rows := map[string]time.Duration{
		"30s": 30 * time.Second, "1m30s": 90 * time.Second, "1.5h": 90 * time.Minute, "36h": 36 * time.Hour,
		"2d": 48 * time.Hour, "3w": 21 * 24 * time.Hour, "1w1d": 8 * 24 * time.Hour, "0s": 0,
	}
	for s, want := range rows {
		if got, ok := parseSpan(s); !ok || got != want {
			t.Errorf("parseSpan(%q) = %v, %v, want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "30", "s", "30 s", "-30s", "30S", "30ms", "1e3s", "1..5h", "30s ", "99999999999999999999w", "3µs", "1m-30s", "infs", "2 days"} {
		if got, ok := parseSpan(s); ok {
			t.Errorf("parseSpan(%q) = %v, want none", s, got)
		}
	}
}

func FuzzParseSpan(f *testing.F) {
	f.Add("1m30s")
	f.Add("99999999w")
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := parseSpan(s); ok && (d < 0 || d > spanLimit) {
			t.Errorf("parseSpan(%q) = %v", s, d)
		}
	})
}
