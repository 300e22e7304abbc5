package ui

import (
	"slices"
	"time"
)

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

	paused time.Time // since when something else is on the screen; zero: nothing is

	scheduled int   // the page that the order has reached; page itself may be a detour
	queued    int   // the page that comes next out of its turn; -1: none
	favoured  []int // the pages that come more often than the others
}

// setPages takes over the stays of a new board. The page at index keep stays
// up, with its time running on; a negative keep starts at the first page.
func (r *rotation) setPages(stays []time.Duration, keep int, now time.Time) {
	r.stays, r.queued, r.favoured = stays, -1, nil
	r.scheduled = max(0, min(r.scheduled, len(stays)-1))
	if keep >= 0 && keep < len(stays) {
		r.page, r.scheduled = keep, keep
		return
	}
	r.page, r.scheduled, r.since = 0, 0, now
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
	r.advance(now)
	return r.page != before
}

// advance turns by itself: to the page that is queued, or to a favoured one
// after each page of the order, or on in the order.
func (r *rotation) advance(now time.Time) {
	detour := r.page != r.scheduled
	if p := r.queued; p >= 0 && p < len(r.stays) {
		r.page, r.queued = p, -1
		r.restart(now)
		return
	}
	if p, ok := r.nextFavoured(); ok && !detour {
		r.page = p
		r.restart(now)
		return
	}
	r.page = r.scheduled
	r.step(1, now)
}

// nextFavoured returns the favoured page that comes after the present one, if it is not
// the next one anyway.
func (r *rotation) nextFavoured() (page int, ok bool) {
	next := r.following(r.scheduled, 1)
	for i := 1; i < len(r.stays); i++ {
		p := (r.page + i) % len(r.stays)
		if slices.Contains(r.favoured, p) && r.stays[p] > 0 && p != next {
			return p, true
		}
	}
	return 0, false
}

// following returns the page in rotation n places from another.
func (r *rotation) following(page, n int) int {
	for range r.stays {
		page = (page + n + len(r.stays)) % len(r.stays)
		if r.stays[page] > 0 {
			break
		}
	}
	return page
}

// left returns how long the page still stands; for a page outside the rotation
// that was called up by key, the longest stay of the others.
func (r *rotation) left(now time.Time) time.Duration {
	if len(r.stays) == 0 {
		return 0
	}
	switch {
	case r.isHeld():
		now = r.held
	case !r.paused.IsZero():
		now = r.paused
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
	r.page = r.following(r.page, n)
	r.scheduled = r.page
}

// jump shows page i, also one outside the rotation; others are ignored.
func (r *rotation) jump(i int, now time.Time) {
	if i < 0 || i >= len(r.stays) {
		return
	}
	r.page, r.scheduled = i, i
	r.restart(now)
}

// turns reports whether there is another page to turn to.
func (r *rotation) turns() bool {
	n := 0
	for _, s := range r.stays {
		if s > 0 {
			n++
		}
	}
	return n > 1
}

func (r *rotation) isHeld() bool { return !r.held.IsZero() }

func (r *rotation) hold(now time.Time) {
	if !r.isHeld() {
		r.held = now
	}
}

// toggle holds the page, or releases it.
func (r *rotation) toggle(now time.Time) {
	if r.isHeld() {
		r.release(now)
	} else {
		r.hold(now)
	}
}

// release lets the page go on for the time that it had left.
func (r *rotation) release(now time.Time) {
	if r.isHeld() {
		r.since = r.since.Add(now.Sub(r.held))
		r.held = time.Time{}
	}
}

// pause stops the page's time while something else is on the screen; resume
// lets it go on. A hold goes on meanwhile.
func (r *rotation) pause(now time.Time) {
	if r.paused.IsZero() {
		r.paused = now
	}
}

func (r *rotation) resume(now time.Time) {
	if !r.paused.IsZero() && !r.isHeld() && now.After(r.paused) {
		r.since = r.since.Add(now.Sub(r.paused))
	}
	r.paused = time.Time{}
}

// restart gives the page its full stay again, and keeps a hold fresh.
func (r *rotation) restart(now time.Time) {
	r.since = now
	if r.isHeld() {
		r.held = now
	}
}
