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

// writing is one transaction in which values are recorded, whoever records them:
// a person at the screen or in the terminal, or a file. It has the rules that all
// of them keep to.
type writing struct {
	cfg  *config.Config
	now  time.Time
	tx   *store.Tx
	past map[string]board.KPIData // what the KPIs were before, as far as it was read
}

// write calls do with a transaction: when it returns nil all that do recorded is
// safe, and with an error nothing of it stands.
func (d *Desk) write(ctx context.Context, op string, do func(*writing) error) error {
	return d.with(ctx, func(st *store.Store) error {
		return st.Write(ctx, op, func(tx *store.Tx) error {
			return do(&writing{cfg: d.Config, now: d.Now(), tx: tx, past: map[string]board.KPIData{}})
		})
	})
}

// entry decides when in was true, and refuses what no store and no period could
// make right. With [ErrNoSentence] it returns the entry too.
func (w *writing) entry(in Input) (*entry, error) {
	e, err := newEntry(w.cfg, in, w.now)
	if err == nil {
		err = e.check()
	}
	if err != nil {
		err = fmt.Errorf("record %q: %w", in.KPI.ID, err)
	}
	return e, err
}

// usual returns what the periods of k but p made usual before anything was
// recorded here.
func (w *writing) usual(ctx context.Context, k *kpi.KPI, p kpi.Period) (kpi.Usual, error) {
	f, ok := w.past[k.ID]
	if !ok {
		var err error
		if f, err = board.ReadKPI(ctx, w.tx.View(), w.cfg.Calendar, k, w.now); err != nil {
			return kpi.Usual{}, err
		}
		w.past[k.ID] = f
	}
	return usualOf(f, p), nil
}
