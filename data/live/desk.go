package live

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/store"
)

// errand is a kind of call: how long it may take, and whether the board is to
// be read again afterwards. Writing waits for other programs, but not so long
// that the person at the screen walks away.
type errand struct {
	patience time.Duration
	kicks    bool
}

var (
	looking   = errand{patience: 3 * time.Second}
	recording = errand{patience: 8 * time.Second, kicks: true}
)

// Desk is the running board's desk: each call does its work on a goroutine of
// its own and hands the answer to Do, which takes it to the interface. What was
// recorded shows at once.
type Desk struct {
	Live *Live
	Do   func(func())

	board     atomic.Pointer[config.Config] // the board that values are judged by
	unlocking unlocking
}

// SetConfig says by which definition values are judged from now on.
func (d *Desk) SetConfig(c *config.Config) { d.board.Store(c) }

// Put records a value.
func (d *Desk) Put(in record.Input, done func(record.Saved, error)) {
	d.write(done, func(ctx context.Context, r *record.Recorder) (record.Saved, error) { return r.Put(ctx, in) })
}

// Undo puts back what stood before row id.
func (d *Desk) Undo(id int64, by string, done func(record.Saved, error)) {
	d.write(done, func(ctx context.Context, r *record.Recorder) (record.Saved, error) { return r.Undo(ctx, id, by) })
}

// Withdraw takes the value of row id back.
func (d *Desk) Withdraw(id int64, by string, done func(record.Saved, error)) {
	d.write(done, func(ctx context.Context, r *record.Recorder) (record.Saved, error) { return r.Withdraw(ctx, id, by) })
}

// write records, and logs what became of it before the screen says it: nothing
// that was called saved is missing in the log, nor a store that took nothing.
func (d *Desk) write(done func(record.Saved, error), work func(context.Context, *record.Recorder) (record.Saved, error)) {
	ask(d, recording, done, func(ctx context.Context, r *record.Recorder) (record.Saved, error) {
		saved, err := work(ctx, r)
		var own *store.Error
		switch {
		case err == nil:
			d.Live.Log.Info("saved at the screen", "kpi", saved.Value.KPI, "row", saved.Value.ID, "what", saved.Text)
		case errors.As(err, &own):
			d.Live.Log.Warn("not saved at the screen", "error", err)
		}
		return saved, err
	})
}

// historyRows is how many rows of a history are read.
const historyRows = 200

// History reads the rows of a KPI.
func (d *Desk) History(id string, done func([]record.Row, error)) {
	ask(d, looking, done, func(ctx context.Context, r *record.Recorder) ([]record.Row, error) {
		return r.History(ctx, id, historyRows)
	})
}

// Period reads the values of a period.
func (d *Desk) Period(k *kpi.KPI, p kpi.Period, done func([]kpi.Value, error)) {
	ask(d, looking, done, func(ctx context.Context, r *record.Recorder) ([]kpi.Value, error) { return r.Period(ctx, k, p) })
}

// ask does work on a goroutine of its own and answers through Do.
func ask[T any](d *Desk, e errand, done func(T, error), work func(context.Context, *record.Recorder) (T, error)) {
	recorder := &record.Recorder{Config: d.board.Load(), Open: d.Live.OpenStore, Now: d.Live.Now}
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), e.patience)
		defer cancel()
		answer, err := work(ctx, recorder)
		if e.kicks {
			d.Live.Kick()
		}
		d.Do(func() { done(answer, err) })
	}()
}
