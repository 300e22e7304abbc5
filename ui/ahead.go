package ui

import "fyne.io/fyne/v2"

// longestAhead is how many keys are held back at most.
const longestAhead = 200

// holds keeps back a key that comes while a value is on its way to the store for
// the first time, and reports whether it did. Whoever types a round from a sheet of
// paper is faster than a disk: the next digits are meant for the next KPI, and must
// not join those of the value before. Escape is never kept back.
func (e *entry) holds(in input) bool {
	f := e.form
	if f == nil || f.entered == nil || !f.entered.saving || f.entered.failed != "" || in.key == fyne.KeyEscape {
		return false
	}
	if len(e.ahead) < longestAhead {
		e.ahead = append(e.ahead, in)
	}
	return true
}

// replay presses the keys that were held back, after the value before them was
// saved. Those that come after the last form of the round was closed have nothing
// to go to.
func (w *Wall) replay(e *entry) {
	keys := e.ahead
	e.ahead = nil
	for i, in := range keys {
		if w.top() != e {
			return
		}
		if e.holds(in) { // the next value is on its way already
			e.ahead = append(e.ahead, keys[i+1:]...)
			return
		}
		if in.char != 0 {
			e.typed(w, in.char)
		} else {
			e.key(w, in.key)
		}
	}
}
