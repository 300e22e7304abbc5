package ui

import "time"

// presence knows when somebody was last at the keyboard. It is told the time.
type presence struct{ last time.Time } // of the last key; zero: there was none

// touch notes that a key was pressed.
func (p *presence) touch(now time.Time) { p.last = now }

// tick notes that the clock was set back, which does not make the last key newer.
func (p *presence) tick(now time.Time) {
	if now.Before(p.last) {
		p.last = now
	}
}

// quiet returns how long no key was pressed; 0 if none ever was.
func (p *presence) quiet(now time.Time) time.Duration {
	if p.last.IsZero() {
		return 0
	}
	return now.Sub(p.last)
}

// within reports whether a key was pressed in the time d before now.
func (p *presence) within(d time.Duration, now time.Time) bool {
	return !p.last.IsZero() && now.Sub(p.last) < d
}
