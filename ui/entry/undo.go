package entry

import (
	"errors"
	"slices"

	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// undo takes back what was entered at this screen, the newest first: a value that is
// not saved yet, or else what was recorded last.
type undo struct {
	*desk
	queue *queue
	rows  []recorded // not undone, the newest last
}

// recorded is a row that was recorded at this screen.
type recorded struct {
	id  int64
	kpi string
}

func (u *undo) add(s record.Saved) { u.rows = append(u.rows, recorded{s.Value.ID, s.Value.KPI}) }

func (u *undo) drop(r recorded) {
	u.rows = slices.DeleteFunc(u.rows, func(have recorded) bool { return have == r })
}

// nothing says why nothing can be undone, or "".
func (u *undo) nothing() string {
	if len(u.rows) == 0 && len(u.queue.all()) == 0 {
		return u.say("undo.nothing", nil)
	}
	return ""
}

// takeBack takes back what was entered last. told hears how it went.
func (u *undo) takeBack(told func(overlay.Message)) {
	if waiting := u.queue.all(); len(waiting) > 0 {
		told(u.giveUp(waiting[len(waiting)-1]))
		return
	}
	u.permitted(func() { u.last(told) }, func(why string) {
		told(u.bad("undo.failed", words.Args{"Why": why}))
	})
}

func (u *undo) giveUp(f *form) overlay.Message {
	if f.entered.saving {
		return u.neutral("undo.saving", nil)
	}
	return u.neutral("entry.kept", words.Args{"Text": u.queue.giveUp(f)})
}

// last takes back the row that was recorded last.
func (u *undo) last(told func(overlay.Message)) {
	n := len(u.rows)
	if n == 0 { // another one was faster
		told(overlay.Message{Text: u.nothing()})
		return
	}
	last := u.rows[n-1]
	told(u.neutral("undo.running", nil))
	u.wall.Restores(last.kpi)
	u.recorder.Undo(last.id, u.person.by, func(s record.Saved, err error) {
		if err != nil {
			u.wall.NotRestored(last.kpi)
		}
		var m overlay.Message
		switch {
		case err == nil:
			m = u.good("undo.undone", words.Args{"Text": u.speech().Saved(s)})
		case errors.Is(err, record.ErrNotInForce):
			m = u.bad("undo.replaced", nil)
		default:
			m = u.bad("undo.failed", words.Args{"Why": u.failure(err)})
		}
		if err == nil || errors.Is(err, record.ErrNotInForce) {
			u.drop(last)
		}
		told(m)
		u.wall.Redraw()
	})
}
