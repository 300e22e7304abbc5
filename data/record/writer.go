package record

import (
	"context"
	"fmt"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// writer is one transaction in which values are recorded, whoever records them:
// a person at the screen or in the terminal, or a file. It has the rules that all
// of them keep to.
type writer struct {
	cfg  *config.Config
	now  time.Time
	tx   *store.Tx
	past map[string]board.KPIData // what the KPIs were before, as far as it was read
}

// write calls do with a transaction: when it returns nil all that do recorded is
// safe, and with an error nothing of it stands.
func (r *Recorder) write(ctx context.Context, op string, do func(*writer) error) error {
	return r.withStore(ctx, func(st *store.Store) error { return r.writeTo(ctx, st, op, do) })
}

func (r *Recorder) writeTo(ctx context.Context, st *store.Store, op string, do func(*writer) error) error {
	return st.Write(ctx, op, func(tx *store.Tx) error {
		return do(&writer{cfg: r.Config, now: r.Now(), tx: tx, past: map[string]board.KPIData{}})
	})
}

// entry decides when in was true, and refuses what no store and no period could
// make right. With [ErrNoSentence] it returns the entry too.
func (w *writer) entry(in Input) (*entry, error) {
	e, err := newEntry(w.cfg, in, w.now)
	if err == nil {
		err = e.check()
	}
	if err != nil {
		err = fmt.Errorf("record %q: %w", in.KPI.ID, err)
	}
	return e, err
}

// pastOf returns what k was before anything was recorded here.
func (w *writer) pastOf(ctx context.Context, k *kpi.KPI) (board.KPIData, error) {
	d, ok := w.past[k.ID]
	if !ok {
		var err error
		if d, err = board.ReadKPI(ctx, w.tx.View(), w.cfg.Calendar, k, w.now); err != nil {
			return d, err
		}
		w.past[k.ID] = d
	}
	return d, nil
}
