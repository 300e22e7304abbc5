package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// TypedKey handles a named key. The name of a letter, a digit or a sign is none:
// its character follows, and one press must not be two.
func (w *Wall) TypedKey(e *fyne.KeyEvent) {
	if w.woken() || len(e.Name) <= 1 {
		return
	}
	if o := w.top(); o != nil {
		o.key(w, e.Name)
		w.drawSoon()
		return
	}
	w.press(input{key: e.Name})
}

// TypedRune handles a character.
func (w *Wall) TypedRune(r rune) {
	if w.woken() {
		return
	}
	if o := w.top(); o != nil {
		o.typed(w, r)
		w.drawSoon()
		return
	}
	w.press(input{char: r})
}

// drawSoon draws once for all the keys that have come: a text that is pasted comes
// as thousands, each of which would take milliseconds.
func (w *Wall) drawSoon() {
	if w.drawing {
		return
	}
	w.drawing = true
	w.Soon(func() {
		w.drawing = false
		w.drawEdges()
	})
}

// sameKey is how long the character of a key may come after its name.
const sameKey = 150 * time.Millisecond

// woken notes that a key was pressed, and reports whether it did no more than
// wake the wall.
func (w *Wall) woken() bool {
	w.session.touch(w.now())
	if !w.asleep {
		return w.now().Sub(w.wokenAt) < sameKey
	}
	w.rest()
	w.wokenAt = w.now()
	w.draw()
	return true
}

func (w *Wall) press(in input) {
	if w.board == nil {
		return
	}
	for _, b := range bindings() {
		if b.matches(in) {
			b.do(w, in)
			return
		}
	}
}

func (w *Wall) step(n int) {
	w.rotation.step(n, w.now())
	w.fadeIn()
	w.draw()
}

func (w *Wall) jump(page int) {
	w.setMark("")
	w.rotation.jump(page, w.now())
	w.draw()
}

func (w *Wall) toggleHold() {
	if w.rotation.isHeld() {
		w.rotation.release(w.now())
	} else {
		w.rotation.hold(w.now())
	}
	w.drawEdges()
}
