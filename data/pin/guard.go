package pin

import "time"

// After a wrong PIN the next try waits, twice as long each time.
const (
	firstDelay = 2 * time.Second
	lastDelay  = 10 * time.Minute
)

// Guard slows down who guesses a PIN. It is to be kept for as long as there is
// one, also while nobody is asked for it. Several goroutines may not share it.
type Guard struct {
	Wrong int       // tries since the last right one
	Since time.Time // of the last wrong one
}

// Wait returns how long it is until the next try may be made, 0 for now. A clock
// that was set back since the last one, by years perhaps, begins the delay anew:
// nobody waits longer than that.
func (g *Guard) Wait(now time.Time) time.Duration {
	if g.Wrong == 0 {
		return 0
	}
	if now.Before(g.Since) {
		g.Since = now
	}
	return max(0, g.delay()-now.Sub(g.Since))
}

// Try notes a try, which counts as a wrong one until [Guard.Right] says otherwise:
// a plug pulled meanwhile makes none undone.
func (g *Guard) Try(now time.Time) { g.Wrong, g.Since = g.Wrong+1, now }

// Right notes that the last try was right.
func (g *Guard) Right() { *g = Guard{} }

func (g *Guard) delay() time.Duration {
	d := firstDelay
	for range g.Wrong - 1 {
		if d *= 2; d >= lastDelay {
			return lastDelay
		}
	}
	return d
}
