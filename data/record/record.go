// Package record is the one door by which values get into a store: the screen,
// the terminal and files all record through it. It decides the moment that values
// are recorded under, adds, refuses what cannot be, and says what was saved, how
// the period stands afterwards, and what is doubtful about it.
package record

import (
	"context"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Recorder records values of one board. It opens the store anew for each call (some
// milliseconds), so that a store that was missing, locked or replaced is met as
// it is now. Its methods block: they do not belong on the interface's
// goroutine. Several goroutines may use it.
//
// What is wrong with the store is a [*store.Error];
// it may pass, and trying again is safe, for nothing was recorded. Any other
// error is about what was typed.
type Recorder struct {
	Config *config.Config
	Open   func(context.Context) (*store.Store, error)
	Now    func() time.Time
}

// Input is a value as somebody wants it recorded.
type Input struct {
	KPI    *kpi.KPI
	Typed  kpi.Typed // for a judged KPI the verdict
	At     kpi.At    // zero: now, in the current period
	Whole  bool      // a program says that it is the number of the whole period
	Note   string
	By     string
	Source string

	// Person says that somebody typed it, and did not let a program do it: the same
	// number once more then holds from now on, while a program that repeats itself
	// says nothing new.
	Person bool

	// Ask keeps it out where a warning speaks against it: whoever typed it is to be asked,
	// and to put it once more without this.
	Ask bool

	// Round is that in which a person entered values before this one; without one
	// (zero) a round begins. Programs enter no rounds.
	Round Round
}

// Saved is what stands in the store once it is safe there.
type Saved struct {
	// Value is the row in force.
	Value store.Value

	// Round is that of a value that a person entered; zero where nothing new was.
	Round Round

	// New is false where the very same value (number and note) stood there
	// already, whoever recorded it. There is then nothing to undo.
	New bool

	// Reading is how the period of the value stands with it, without the
	// periods before. It is nil only after an undo or a withdrawal, where the
	// configuration has no such KPI or the period could not be read.
	Reading *board.Reading

	// Doubts are what speaks against the value; see [Unusual] and [NoteWanted]. Asked
	// says that it was kept out for that, as [Input.Ask] wants it: nothing stands then.
	Doubts []finding.Finding
	Asked  bool

	// Period is that of the value, and Ahead says that it is still to come. Period is
	// zero where Reading is nil.
	Period kpi.Period
	Ahead  bool
}

// Row is a row of the store as its history shows it, for those who have nothing
// else to do with stores.
type Row = store.Value

// ErrNotInForce is the error of Undo and Withdraw for a row that somebody has
// replaced since.
var ErrNotInForce = store.ErrNotInForce

// History returns the rows of the KPI id as [store.Store.History] does: also
// those that were replaced or withdrawn, newest moment first; at most limit
// where limit is above 0.
func (r *Recorder) History(ctx context.Context, id string, limit int) (rows []Row, err error) {
	err = r.withStore(ctx, func(st *store.Store) error {
		rows, err = st.History(ctx, id, limit)
		return err
	})
	return rows, err
}

// Period returns the values in force in period p of k, oldest first, to judge
// what is being typed together with them.
func (r *Recorder) Period(ctx context.Context, k *kpi.KPI, p kpi.Period) (values []kpi.Value, err error) {
	err = r.withStore(ctx, func(st *store.Store) error {
		return st.View(ctx, func(v *store.View) error {
			values, err = valuesOf(ctx, v, r.Config.Calendar, k, p).values(false)
			return err
		})
	})
	return values, err
}

// withValue calls do with the store. What do has recorded is safe by then, also
// where closing fails.
func (r *Recorder) withStore(ctx context.Context, do func(*store.Store) error) error {
	st, err := r.Open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	return do(st)
}
