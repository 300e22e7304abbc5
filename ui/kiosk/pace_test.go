package kiosk

import (
	"testing"
	"time"
)

func TestPace_TicksAtEachSecondAndOnceAfterASleep(t *testing.T) {
	start := time.Date(2026, 11, 20, 14, 0, 0, 0, time.UTC)
	p := pace{next: start.Add(time.Second)}
	for _, row := range []struct {
		after time.Duration
		want  bool
	}{
		{0, false},
		{999 * time.Millisecond, false},
		{time.Second, true},
		{15 * time.Hour, true},
		{-time.Hour, true}, // the clock was set back: not an hour without a tick
	} {
		if got := p.due(start.Add(row.after)); got != row.want {
			t.Errorf("after %v: due %v", row.after, got)
		}
	}
}
