package ui

import "time"

// holdFor is how long a hold lasts if nobody releases it: long enough to talk
// about a page, short enough that a forgotten hold does not freeze the wall.
const holdFor = 10 * time.Minute

// rotation decides which page stands at a given time. It has no clock, no
// goroutine and no page of its own: every method is told what time it is.
type rotation struct {
	stays []time.Duration // of the pages in rotation, by page index; 0 keeps a page out
	page  int
	since time.Time // when the page came up; moved on by the time that it was held
	held  time.Time // when the hold began; zero when not held
}

// setPages takes over the stays of a new board. The page at index keep stays
// up, with its time running on; a negative keep starts at the first page.
func (r *rotation) setPages(stays []time.Duration, keep int, now time.Time) {
	r.stays = stays
	if keep >= 0 && keep < len(stays) {
		r.page = keep
		return
	}
	r.page, r.since = 0, now
	if len(stays) > 0 && stays[0] == 0 {
		r.step(1, now)
	}
}

// tick turns to the next page when the time of the present one is over, and
// releases a hold that lasted too long. It reports whether the page changed.
func (r *rotation) tick(now time.Time) bool {
	if r.isHeld() {
		if now.Sub(r.held) < holdFor {
			return false
		}
		r.release(now)
	}
	if now.Before(r.since) { // the clock was set back
		r.since = now
	}
	if r.left(now) > 0 || len(r.stays) == 0 {
		return false
	}
	before := r.page
	r.step(1, now)
	return r.page != before
}

// left returns how long the page still stands; for a page outside the rotation
// that was called up by key, the longest stay of the others.
func (r *rotation) left(now time.Time) time.Duration {
	if len(r.stays) == 0 {
		return 0
	}
	if r.isHeld() {
		now = r.held
	}
	stay := r.stays[r.page]
	for _, s := range r.stays {
		if r.stays[r.page] == 0 {
			stay = max(stay, s)
		}
	}
	return max(0, r.since.Add(stay).Sub(now))
}

// step turns n pages on among those in rotation, back where n is negative.
func (r *rotation) step(n int, now time.Time) {
	r.restart(now)
	for range r.stays {
		r.page = (r.page + n + len(r.stays)) % len(r.stays)
		if r.stays[r.page] > 0 {
			return
		}
	}
}

// jump shows page i, also one outside the rotation; others are ignored.
func (r *rotation) jump(i int, now time.Time) {
	if i < 0 || i >= len(r.stays) {
		return
	}
	r.page = i
	r.restart(now)
}

func (r *rotation) isHeld() bool { return !r.held.IsZero() }

func (r *rotation) hold(now time.Time) {
	if !r.isHeld() {
		r.held = now
	}
}

// release lets the page go on for the time that it had left.
func (r *rotation) release(now time.Time) {
	if r.isHeld() {
		r.since = r.since.Add(now.Sub(r.held))
		r.held = time.Time{}
	}
}

// restart gives the page its full stay again, and keeps a hold fresh.
func (r *rotation) restart(now time.Time) {
	r.since = now
	if r.isHeld() {
		r.held = now
	}
}
