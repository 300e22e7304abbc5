package record

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Put records in, and returns once it survives a pulled plug; with an error
// nothing was recorded. A typed + adds: where the values of a period are summed
// up and no moment is named, as a value of its own; else on top of the value of
// that moment, or of the period where its last value stands for it. It is an
// error to add to nothing, to be more than [kpi.AheadLimit] periods early, and to
// judge without a sentence. What else speaks against the value does not keep it
// out, unless it is to be asked about: [Saved.Doubts] says it, as [Preview] does before.
func (r *Recorder) Put(ctx context.Context, in Input) (saved Saved, err error) {
	err = r.write(ctx, fmt.Sprintf("record %q", in.KPI.ID), func(w *writer) error {
		if saved, err = w.put(ctx, in); err != nil {
			return err
		}
		warned := func(f finding.Finding) bool { return f.Severity == finding.Warning }
		if saved.Asked = in.Ask && slices.ContainsFunc(saved.Doubts, warned); saved.Asked {
			return errNotRecorded
		}
		return nil
	})
	if err != nil && !errors.Is(err, errNotRecorded) {
		return Saved{}, err
	}
	return saved, nil
}

// put records one value and says how its period stands with it. All that is said
// is read here: once the value is safe nothing may fail, or it would be entered,
// and added, once more.
func (w *writer) put(ctx context.Context, in Input) (saved Saved, err error) {
	e, err := w.entry(in.trimmed())
	if err != nil {
		return Saved{}, err
	}
	p := valuesOf(ctx, w.tx.View(), w.cfg.Calendar, in.KPI, e.period)
	v, err := e.value(p)
	if err != nil {
		return Saved{}, err
	}
	before, found, err := p.at(v.At)
	if err != nil {
		return Saved{}, err
	}
	stood, err := p.values(in.KPI.Combine == kpi.Last)
	if err != nil {
		return Saved{}, err
	}
	past, err := w.pastOf(ctx, in.KPI)
	if err != nil {
		return Saved{}, err
	}
	repeated := found && before.Number == v.Number && before.Note == v.Note
	stands := in.KPI.Combine != kpi.Last || w.cfg.Calendar.IsLast(stood, before)
	if !in.Person || repeated && stands {
		v.Since = time.Time{} // the same once more is no row of its own
	}
	if saved.Value, saved.Round, err = w.insert(ctx, in, v); err != nil {
		return Saved{}, err
	}
	if in.Person && repeated && stands && saved.Value.ID == before.ID {
		if err = w.tx.Renew(ctx, before.ID, w.now); err != nil {
			return Saved{}, err
		}
		saved.Value.Since = w.now
	}
	saved.New = !repeated || !v.Since.IsZero()
	saved.Reading = Reading(w.cfg, in.KPI, e.period, withValue(stood, saved.Value.Value), w.now)
	if saved.New {
		saved.Doubts = e.doubts(usualOf(past, e.period), v.Number, saved.Reading)
	}
	saved.Period, saved.Ahead = e.period, ahead(w.cfg.Calendar.For(in.KPI), e.period, w.now)
	return saved, nil
}

// insert records v, what a person enters with its round.
func (w *writer) insert(ctx context.Context, in Input, v kpi.Value) (current store.Value, round Round, err error) {
	begun := false
	if in.Person {
		if round, begun, err = w.begin(ctx, in); err != nil {
			return current, round, err
		}
	}
	current, err = w.tx.Put(ctx, store.Value{Value: v, KPI: in.KPI.ID, Batch: round.ID})
	if err == nil && begun && current.Batch != round.ID { // it stood there already
		err = w.tx.DropBatch(ctx, round.ID)
		round = Round{}
	}
	return current, round, err
}

// Preview returns how period p of k would stand once in was recorded, values
// being those that it has, as [Recorder.Period] returns them, and what would speak
// against it by what is usual. An input that Put would refuse, or that belongs to
// another period, leaves it as it is.
func Preview(cfg *config.Config, k *kpi.KPI, p kpi.Period, values []kpi.Value, usual kpi.Usual, in Input, now time.Time) (*board.Reading, []finding.Finding) {
	e, with, number := withInput(cfg, k, p, values, in, now)
	r := Reading(cfg, k, p, with, now)
	if e == nil {
		return r, nil
	}
	return r, e.doubts(usual, number, r)
}

// PreviewTile returns the reading that the wall of b would show once in was recorded,
// by the same rules as [Preview], if no later period had a value.
func PreviewTile(b *board.Board, k *kpi.KPI, p kpi.Period, values []kpi.Value, in Input, now time.Time) *board.Reading {
	_, with, _ := withInput(b.Config, k, p, values, in, now)
	return b.With(k, p, with, now)
}

// withInput returns values as they are once in was recorded, and the number of that; a
// nil entry leaves them as they are.
func withInput(cfg *config.Config, k *kpi.KPI, p kpi.Period, values []kpi.Value, in Input, now time.Time) (e *entry, with []kpi.Value, number float64) {
	in.KPI = k
	e, err := newEntry(cfg, in.trimmed(), now)
	if err != nil || e.period != p {
		return nil, values, 0
	}
	v, err := e.value(loadedValues{values, cfg.Calendar})
	if err != nil {
		return nil, values, 0
	}
	return e, withValue(values, v), v.Number
}

// Reading returns how period p of k stands with values, which are those that it
// has, as its point of the history does.
func Reading(cfg *config.Config, k *kpi.KPI, p kpi.Period, values []kpi.Value, now time.Time) *board.Reading {
	return board.JudgePeriod(cfg, k, board.KPIData{Series: cfg.Calendar.For(k).Combine(k, p, [][]kpi.Value{values})}, now)
}

// ahead reports whether p is still to come.
func ahead(c kpi.Calendar, p kpi.Period, now time.Time) bool {
	return c.Steps(c.Period(p.Every, now), p) > 0
}
