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

// Put records in, and returns once it survives a pulled plug; with an error
// nothing was recorded. A typed + adds: where the values of a period are summed
// up and no moment is named, as a value of its own; else on top of the value of
// that moment, or of the period where its last value stands for it. It is an
// error to add to nothing, to be more than [AheadLimit] periods early, and to
// judge without a sentence. A note for a value off target is for the caller to
// ask for.
func (d *Desk) Put(ctx context.Context, in Input) (Saved, error) {
	e, err := newEntry(d.Config, in, d.Now())
	if err == nil {
		err = e.check()
	}
	if err != nil {
		return Saved{}, fmt.Errorf("record %q: %w", in.KPI.ID, err)
	}
	var saved Saved
	var stood listed
	err = d.with(ctx, func(st *store.Store) (err error) {
		saved.Value, err = st.PutAfter(ctx, in.KPI.ID, func(view *store.View) (v store.Value, err error) {
			v.Value, stood, saved.New, err = e.decide(inView{ctx, view, in.KPI.ID, d.Config.Calendar.Bounds(e.period), d.Config.Calendar})
			return v, err
		})
		return err
	})
	if err != nil {
		return Saved{}, err
	}
	saved.Reading = reading(d.Config, in.KPI, e.period, stood.with(saved.Value.Value), e.now)
	saved.Text = text(d.Config, in.KPI, saved.Value, e.period, saved.Reading, e.now)
	return saved, nil
}

// decide returns what to record, what stands in its period before that, and
// whether it is anything new. All that is said afterwards is read here: once the
// value is safe nothing may fail, or it would be entered, and added, once more.
func (e *entry) decide(g inView) (v kpi.Value, stood listed, isNew bool, err error) {
	if v, err = e.value(g); err != nil {
		return v, nil, false, err
	}
	before, found, err := g.at(v.At)
	if err != nil {
		return v, nil, false, err
	}
	isNew = !found || before.Number != v.Number || before.Note != v.Note
	stood, err = g.values(e.KPI.Combine == kpi.Last)
	return v, stood, isNew, err
}

// Preview returns how period p of k would stand once in was recorded, values
// being those that it has, as [Desk.Period] returns them. An input that Put
// would refuse, or that belongs to another period, leaves it as it is.
func Preview(cfg *config.Config, k *kpi.KPI, p kpi.Period, values []kpi.Value, in Input, now time.Time) *board.Reading {
	in.KPI = k
	if e, err := newEntry(cfg, in, now); err == nil && e.period == p {
		if v, err := e.value(listed(values)); err == nil {
			values = listed(values).with(v)
		}
	}
	return reading(cfg, k, p, values, now)
}

// reading returns how p stands with values, as a tile would show it: where the
// last value stands for the period, the others have no say, nor have their notes.
func reading(cfg *config.Config, k *kpi.KPI, p kpi.Period, values []kpi.Value, now time.Time) *board.Reading {
	if k.Combine == kpi.Last && len(values) > 1 {
		values = values[len(values)-1:]
	}
	return board.Evaluate(cfg, k, board.Found{Period: p, Values: [][]kpi.Value{values}}, now)
}
