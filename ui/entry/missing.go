package entry

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// due returns the KPIs that a value is due of, also after what was recorded in this
// round and the board may not show yet; those that wait longest first.
func (e *round) due() []*board.Reading {
	return slices.DeleteFunc(e.wall.Board().Due(), func(r *board.Reading) bool { return len(e.missing(r)) == 0 })
}

// missing returns the periods that a value of a KPI is due for, the oldest first.
func (e *round) missing(r *board.Reading) []kpi.Period {
	missing := r.Missing(e.calendar(r.KPI), e.wall.Now())
	return slices.DeleteFunc(missing, func(p kpi.Period) bool { return e.done[slot{r.KPI.ID, p}] })
}

// recorded reports whether something of the KPI id was recorded in this round.
func (e *round) recorded(id string) bool {
	for done := range e.done {
		if done.kpi == id {
			return true
		}
	}
	return false
}

// formOf returns a new form of k with what was typed in it; where nothing was, for
// the oldest period that misses a value. Who has asked for this KPI alone means now.
func (e *round) formOf(k *kpi.KPI, typed draft) *form {
	if r := e.wall.Board().Readings[k.ID]; r != nil && typed.empty() && !e.alone {
		if missing := e.missing(r); len(missing) > 0 && missing[0] != e.current(k) {
			f := newForm(e.desk, k, draft{of: missing[0]})
			f.gap, f.chosen = missing[0], true
			return f
		}
	}
	return newForm(e.desk, k, typed)
}

// goOn opens the form of what is missing next: of the KPI id that something was just
// recorded of, or else of the one that waits longest.
func (e *round) goOn(id string) {
	due := e.due()
	if i := slices.IndexFunc(due, func(r *board.Reading) bool { return r.KPI.ID == id }); i > 0 {
		due = append([]*board.Reading{due[i]}, due...)
	}
	for _, r := range due {
		if !e.tooEarly(r) {
			e.choose(r.KPI.ID)
			return
		}
	}
}

// tooEarly reports whether all that is missing of r is the sum of a period that still
// runs, after a gap before it was filled in this round: whoever enters yesterday's
// sum in the morning does not know today's.
func (e *round) tooEarly(r *board.Reading) bool {
	k, p := r.KPI, e.current(r.KPI)
	return k.Combine == kpi.Sum && !k.DueDaily && e.missing(r)[0] == p && e.recorded(k.ID) && !e.calendar(k).Over(k, p, e.wall.Now())
}
