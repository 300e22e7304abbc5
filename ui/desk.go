package ui

import (
	"errors"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
)

// Desk looks values up and records them for the wall. Its methods return at
// once; the answer comes on the main goroutine, by done.
type Desk interface {
	Put(in record.Input, done func(record.Saved, error))
	Undo(id int64, by string, done func(record.Saved, error))
	Withdraw(id int64, by string, done func(record.Saved, error))
	History(id string, done func([]record.Row, error))
	Period(k *kpi.KPI, p kpi.Period, done func([]kpi.Value, error))
	// Unlock checks a PIN, which takes a moment on purpose.
	Unlock(hash, pin string, done func(bool))
}

// idleAfter is how long an entry waits for a key before the wall comes back,
// and how long a PIN that was typed stays good.
const idleAfter = time.Minute

// session is what the wall knows of the person at the keyboard.
type session struct {
	lastKey  time.Time
	unlocked bool   // the PIN was typed, and keys have come ever since
	by       string // who enters, where the board asks for it
	named    bool   // whether they were asked

	drafts map[draftKey]draft // typed and not saved
	undo   []int64            // rows recorded at this screen and not undone, the newest last
}

// touch notes that a key was pressed.
func (s *session) touch(now time.Time) { s.lastKey = now }

// expire ends what a minute without keys ends; it reports whether that minute
// is over.
func (s *session) expire(now time.Time) bool {
	if s.lastKey.IsZero() || now.Sub(s.lastKey) < idleAfter {
		return false
	}
	s.unlocked, s.named, s.by = false, false, ""
	return true
}

// passing reports whether an error of the store may pass by itself, so that
// trying again makes sense.
func passing(err error) bool {
	var brief interface{ Short() string }
	return errors.As(err, &brief)
}

// change runs do if values may be changed now: after the PIN, where there is
// one, and after asking who it is, where the board wants to know.
func (w *Wall) change(do func()) {
	c := w.board.Config.Entry
	switch {
	case w.board.Config.Store.Role == config.Copy:
		w.say("this wall shows a copy: values are entered where it comes from")
	case w.desk == nil || c.Off:
		w.say("values are not entered at this screen")
	case w.board.AsOf:
		w.say("this is a board of the past: nothing is entered here")
	case c.PINHash != "" && !w.session.unlocked:
		w.open(&lock{hash: c.PINHash, then: func() { w.change(do) }})
	case c.AskName && !w.session.named:
		w.open(&naming{then: func() { w.change(do) }})
	default:
		do()
	}
}

// undo takes back what was recorded last at this screen, and again what was
// recorded before that. told hears how it went.
func (w *Wall) undo(told func(text string, good bool)) {
	n := len(w.session.undo)
	if n == 0 {
		told("there is nothing to undo: nothing was recorded at this screen", false)
		return
	}
	id := w.session.undo[n-1]
	w.desk.Undo(id, w.session.by, func(s record.Saved, err error) {
		switch {
		case err == nil:
			w.session.drop(id)
			told("undone: "+s.Text, true)
		case errors.Is(err, record.ErrNotInForce):
			w.session.drop(id)
			told("not undone: somebody has recorded a newer value since", false)
		default:
			told("not undone: "+board.Short(err), false)
		}
	})
}

func (s *session) drop(id int64) {
	for i, have := range s.undo {
		if have == id {
			s.undo = append(s.undo[:i:i], s.undo[i+1:]...)
			return
		}
	}
}
