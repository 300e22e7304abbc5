package entry

import "kpiwall/ui/overlay"

// longestAhead is how many keys are held back at most.
const longestAhead = 200

// holds reports whether keys are held back: while a value is on its way to the store
// for the first time. Whoever types a round from a sheet of paper is faster than a
// disk: the next digits are meant for the next KPI, and must not join those of the
// value before.
func (e *round) holds() bool {
	f := e.form
	return f != nil && f.entered != nil && f.entered.saving && f.entered.failed == ""
}

func (e *round) hold(in overlay.Input) {
	if len(e.ahead) < longestAhead {
		e.ahead = append(e.ahead, in)
	}
}

// replay presses the keys that were held back, after the value before them was
// saved. Those that come after the last form of the round was closed have nothing
// to go to.
func (e *round) replay() {
	keys := e.ahead
	e.ahead = nil
	for i, in := range keys {
		if e.stack.Top() != e {
			return
		}
		if e.holds() { // the next value is on its way already
			e.ahead = append(e.ahead, keys[i:]...)
			return
		}
		overlay.Press(e.Section().Bindings, in, e.Refuse)
	}
}
