package ui

import (
	"image/color"
	"time"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// wokenFor is how long a key keeps the wall awake in the hours of its sleep.
const wokenFor = 5 * time.Minute

// dimmed is what lies over a wall that sleeps but is not black.
var dimmed = color.NRGBA{0, 0, 0, 175}

// rest puts the wall to sleep or wakes it, by the hours of the board. It
// reports whether that changed.
func (w *Wall) rest() bool {
	now := w.now()
	awake := w.board.Config.AwakeAt(now.In(w.board.Config.Calendar.Zone))
	if !w.session.lastKey.IsZero() && now.Sub(w.session.lastKey) < wokenFor {
		awake = true
	}
	if awake != w.asleep {
		return false
	}
	w.asleep = !awake
	c := w.board.Config.Sleep
	if w.asleep {
		w.OnSleep(c.OnSleep)
	} else {
		w.OnSleep(c.OnWake)
	}
	return true
}

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
