package lean

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestAnimation_GoesToItsEndOnceAndThenRests(t *testing.T) {
	var a animations
	var steps []float32
	begin := time.Now()
	one := &fyne.Animation{Duration: 400 * time.Millisecond, Curve: fyne.AnimationLinear, Tick: func(done float32) { steps = append(steps, done) }}
	a.start(one, begin)
	for _, row := range []struct {
		after time.Duration
		goes  bool
	}{{0, true}, {100 * time.Millisecond, true}, {300 * time.Millisecond, true}, {time.Second, false}, {2 * time.Second, false}} {
		if got := a.tick(begin.Add(row.after)); got != row.goes {
			t.Errorf("after %v it goes on: %v", row.after, got)
		}
	}
	if want := []float32{0, 0.25, 0.75, 1}; !slices.Equal(steps, want) {
		t.Errorf("%v, want %v", steps, want)
	}
	a.start(one, begin)
	if a.tick(begin.Add(-time.Hour)) { // the clock was set back
		t.Error("it would go on for an hour")
	}
	a.start(one, begin)
	a.stop(one)
	if steps = nil; a.tick(begin) || steps != nil {
		t.Error("it goes on after it was stopped")
	}
}
