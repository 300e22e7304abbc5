package entry

import (
	"kpiwall/data/kpi"
	"kpiwall/ui/overlay"
)

// save hands what the form holds to the store, if it may be recorded as it is.
func (e *round) save() {
	f := e.form
	switch p := f.entered; {
	case p == nil:
	case p.saving && (p.draft != f.draft || p.refused != ""):
		f.message = overlay.Message{Text: "still saving the value before it: press Enter again in a moment"}
		return
	case p.refused == "":
		e.queue.hurry()
		return
	}
	if _, ok := f.input(); !ok {
		return
	}
	e.permitted(func() {
		if in, ok := f.input(); ok { // by the board of now
			e.queue.hand(f, in)
		}
	}, func(why string) {
		f.keep(e.drafts)
		f.message = overlay.Message{Text: "not saved, and kept as a draft: " + why, Tone: kpi.Worse}
	})
}

// saved goes on after the value of a form was saved. undoHint says how to undo it,
// where there is something to undo.
func (e *round) saved(o outcome, told overlay.Message, undoHint string) {
	f := o.form
	if e.form == f && o.typedOn {
		f.message = overlay.Message{Text: told.Text + "; what you typed since is not", Tone: kpi.Steady}
		return
	}
	e.message, e.undoHint = told, undoHint
	if f.at.IsZero() {
		e.done[f.kpi.ID] = true
	}
	if e.form != f {
		e.follow()
		return // somebody went on meanwhile
	}
	e.form = nil
	if e.alone {
		e.stack.Close(e)
		e.wall.Say(told.Text + undoHint)
		return
	}
	e.follow()
	for _, r := range e.wall.Board().Due() {
		if !e.done[r.KPI.ID] {
			e.choose(r.KPI.ID)
			return
		}
	}
}
