package lean

import (
	"time"

	"fyne.io/fyne/v2"
)

// stepEvery is the time between two steps of an animation.
const stepEvery = time.Second / 60

// running is an animation that has begun.
type running struct {
	*fyne.Animation
	begun time.Time
}

// animations are those that run. They go once from their begin to their end: nothing
// on a wall moves for ever.
type animations []running

func (a *animations) start(one *fyne.Animation, now time.Time) {
	a.stop(one)
	*a = append(*a, running{one, now})
}

func (a *animations) stop(one *fyne.Animation) {
	var rest animations
	for _, r := range *a {
		if r.Animation != one {
			rest = append(rest, r)
		}
	}
	*a = rest
}

// tick takes all of them a step further, and reports whether any goes on.
func (a *animations) tick(now time.Time) bool {
	for _, r := range *a {
		done := float32(1)
		if gone := now.Sub(r.begun); 0 <= gone && gone < r.Duration {
			done = float32(gone) / float32(r.Duration)
		} else {
			a.stop(r.Animation)
		}
		curve := r.Curve
		if curve == nil {
			curve = fyne.AnimationEaseInOut
		}
		r.Tick(curve(done))
	}
	return len(*a) > 0
}
