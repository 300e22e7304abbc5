package entry

import "kpiwall/data/words"

// save hands what the form holds to the store, if it may be recorded as it is.
func (e *round) save() {
	f := e.form
	switch p := f.entered; {
	case p == nil:
	case p.saving && (p.draft != f.draft || p.refused != ""):
		f.message = f.neutral("entry.saving_before", nil)
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
		f.message = f.bad("entry.kept", words.Args{"Text": why})
	})
}

// saved goes on after the value of a form was saved as text says. undoHint is the
// message that says how to undo it, where there is something to undo.
func (e *round) saved(o outcome, text, undoHint string) {
	f := o.form
	if e.form == f && o.typedOn {
		f.message = e.neutral("entry.saved_before", words.Args{"Text": text})
		return
	}
	e.message, e.undoHint = e.good("entry.saved", words.Args{"Text": text}), undoHint
	if f.at.IsZero() {
		e.done[slot{f.kpi.ID, o.saved.Period}] = true
	}
	if e.form != f {
		e.follow()
		return // somebody went on meanwhile
	}
	e.form = nil
	if e.alone {
		e.stack.Close(e)
		e.wall.Say(e.told().Text)
		return
	}
	e.follow()
	e.goOn(f.kpi.ID)
}
