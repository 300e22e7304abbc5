package ui

import (
	"time"

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
	// Unlock checks a PIN, which takes a moment on purpose. After wrong ones, also
	// those of before a restart, it says how long to wait instead.
	Unlock(hash, pin string, done func(ok bool, wait time.Duration))
}

// idleAfter is how long an entry waits for a key before the wall comes back,
// and how long a PIN that was typed stays good.
const idleAfter = time.Minute

// session is what the wall knows of the person at the keyboard.
type session struct {
	lastKey time.Time
	pin     string // hash of the PIN that was typed, as long as keys have come ever since
	by      string // who enters, where the board asks for it
	named   bool   // whether they were asked

	drafts  map[draftKey]draft // typed and not saved
	unsaved []*form            // entered and not in the store yet, the oldest first
	undo    []recorded         // at this screen and not undone, the newest last
}

// touch notes that a key was pressed.
func (s *session) touch(now time.Time) { s.lastKey = now }

// expire ends what a minute without keys ends; it reports whether that minute
// is over.
func (s *session) expire(now time.Time) bool {
	if s.lastKey.IsZero() || now.Sub(s.lastKey) < idleAfter {
		return false
	}
	s.pin, s.named, s.by = "", false, ""
	return true
}
