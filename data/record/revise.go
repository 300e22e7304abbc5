package record

import (
	"context"
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Undo puts back what stood before row id, or withdraws its value where nothing did. To
// undo the row that it returns is to redo. It refuses with [ErrNotInForce] where
// somebody has recorded a newer value for the same moment. A withdrawal of several
// values is undone as a whole.
func (r *Recorder) Undo(ctx context.Context, id int64, by string) (Saved, error) {
	return r.revise(ctx, func(w *writer) (v store.Value, err error) {
		v, _, err = w.tx.UndoAct(ctx, id, by)
		return v, err
	}, id)
}

// Withdraw takes the value of row id back: its moment has none from then on. It
// refuses as Undo does. It is a round of its own, of the program called from.
func (r *Recorder) Withdraw(ctx context.Context, id int64, by, from string) (Saved, error) {
	return r.revise(ctx, func(w *writer) (v store.Value, err error) {
		round, err := w.tx.NewBatch(ctx, store.RoundBatch, from, by)
		if err == nil {
			v, err = w.tx.Withdraw(ctx, id, by, round.ID)
		}
		if err == nil && v.Batch != round.ID {
			err = w.tx.DropBatch(ctx, round.ID)
		}
		return v, err
	}, id)
}

// WithdrawPeriod takes back all that stands in the period of k that at lies in, or
// with exactly what stands at that very moment; count says how many values that were.
// Several are one round.
func (r *Recorder) WithdrawPeriod(ctx context.Context, k *kpi.KPI, at kpi.At, exactly bool, by, from string) (saved Saved, count int, err error) {
	period, ok := r.Config.Calendar.For(k).PeriodAt(k.Every, at)
	if !ok {
		return saved, 0, finding.New("record.hour", finding.Args{"Name": k.Name, "At": at})
	}
	saved, err = r.revise(ctx, func(w *writer) (v store.Value, err error) {
		values, err := valuesOf(ctx, w.tx.View(), w.cfg.Calendar, k, period).values(false)
		if err != nil {
			return v, err
		}
		if exactly {
			values = slices.DeleteFunc(values, func(v kpi.Value) bool { return v.At.String() != at.String() })
		}
		if count = len(values); count == 0 {
			return v, finding.New("withdraw.none", finding.Args{"Name": k.Name, "KPI": k.ID})
		}
		round, err := w.tx.NewBatch(ctx, store.RoundBatch, from, by)
		for _, value := range values {
			if err == nil {
				v, err = w.tx.Withdraw(ctx, value.ID, by, round.ID)
			}
		}
		return v, err
	}, 0)
	return saved, count, err
}

// Undone is what was taken back or brought back of one KPI.
type Undone struct {
	Saved
	Was   Row // what stood at the moment of the value until then
	Count int // how many values it is about: of a withdrawal several
}

// UndoLast takes back what was recorded last of the KPI id and is not taken back yet;
// found is false where there is nothing. Once more it takes back what was before.
func (r *Recorder) UndoLast(ctx context.Context, id, by string) (u Undone, found bool, err error) {
	return r.step(ctx, id, by, (*store.Tx).LastDone)
}

// RedoLast brings back what was last taken back of the KPI id, unless something was
// recorded since.
func (r *Recorder) RedoLast(ctx context.Context, id, by string) (u Undone, found bool, err error) {
	return r.step(ctx, id, by, (*store.Tx).LastUndone)
}

func (r *Recorder) step(ctx context.Context, id, by string, find func(*store.Tx, context.Context, string) (Row, bool, error)) (u Undone, found bool, err error) {
	u.Saved, err = r.revise(ctx, func(w *writer) (v store.Value, err error) {
		if u.Was, found, err = find(w.tx, ctx, id); err == nil && found {
			v, u.Count, err = w.tx.UndoAct(ctx, u.Was.ID, by)
		}
		return v, err
	}, 0)
	return u, found, err
}

func (r *Recorder) revise(ctx context.Context, change func(*writer) (store.Value, error), id int64) (saved Saved, err error) {
	err = r.withStore(ctx, func(st *store.Store) error {
		err := r.writeTo(ctx, st, "take a value back", func(w *writer) (err error) {
			saved.Value, err = change(w)
			return err
		})
		if err != nil {
			return err
		}
		saved.New = saved.Value.ID != id
		if k := r.Config.Defined(saved.Value.KPI); k != nil {
			r.addReading(ctx, st, k, &saved)
		}
		return nil
	})
	return saved, err
}

// addReading adds how the period stands. What was changed is safe already: that the
// period cannot be read now must not look like a failure, and be tried again.
func (r *Recorder) addReading(ctx context.Context, st *store.Store, k *kpi.KPI, saved *Saved) {
	p, ok := r.Config.Calendar.For(k).PeriodAt(k.Every, saved.Value.At)
	if !ok {
		return
	}
	var reading *board.Reading
	now := r.Now()
	err := st.View(ctx, func(view *store.View) error {
		values, err := valuesOf(ctx, view, r.Config.Calendar, k, p).values(k.Combine == kpi.Last)
		reading = Reading(r.Config, k, p, values, now)
		return err
	})
	if err == nil {
		saved.Reading, saved.Period, saved.Ahead = reading, p, ahead(r.Config.Calendar.For(k), p, now)
	}
}
