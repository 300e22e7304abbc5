package kiosk

import (
	"time"

	"kpiwall/ui/draw"
)

// picture is what of the window is to be drawn anew. Fyne draws the whole window
// for every change, which costs a processor fifty milliseconds in full HD where
// there is no graphics processor to do it: far more than the clock is worth.
// There the next picture is cut down to what has changed.
type picture struct {
	watched bool     // what runs may be drawn alone
	changed draw.Box // by what runs; of no size without any
	cut     bool     // the next picture is cut down

	renderer string // what draws; empty: not asked yet
}

// Changed is to be called when a part of the wall looks different. What changes
// in a tick or by [Kiosk.Do] may be drawn alone, what changes at other times is
// drawn with the whole window.
func (k *Kiosk) Changed(b draw.Box) {
	if b.W <= 0 || b.H <= 0 {
		return
	}
	if k.picture.watched {
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

// during runs f, and cuts the next picture down to what that changes where this
// is possible and worth it. It reports whether anything is to be drawn.
func (k *Kiosk) during(f func()) bool {
	more := k.waiting() // the next picture holds more
	k.picture.watched, k.picture.changed = true, draw.Box{}
	f()
	k.picture.watched = false
	b, size := k.picture.changed, k.window.Canvas().Size()
	small := b.W*b.H < size.Width*size.Height/3
	switch {
	case b.W <= 0 || b.H <= 0:
	case small && !more && !k.moving(time.Now()):
		k.picture.cut = k.cutTo(b)
	default:
		k.drawWhole()
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
