package board

import (
	"math/big"
	"slices"

	"kpiwall/data/kpi"
)

// asked returns what the goal asks for on a day: it looks for the leg of the way that
// the day is on, and walks it in equal steps.
func (o oracle) asked(d day) *big.Rat {
	g := o.k.Goal
	type stop struct {
		on    day
		value *big.Rat
	}
	stops := []stop{{dayOf(g.Start), exact(g.From)}}
	for _, p := range g.Path {
		stops = append(stops, stop{dayOf(p.On), exact(p.Value)})
	}
	stops = append(stops, stop{dayOf(g.By), exact(g.To)})
	if d <= stops[0].on {
		return stops[0].value
	}
	for i := 1; i < len(stops); i++ {
		if a, b := stops[i-1], stops[i]; d <= b.on {
			step := times(less(b.value, a.value), big.NewRat(1, int64(b.on-a.on)))
			return plus(a.value, times(step, whole(int(d-a.on))))
		}
	}
	return exact(g.To)
}

func (o oracle) rises() bool { return o.k.Goal.To > o.k.Goal.From }

// goalBound returns what the goal asks for on a day as a bound, in the KPI's favour.
func (o oracle) goalBound(d day) *big.Rat {
	g, at := o.k.Goal, o.asked(d)
	if at.Cmp(exact(g.From)) == 0 || at.Cmp(exact(g.To)) == 0 {
		return at
	}
	round, limit := up, exact(g.To)
	beyond := at.Cmp(limit) < 0
	if o.rises() {
		round, beyond = down, at.Cmp(limit) > 0
	}
	rounded := round(at, shown(o.k.Format, at))
	if cmp := rounded.Cmp(limit); !beyond && (o.rises() && cmp > 0 || !o.rises() && cmp < 0) {
		return limit
	}
	return rounded
}

// bound makes a target of one end of r.
func (o oracle) bound(r *big.Rat) kpi.Target {
	v, _ := r.Float64()
	if o.rises() {
		return kpi.Target{Min: v, HasMin: true}
	}
	return kpi.Target{Max: v, HasMax: true}
}

// wayDay is the day that a period is held against, before the goal's day.
func (o oracle) wayDay(w window) day {
	d := w.end - 1
	if o.k.Every == kpi.Day {
		d = w.first
	}
	if in := o.in(w); o.now.Before(w.to) && o.k.Combine != kpi.Sum {
		d = min(o.dayAt(in[len(in)-1].At), o.today(o.now))
	}
	return min(d, dayOf(o.k.Goal.By))
}

// ends are what the verdict of a period goes by.
func (o oracle) ends(w window) ends {
	if o.k.Goal == nil {
		return endsOf(o.target(w), o.k.Tolerance)
	}
	way := size(less(exact(o.k.Goal.To), exact(o.k.Goal.From)))
	amount := func(m kpi.Margin) *big.Rat {
		if m.Share {
			return times(way, exact(m.Amount))
		}
		return exact(m.Amount)
	}
	e := endsOf(o.bound(o.goalBound(o.wayDay(w))), kpi.Tolerance{})
	if e.min != nil {
		e.below = amount(o.k.Tolerance.Below)
	} else {
		e.above = amount(o.k.Tolerance.Above)
	}
	return e
}

// hasReached reports whether a number is at the goal, by the digits that are judged.
func (o oracle) hasReached(n *big.Rat) bool {
	goal := exact(o.k.Goal.To)
	cmp := nearest(n, judgedAt(o.k.Format, n, o.bound(goal))).Cmp(goal)
	return cmp == 0 || cmp > 0 == o.rises()
}

// stays reports whether what was reached in w stays so: a sum that should be small may
// still grow.
func (o oracle) stays(w window) bool {
	return o.k.Combine != kpi.Sum || o.rises() || !o.now.Before(w.to)
}

// onTheWay judges the values of w, which make n.
func (o oracle) onTheWay(w window, in []kpi.Value, n *big.Rat) expected {
	e := expected{window: w, has: true, final: true}
	d, by := o.wayDay(w), dayOf(o.k.Goal.By)
	switch {
	case d < dayOf(o.k.Goal.Start):
		e.number, e.verdict = nearest(n, judgedAt(o.k.Format, n, kpi.Target{})), kpi.NotStarted
		e.running = o.incomplete(e)
		return e
	case o.hasReached(n) && o.stays(w):
		if o.now.Before(w.to) && o.k.Combine == kpi.Sum {
			e.judgedBy = o.ends(w)
			e.number = nearest(n, judgedAt(o.k.Format, n, o.bound(o.goalBound(d))))
			o.runs(&e, in)
			e.final = o.onlyGrows(w)
		}
		e.number, e.verdict = nearest(n, judgedAt(o.k.Format, n, o.bound(exact(o.k.Goal.To)))), kpi.Reached
		e.judgedBy = endsOf(o.bound(exact(o.k.Goal.To)), kpi.Tolerance{})
		return e
	}
	e.number = nearest(n, judgedAt(o.k.Format, n, o.bound(o.goalBound(d))))
	e.judgedBy = o.ends(w)
	e.verdict = e.judgedBy.status(e.number)
	running := o.now.Before(w.to)
	switch {
	case running && o.k.Combine == kpi.Sum:
		o.runs(&e, in)
	case running && d < by:
		e.final = e.verdict == kpi.Below || e.verdict == kpi.Above
		for later := d + 1; later <= by; later++ {
			if cmp := o.asked(later).Cmp(o.asked(d)); cmp != 0 && cmp > 0 != o.rises() {
				e.final = false // the way turns back
			}
		}
	}
	return e
}

// fate says where a key result stands, which period its tile shows where that is not the
// newest, and whether no value is waited for.
func (o oracle) fate(current window) (state kpi.GoalState, shown *window, rests bool) {
	g := o.k.Goal
	if g == nil {
		return 0, nil, false
	}
	today, by := o.today(o.now), dayOf(g.By)
	if today < dayOf(g.Start) {
		return kpi.GoalAhead, nil, true
	}
	if today <= by || o.k.Combine == kpi.Sum && o.now.Before(o.ofDay(o.k.Every, by).to) {
		return kpi.UnderWay, nil, false
	}
	var all []window
	for _, v := range o.rows {
		w, ok := o.at(o.k.Every, v.At)
		if ok && !w.from.After(current.from) && !slices.ContainsFunc(all, func(x window) bool { return x.from.Equal(w.from) }) {
			all = append(all, w)
		}
	}
	slices.SortFunc(all, func(a, b window) int { return a.from.Compare(b.from) })
	ofGoal, in := o.ofDay(o.k.Every, by), -1
	for i, w := range all {
		if w.first <= by {
			in = i
		}
	}
	waits := ofGoal.to.Equal(current.from) || ofGoal.from.Equal(current.from)
	if waits && (in < 0 || !all[in].from.Equal(ofGoal.from)) {
		return kpi.UnderWay, nil, false
	}
	reached := func(i int) bool {
		return o.stays(all[i]) && o.hasReached(combined(o.k.Combine, o.in(all[i])))
	}
	if in >= 0 && o.stays(all[in]) && o.hasReached(combined(o.k.Combine, o.byGoalsDay(all[in]).in(all[in]))) {
		return o.reachedBy(all[in]), &all[in], true
	}
	for i := max(in, 0); i < len(all); i++ {
		if reached(i) {
			return kpi.ReachedLate, &all[i], true
		}
	}
	return kpi.GoalMissed, nil, true
}

// reachedBy says whether w, which has reached the goal by its day, was early, or late.
func (o oracle) reachedBy(w window) kpi.GoalState {
	goals := o.ofDay(o.k.Every, dayOf(o.k.Goal.By))
	if w.from.After(goals.from) {
		return kpi.ReachedLate
	}
	before := o.before(o.k.Every, w)
	had := o.in(before)
	if w.from.Before(goals.from) ||
		len(had) > 0 && o.stays(before) && o.hasReached(combined(o.k.Combine, had)) {
		return kpi.ReachedEarly
	}
	return kpi.ReachedInTime
}

// byGoalsDay leaves of w, the rows of the goal's period, those up to the goal's day, if
// there are any; a sum's belong together.
func (o oracle) byGoalsDay(w window) oracle {
	by := dayOf(o.k.Goal.By)
	late := func(v kpi.Value) bool {
		of, ok := o.at(o.k.Every, v.At)
		return ok && of.from.Equal(w.from) && o.dayAt(v.At) > by
	}
	left := o
	left.rows = slices.DeleteFunc(slices.Clone(o.rows), late)
	if o.k.Combine == kpi.Sum || len(left.in(w)) == 0 {
		return o
	}
	return left
}
