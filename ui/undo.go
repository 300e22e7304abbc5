package ui

import (
	"errors"
	"slices"

	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
)

// recorded is a row that was recorded at this screen.
type recorded struct {
	id  int64
	kpi string
}

// takeBack takes back what was entered last at this screen: a value that is not
// saved yet, or else what was recorded last. told hears how it went.
func (w *Wall) takeBack(told func(message)) {
	if n := len(w.session.unsaved); n > 0 {
		w.giveUp(w.session.unsaved[n-1], told)
		return
	}
	w.permitted(func() { w.undo(told) }, func(why string) { told(message{"not undone: " + why, kpi.Worse}) })
}

// giveUp does not try any more to save the value of f, and keeps it as a draft.
func (w *Wall) giveUp(f *form, told func(message)) {
	if f.entered.saving {
		told(message{text: "it is being saved at this moment: try again"})
		return
	}
	text := f.names(w)
	w.takeOff(f)
	f.keep(w)
	f.message = message{}
	told(message{text: "not saved, and kept as a draft: " + text})
}

// undo takes back what was recorded last at this screen, and again what was
// recorded before that. told hears how it went.
func (w *Wall) undo(told func(message)) {
	n := len(w.session.undo)
	if n == 0 {
		told(message{text: "there is nothing to undo: nothing was recorded at this screen"})
		return
	}
	last := w.session.undo[n-1]
	told(message{text: "undoing …"})
	w.restores(last.kpi)
	w.desk.Undo(last.id, w.session.by, func(s record.Saved, err error) {
		if err != nil {
			delete(w.restored, last.kpi)
		}
		switch {
		case err == nil:
			w.session.drop(last)
			told(message{"undone: " + words.Of(w.board.Config).Saved(s), kpi.Better})
		case errors.Is(err, record.ErrNotInForce):
			w.session.drop(last)
			told(message{"not undone: somebody has recorded a newer value since", kpi.Worse})
		default:
			told(message{"not undone: " + failure(err), kpi.Worse})
		}
	})
}

func (s *session) drop(r recorded) {
	s.undo = slices.DeleteFunc(s.undo, func(have recorded) bool { return have == r })
}
