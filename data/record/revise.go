package record

import (
	"context"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Undo puts back what stood before row id, or withdraws its value where nothing
// did. To undo the row that it returns is to redo. It refuses with [ErrNotInForce] where somebody has
// recorded a newer value for the same moment.
func (r *Recorder) Undo(ctx context.Context, id int64, by string) (Saved, error) {
	return r.revise(ctx, func(st *store.Store) (store.Value, error) { return st.Undo(ctx, id, by) }, id)
}

// Withdraw takes the value of row id back: its moment has none from then on. It
// refuses as Undo does.
func (r *Recorder) Withdraw(ctx context.Context, id int64, by string) (Saved, error) {
	return r.revise(ctx, func(st *store.Store) (store.Value, error) { return st.Withdraw(ctx, id, by) }, id)
}

func (r *Recorder) revise(ctx context.Context, change func(*store.Store) (store.Value, error), id int64) (saved Saved, err error) {
	err = r.withStore(ctx, func(st *store.Store) error {
		v, err := change(st)
		if err != nil {
			return err
		}
		saved = Saved{Value: v, New: v.ID != id}
		if k := r.Config.KPI(v.KPI); k != nil {
			r.addReading(ctx, st, k, &saved)
		}
		return nil
	})
	return saved, err
}

// addReading adds how the period stands. What was changed is safe already: that the
// period cannot be read now must not look like a failure, and be tried again.
func (r *Recorder) addReading(ctx context.Context, st *store.Store, k *kpi.KPI, saved *Saved) {
	p, ok := r.Config.Calendar.PeriodAt(k.Every, saved.Value.At)
	if !ok {
		return
	}
	var reading *board.Reading
	now := r.Now()
	err := st.View(ctx, func(view *store.View) error {
		values, err := storedValues{ctx, view, k.ID, r.Config.Calendar.Bounds(p), r.Config.Calendar}.values(k.Combine == kpi.Last)
		reading = Reading(r.Config, k, p, values, now)
		return err
	})
	if err == nil {
		saved.Reading, saved.Period, saved.Ahead = reading, p, ahead(r.Config, p, now)
	}
}
