package engine

import (
	"context"
	"errors"
	"maps"
	"strconv"
	"sync/atomic"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/store"
)

// callLimits are those of a kind of call: how long it may take, and whether the
// board is to be read again afterwards. Writing waits for other programs, but not so long
// that the person at the screen walks away.
type callLimits struct {
	timeout   time.Duration
	refreshes bool
}

var (
	readCall  = callLimits{timeout: 3 * time.Second}
	writeCall = callLimits{timeout: 8 * time.Second, refreshes: true}
	batchCall = callLimits{timeout: 10 * time.Minute, refreshes: true} // of a million values
)

// AsyncRecorder records values of the running board: each call does its work on a
// goroutine of its own and hands the answer to Do, which takes it to the
// interface. What was recorded shows at once.
type AsyncRecorder struct {
	Engine *Engine
	Do     func(func())

	board     atomic.Pointer[config.Config] // the board that values are judged by
	unlocking unlocking
}

// SetConfig says by which definition values are judged from now on.
func (a *AsyncRecorder) SetConfig(c *config.Config) { a.board.Store(c) }

// Put records a value.
func (a *AsyncRecorder) Put(in record.Input, done func(record.Saved, error)) {
	a.write("saved", done, func(ctx context.Context, r *record.Recorder) (record.Saved, error) { return r.Put(ctx, in) })
}

// Undo puts back what stood before row id.
func (a *AsyncRecorder) Undo(id int64, by string, done func(record.Saved, error)) {
	a.write("undone", done, func(ctx context.Context, r *record.Recorder) (record.Saved, error) { return r.Undo(ctx, id, by) })
}

// Withdraw takes the value of row id back.
func (a *AsyncRecorder) Withdraw(id int64, by string, done func(record.Saved, error)) {
	a.write("withdrawn", done, func(ctx context.Context, r *record.Recorder) (record.Saved, error) {
		return r.Withdraw(ctx, id, by, record.Screen)
	})
}

// LastAction finds what is to be taken back next.
func (a *AsyncRecorder) LastAction(passed map[int64]bool, done func(action record.Action, found bool, err error)) {
	type answer struct {
		action record.Action
		found  bool
	}
	passed = maps.Clone(passed)
	call(a, readCall, func(l answer, err error) { done(l.action, l.found, err) }, func(ctx context.Context, r *record.Recorder) (l answer, err error) {
		l.action, l.found, err = r.LastAction(ctx, passed)
		return l, err
	})
}

// UndoBatch takes an import back as a whole.
func (a *AsyncRecorder) UndoBatch(id int64, by string, done func(record.Reversed, error)) {
	call(a, batchCall, done, func(ctx context.Context, r *record.Recorder) (record.Reversed, error) {
		undone, err := r.UndoBatch(ctx, id, by)
		if err == nil {
			a.Engine.Log.Info("taken back at the screen", "import", id, "values", undone.Values, "left", undone.Left)
		}
		return undone, err
	})
}

// write records, and logs that it was done and what stands now before the screen says
// it: nothing that was called saved is missing in the log, nor a store that took
// nothing.
func (a *AsyncRecorder) write(did string, done func(record.Saved, error), work func(context.Context, *record.Recorder) (record.Saved, error)) {
	call(a, writeCall, done, func(ctx context.Context, r *record.Recorder) (record.Saved, error) {
		saved, err := work(ctx, r)
		var own *store.Error
		switch {
		case err == nil:
			number := "none"
			if !saved.Value.Withdrawn {
				number = strconv.FormatFloat(saved.Value.Number, 'f', -1, 64)
			}
			a.Engine.Log.Info(did+" at the screen", "kpi", saved.Value.KPI, "row", saved.Value.ID, "at", saved.Value.At.String(), "number", number)
		case errors.As(err, &own):
			a.Engine.Log.Warn("not "+did+" at the screen", "error", err)
		}
		return saved, err
	})
}

// historyRows is how many rows of a history are read.
const historyRows = 200

// History reads the rows of a KPI.
func (a *AsyncRecorder) History(id string, done func([]record.Row, error)) {
	call(a, readCall, done, func(ctx context.Context, r *record.Recorder) ([]record.Row, error) {
		return r.History(ctx, id, historyRows)
	})
}

// Period reads the values of a period.
func (a *AsyncRecorder) Period(k *kpi.KPI, p kpi.Period, done func([]kpi.Value, error)) {
	call(a, readCall, done, func(ctx context.Context, r *record.Recorder) ([]kpi.Value, error) { return r.Period(ctx, k, p) })
}

// Past reads the board that values are judged by as it stood at the end of a day.
func (a *AsyncRecorder) Past(day kpi.Date, done func(*board.Board, error)) {
	call(a, readCall, done, func(ctx context.Context, r *record.Recorder) (b *board.Board, err error) {
		st, err := r.Open(ctx)
		if err != nil {
			return nil, err
		}
		defer st.Close()
		return board.BuildAsOf(ctx, r.Config, board.FromStore(st), day, r.Now())
	})
}

// call does work on a goroutine of its own and answers through Do.
func call[T any](a *AsyncRecorder, limits callLimits, done func(T, error), work func(context.Context, *record.Recorder) (T, error)) {
	recorder := &record.Recorder{Config: a.board.Load(), Open: a.Engine.OpenStore, Now: a.Engine.Now}
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), limits.timeout)
		defer cancel()
		answer, err := work(ctx, recorder)
		if limits.refreshes {
			a.Engine.Kick()
		}
		a.Do(func() { done(answer, err) })
	}()
}
