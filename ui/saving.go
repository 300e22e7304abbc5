package ui

import (
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
)

// save hands what the form holds to the store, if it may be recorded as it is.
func (e *entry) save(w *Wall) {
	f := e.form
	switch p := f.entered; {
	case p != nil && p.saving && p.draft != f.draft:
		f.message = message{text: "still saving the value before it: press Enter again in a moment"}
		return
	case p != nil && p.refused == "":
		w.hurry()
		return
	}
	if _, ok := f.input(w); !ok {
		return
	}
	w.permitted(func() {
		if in, ok := f.input(w); ok { // by the board of now
			w.hand(f, in)
		}
	}, func(why string) {
		f.keep(w)
		f.message = message{"not saved, and kept as a draft: " + why, kpi.Worse}
	})
}

// saved goes on after the value of f is safe in the store.
func (w *Wall) saved(f *form, s record.Saved) {
	typedOn := f.draft != f.entered.draft
	if d, ok := w.session.drafts[f.draftKey()]; ok && d == f.entered.draft {
		delete(w.session.drafts, f.draftKey())
	}
	late := f.entered.failed != ""
	w.takeOff(f)
	told := message{text: "saved: " + words.Of(w.board.Config).Saved(s), tone: kpi.Better}
	if s.New {
		w.session.undo = append(w.session.undo, recorded{s.Value.ID, s.Value.KPI})
		told.text += " · u undoes"
	}
	e := w.round()
	switch {
	case e == nil:
		w.report(told.text, late)
	case e.form == f && typedOn:
		f.message = message{told.text + "; what you typed since is not", kpi.Steady}
	default:
		e.saved(w, f, s.New, told)
	}
	if e != nil {
		w.replay(e)
	}
}

// saved goes on with the round after the value of f was saved.
func (e *entry) saved(w *Wall, f *form, undoes bool, told message) {
	e.message, e.fresh = told, undoes
	if f.at.IsZero() {
		e.done[f.kpi.ID] = true
	}
	if e.form != f {
		return // somebody went on meanwhile
	}
	e.form = nil
	if e.alone {
		w.remove(e)
		w.say(told.text)
		return
	}
	for _, r := range w.board.Due() {
		if !e.done[r.KPI.ID] {
			e.choose(w, r.KPI.ID)
			return
		}
	}
}

// round returns the entry that is open, or nil.
func (w *Wall) round() *entry {
	for _, o := range w.overlays {
		if e, ok := o.(*entry); ok {
			return e
		}
	}
	return nil
}
