package kpi

import (
	"testing"
	"time"
)

func TestWeekdays_HoldTheirDays(t *testing.T) {
	w := NewWeekdays(time.Monday, time.Sunday, time.Monday)
	for d := time.Sunday; d <= time.Saturday; d++ {
		if want := d == time.Monday || d == time.Sunday; w.Has(d) != want {
			t.Errorf("Has(%v) = %v, want %v", d, !want, want)
		}
	}
}
