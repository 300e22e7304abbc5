package entry

import (
	"slices"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// queue is the values that somebody has entered and that the store does not have
// yet, each in its form, the oldest first: so the last one that was entered for a
// moment is the one that stands. A form whose value was given up is none of it.
type queue struct {
	*desk
	drafts drafts
	forms  []*form
	store  int // counts the stores that there were: the demo's, the real one

	saved  func(outcome) // hears what the store has taken
	failed func()        // hears that a try failed
}

// outcome is what became of a value that the store has taken.
type outcome struct {
	form    *form
	saved   record.Saved
	typedOn bool // something else was typed meanwhile
	late    bool // it failed before
}

// all returns the forms whose value is entered and not saved.
func (q *queue) all() []*form {
	return slices.DeleteFunc(slices.Clone(q.forms), func(f *form) bool { return f.entered == nil })
}

// hand gives what f holds to the store, after all that waits already.
func (q *queue) hand(f *form, in record.Input) {
	f.entered = nil
	q.forms = append(q.all(), f)
	f.entered = &entered{in: in, draft: f.draft, permit: q.person.permit(q.wall.Board().Config.Entry)}
	f.message = f.neutral("entry.saving", nil)
	f.keep(q.drafts)
	q.hurry()
}

// hurry tries at once what waits.
func (q *queue) hurry() {
	if f := q.next(); f != nil {
		f.entered.retry = time.Time{}
	}
	q.try()
}

// next returns the form whose value has its turn, or nil.
func (q *queue) next() *form {
	for _, f := range q.all() {
		if f.entered.refused == "" {
			return f
		}
	}
	return nil
}

// busy reports whether a value is on its way to the store.
func (q *queue) busy() bool {
	return slices.ContainsFunc(q.all(), func(f *form) bool { return f.entered.saving })
}

// try sends the value that has its turn, once its time has come.
func (q *queue) try() {
	f := q.next()
	if f == nil || q.busy() || f.entered.early(q.wall.Now()) {
		return
	}
	if why := q.bars(f); why != "" {
		f.refuse(why)
		q.try()
		return
	}
	e, store := f.entered, q.store
	e.saving = true
	in := f.dated(e.in)
	in.Round = q.round
	if f.corrects(in) {
		q.wall.Restores(f.kpi.ID)
	}
	q.recorder.Put(in, func(s record.Saved, err error) {
		if q.store != store { // the demo's is gone, and what was typed into it
			return
		}
		e.saving = false
		if err == nil {
			q.take(f, s)
		} else {
			q.wall.NotRestored(f.kpi.ID)
			q.notSaved(f, err)
		}
		q.try()
		q.wall.Redraw()
	})
}

// bars says why the value of f may not be recorded on the board of now, or "".
func (q *queue) bars(f *form) string {
	if why := q.forbids(); why != "" {
		return why
	}
	if f.gone {
		return f.lacks(f.kpi.ID)
	}
	if id := f.entered.permit.lapsed(q.wall.Board().Config.Entry); id != "" {
		return q.say(id, nil)
	}
	return ""
}

// take takes the value of f, which is safe in the store now, off the queue.
func (q *queue) take(f *form, s record.Saved) {
	e := f.entered
	f.entered = nil
	if s.Round.ID != 0 {
		q.round = s.Round
	}
	if d, ok := q.drafts[f.draftKey()]; ok && d == e.draft {
		delete(q.drafts, f.draftKey())
	}
	q.saved(outcome{form: f, saved: s, typedOn: f.draft != e.draft, late: e.failed != ""})
}

// notSaved has the value tried again where the failure passes by itself, and
// otherwise leaves it to a person.
func (q *queue) notSaved(f *form, err error) {
	q.failed()
	why := f.failure(err)
	switch {
	case f.draft != f.entered.draft: // what was typed since is to be saved, and not this
		f.entered = nil
		f.message = f.bad("entry.not_saved", words.Args{"Why": why})
	case !board.Passing(err):
		f.refuse(why)
	default:
		for _, other := range q.all() { // those behind it wait for the same
			if other.entered.refused == "" {
				other.entered.failed, other.entered.retry = why, q.wall.Now().Add(retryAfter)
				other.message = f.bad("entry.retrying", words.Args{"Why": why})
			}
		}
	}
}

// giveUp does not try any more to save the value of f, and keeps it as a draft. It
// returns which one that was.
func (q *queue) giveUp(f *form) string {
	text := f.names()
	f.entered, f.message = nil, overlay.Message{}
	f.keep(q.drafts)
	return text
}

// of returns the form whose value, or correction, is entered and not saved yet, the
// newest where there are several; or nil.
func (q *queue) of(key draftKey) *form {
	for _, f := range slices.Backward(q.all()) {
		if f.draftKey() == key {
			return f
		}
	}
	return nil
}

// texts says of each value that could not be saved so far what it is, and why that
// is so, for the wall.
func (q *queue) texts() (texts []string) {
	for _, f := range q.all() {
		switch e := f.entered; {
		case e.refused != "":
			texts = append(texts, q.say("entry.unsaved", words.Args{"What": f.names(), "Why": e.refused}))
		case e.failed != "":
			texts = append(texts, q.say("entry.unsaved_yet", words.Args{"What": f.names(), "Why": e.failed}))
		}
	}
	return texts
}
