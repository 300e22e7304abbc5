package ui

import (
	"time"

	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// greetFor is how long a wall that was just started says which keys it has.
const greetFor = 5 * time.Minute

// Greet says for some minutes which keys lead on, to whoever has started the wall.
func (w *Wall) Greet() { w.greeted = w.now() }

// firstKeys returns the keys that somebody has to know, the longest text first: for a
// time after the start, as long as nothing was ever recorded, and on the demo, which is
// there for nothing but what follows it.
func (w *Wall) firstKeys(now time.Time) []string {
	if w.board == nil {
		return nil
	}
	since := now.Sub(w.greeted)
	if (since < 0 || since >= greetFor) && w.hasValues() && !w.canBegin() {
		return nil
	}
	return overlay.FirstHints(words.Of(w.board.Config), w.section().Bindings)
}

func (w *Wall) hasValues() bool {
	for _, r := range w.board.Readings {
		if r.Has {
			return true
		}
	}
	return false
}
