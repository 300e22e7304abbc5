package board

import (
	"slices"
	"time"

	"kpiwall/data/kpi"
)

// missedLimit is how many periods back a value is still asked for.
const missedLimit = 3

// Missing returns the periods that a value is due for at now, oldest first: the
// current one, and of the three before it those without a value since there ever was
// one. Hours that are over are asked for by nobody. It is empty where none is due.
func (r *Reading) Missing(c kpi.Calendar, now time.Time) (missing []kpi.Period) {
	if !r.Fresh.Due {
		return nil
	}
	c = c.For(r.KPI)
	current := c.Period(r.KPI.Every, now)
	if first, ok := r.first(); ok && r.KPI.Every > kpi.Hour {
		for back := missedLimit; back > 0; back-- {
			if p := c.Add(current, -back); c.Steps(first, p) > 0 && !r.has(p) {
				missing = append(missing, p)
			}
		}
	}
	return append(missing, current)
}

// first returns the oldest period of the history that has a value.
func (r *Reading) first() (kpi.Period, bool) {
	i := slices.IndexFunc(r.History, func(p Point) bool { return p.Has })
	if i < 0 {
		return kpi.Period{}, false
	}
	return r.History[i].Period, true
}

func (r *Reading) has(p kpi.Period) bool {
	return slices.ContainsFunc(r.History, func(h Point) bool { return h.Has && h.Period == p })
}
