// Package entry is how values get in at the screen: the round of those that are
// due, the form of one, all that was recorded of a KPI, the questions for the PIN and
// the name; and behind them what was typed and not saved, the values that wait for
// the store, and what can be undone. [Session] is its door. It belongs to the main
// goroutine; what the store says comes back through a [Recorder].
package entry

import (
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
)

// Wall is what entering values sees of the wall that it stands over.
type Wall interface {
	Board() *board.Board
	Now() time.Time

	// LooksBack reports whether the wall shows the past, where nothing is entered.
	LooksBack() bool

	// Redraw shows what an answer of the store has changed.
	Redraw()

	// Say answers somebody at the screen. Report says how something went that goes
	// on by itself; late: nobody waits for it any more.
	Say(text string)
	Report(text string, late bool)

	// Restores notes that somebody sets a KPI right, so that its value is no news;
	// it comes before the store is asked, for the board may be there before the
	// answer. NotRestored takes it back.
	Restores(kpi string)
	NotRestored(kpi string)
}

// Recorder looks values up and records them. Its methods return at once; the
// answer comes on the main goroutine, by done.
type Recorder interface {
	Put(in record.Input, done func(record.Saved, error))
	Undo(id int64, by string, done func(record.Saved, error))
	Withdraw(id int64, by string, done func(record.Saved, error))

	// LastAction finds what is to be taken back next, passing over rows; UndoBatch
	// takes back an import.
	LastAction(passed map[int64]bool, done func(action record.Action, found bool, err error))
	UndoBatch(id int64, by string, done func(record.Reversed, error))
	History(id string, done func([]record.Row, error))
	Period(k *kpi.KPI, p kpi.Period, done func([]kpi.Value, error))
	// Unlock checks a PIN, which takes a moment on purpose. After wrong ones, also
	// those of before a restart, it says how long to wait instead.
	Unlock(hash, pin string, done func(ok bool, wait time.Duration))
}
