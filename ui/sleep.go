package ui

import (
	"image/color"
	"time"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

const (
	// wokenFor is how long a key keeps the wall awake in the hours of its sleep.
	wokenFor = 5 * time.Minute

	// sameKey is how long the character of a key may come after its name.
	sameKey = 150 * time.Millisecond
)

// sleep is whether the wall sleeps. It has no clock: every method is told the time.
type sleep struct {
	asleep bool
	woken  time.Time // when a key woke it
}

// tick falls asleep or wakes up by the hours of the board, unless somebody was at the
// keyboard a moment ago. It reports whether that changed something.
func (s *sleep) tick(byHours, somebody bool) (changed bool) {
	before := s.asleep
	s.asleep = byHours && !somebody
	return s.asleep != before
}

// key notes that a key was pressed. It reports whether that wakes the wall, and
// whether the key is to do nothing else: its character comes after its name.
func (s *sleep) key(now time.Time) (wakes, only bool) {
	if s.asleep {
		s.asleep, s.woken = false, now
		return true, true
	}
	since := now.Sub(s.woken)
	return false, since >= 0 && since < sameKey
}

// dimmed is what lies over a wall that sleeps but is not black.
var dimmed = color.NRGBA{0, 0, 0, 175}

// composeSleep covers the wall while it sleeps.
func composeSleep(v page.View) []draw.Element {
	var s draw.Sheet
	cover := dimmed
	if v.Board.Config.Sleep.Black {
		cover = color.NRGBA{A: 255}
	}
	s.Rect("sleep", draw.NewBox(-v.Size.Width*0.1, -v.Size.Height*0.1, v.Size.Width*1.2, v.Size.Height*1.2), cover, 0)
	return s.Elements
}
