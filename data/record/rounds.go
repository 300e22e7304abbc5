package record

import (
	"context"
	"slices"
	"time"

	"kpiwall/data/store"
)

// Round is values that a person enters one after the other; each import is a batch
// too. Both have a number by which they are taken back as a whole.
type Round = store.Batch

// Reversed is what became of a batch that was taken back, or brought back.
type Reversed = store.Reversed

// Screen is the source of what is entered at the screen, and the name of its rounds.
const Screen = "screen"

// Action is the last thing that a person did to the values: an import, to be taken
// back as a whole, or a value.
type Action struct {
	Batch store.Batch
	Row   Row // the value; of an import the last one

	// Asked says that it must be asked for: it was not done at the screen, or long ago.
	Asked bool
}

// Import reports whether the action is an import.
func (a Action) Import() bool { return a.Batch.Kind == store.ImportBatch }

// recently is for how long what was entered at the screen is taken back without a
// question.
const recently = time.Hour

// LastAction returns what is to be taken back next at the screen; found is false where
// there is nothing. It is what was entered last at the screen in the last hour, or
// else what any person did last, wherever that was. What programs record is never
// meant: they belong to no round. Rows in passed are passed over: they were tried
// and cannot be taken back.
func (r *Recorder) LastAction(ctx context.Context, passed map[int64]bool) (a Action, found bool, err error) {
	var list []store.Standing
	err = r.withStore(ctx, func(st *store.Store) error {
		list, err = st.Standing(ctx, passed)
		return err
	})
	if err != nil || len(list) == 0 {
		return a, false, err
	}
	newest := func(list []store.Standing) Action {
		last := slices.MaxFunc(list, func(a, b store.Standing) int { return int(a.Last.ID - b.Last.ID) })
		return Action{Batch: last.Batch, Row: last.Last}
	}
	now := r.Now()
	fresh := slices.DeleteFunc(slices.Clone(list), func(s store.Standing) bool {
		age := now.Sub(s.Last.Recorded)
		return s.Batch.Kind != store.RoundBatch || s.Batch.Name != Screen || age < -recently || age > recently
	})
	if len(fresh) > 0 {
		return newest(fresh), true, nil
	}
	a = newest(list)
	a.Asked = true
	return a, true, nil
}

// UndoBatch takes back all that came with an import or a round.
func (r *Recorder) UndoBatch(ctx context.Context, id int64, by string) (done Reversed, err error) {
	err = r.write(ctx, "take an import back", func(w *writer) error {
		done, err = w.tx.UndoBatch(ctx, id, by)
		return err
	})
	return done, err
}

// RedoBatch brings it back.
func (r *Recorder) RedoBatch(ctx context.Context, id int64, by string) (done Reversed, err error) {
	err = r.write(ctx, "bring an import back", func(w *writer) error {
		done, err = w.tx.RedoBatch(ctx, id, by)
		return err
	})
	return done, err
}

// begin returns the round that a value is entered in, and whether it begins with it.
func (w *writer) begin(ctx context.Context, in Input) (round Round, begun bool, err error) {
	if in.Round.ID != 0 {
		has, err := w.tx.HasBatch(ctx, in.Round)
		if has || err != nil {
			return in.Round, false, err
		}
	}
	round, err = w.tx.NewBatch(ctx, store.RoundBatch, in.Source, in.By)
	return round, true, err
}
