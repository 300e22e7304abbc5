package kiosk

import (
	"time"

	"kpiwall/ui/draw"
)

// picture is what of the window is to be drawn anew. Fyne draws the whole window
// for every change, which costs a processor fifty milliseconds in full HD where
// there is no graphics processor to do it: far more than the clock is worth.
// There the next picture is cut down to what a tick has changed.
type picture struct {
	ticking bool
	changed draw.Box // by the tick that runs; of no size without any
	cut     bool     // the next picture is cut down
}

// Changed is to be called when a part of the wall looks different. What changes
// in a tick may be drawn alone, what changes at other times is drawn with the
// whole window.
func (k *Kiosk) Changed(b draw.Box) {
	if b.W <= 0 || b.H <= 0 {
		return
	}
	if k.picture.ticking {
		k.picture.changed = k.picture.changed.Union(b)
	} else {
		k.drawWhole()
	}
	// Fyne draws nothing for objects that it sees for the first time.
	if c, ok := k.window.Canvas().(paper); ok {
		c.SetDirty()
	}
}

// paper is what Fyne's canvases know besides what [fyne.Canvas] says.
type paper interface {
	CheckDirtyAndClear() bool
	SetDirty()
}

// during runs a tick, and cuts the next picture down to what that changes where
// this is possible and worth it. It reports whether anything is to be drawn.
func (k *Kiosk) during(tick func()) bool {
	waiting := k.waiting() // a picture that holds more
	k.picture.ticking, k.picture.changed = true, draw.Box{}
	tick()
	k.picture.ticking = false
	b, size := k.picture.changed, k.window.Canvas().Size()
	if small := b.W*b.H < size.Width*size.Height/3; small && !waiting && !k.moving(time.Now()) {
		k.picture.cut = k.cutTo(b)
	}
	return k.waiting()
}

// waiting reports whether Fyne is to draw a picture.
func (k *Kiosk) waiting() bool {
	c, ok := k.window.Canvas().(paper)
	if !ok { // another Fyne
		return true
	}
	dirty := c.CheckDirtyAndClear()
	if dirty {
		c.SetDirty()
	}
	return dirty
}

// drawWhole ends what cutTo has begun.
func (k *Kiosk) drawWhole() {
	if k.picture.cut {
		k.picture.cut = false
		k.uncut()
	}
}
