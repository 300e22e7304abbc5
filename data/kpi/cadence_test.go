package kpi

import (
	"strings"
	"testing"
	"time"
)

func TestParseCadence_ReadsWhatStringWrites(t *testing.T) {
	for every := Hour; every <= Year; every++ {
		if got, err := ParseCadence(every.String()); err != nil || got != every {
			t.Errorf("ParseCadence(%q) = %v, %v", every, got, err)
		}
	}
	for _, s := range []string{"", "Day", "daily", "days", "unknown"} {
		got, err := ParseCadence(s)
		if err == nil {
			t.Errorf("ParseCadence(%q) = %v, want an error", s, got)
		} else if !strings.Contains(err.Error(), "hour, day, week, month, quarter or year") {
			t.Errorf("ParseCadence(%q) does not name what is accepted: %v", s, err)
		}
	}
}

func TestWeekdays_HoldTheirDays(t *testing.T) {
	w := NewWeekdays(time.Monday, time.Sunday, time.Monday)
	for d := time.Sunday; d <= time.Saturday; d++ {
		if want := d == time.Monday || d == time.Sunday; w.Has(d) != want {
			t.Errorf("Has(%v) = %v, want %v", d, !want, want)
		}
	}
}
