package board

import (
	"math/big"
	"slices"
	"time"

	"kpiwall/data/kpi"
)

// expected is what the oracle says of a KPI, or of one of its periods.
type expected struct {
	has     bool
	window  window
	number  *big.Rat
	verdict kpi.Status
	final   bool

	// Of a sum that is paced: the parts by now, and the days by which they count.
	running      bool
	byMin, byMax *big.Rat
	untils       []day
	judgedBy     ends // what the verdict goes by

	change       *big.Rat // nil: not known
	due, overdue bool
	state        kpi.GoalState
	status       kpi.Status
}

// ends are the bounds that a number is compared with, and how far outside is near.
type ends struct{ min, max, below, above *big.Rat }

// status compares number with the ends that there are.
func (e ends) status(number *big.Rat) kpi.Status {
	switch {
	case e.min == nil && e.max == nil:
		return kpi.NoTarget
	case e.min != nil && number.Cmp(less(e.min, e.below)) < 0:
		return kpi.Below
	case e.max != nil && number.Cmp(plus(e.max, e.above)) > 0:
		return kpi.Above
	case e.min != nil && number.Cmp(e.min) < 0, e.max != nil && number.Cmp(e.max) > 0:
		return kpi.Near
	}
	return kpi.OnTarget
}

// endsOf returns the whole target.
func endsOf(t kpi.Target, tol kpi.Tolerance) (e ends) {
	margin := func(bound float64, m kpi.Margin) *big.Rat {
		if m.Share {
			return times(size(exact(bound)), exact(m.Amount))
		}
		return exact(m.Amount)
	}
	if t.HasMin {
		e.min, e.below = exact(t.Min), margin(t.Min, tol.Below)
	}
	if t.HasMax {
		e.max, e.above = exact(t.Max), margin(t.Max, tol.Above)
	}
	return e
}

// oracle is the slow judge: it knows a KPI, its rows and the moment, and goes through
// them one by one.
type oracle struct {
	*almanac
	locale kpi.Locale
	k      *kpi.KPI
	rows   []kpi.Value // known at now
	now    time.Time
}

// reading says what the tile must show.
func (o oracle) reading() expected {
	current := o.of(o.k.Every, o.now)
	var newest window
	has := false
	for _, v := range o.rows {
		w, ok := o.at(o.k.Every, v.At)
		if ok && !w.from.After(current.from) && (!has || w.from.After(newest.from)) {
			newest, has = w, true
		}
	}
	if !has {
		state, _, rests := o.fate(current)
		return expected{verdict: kpi.NoValue, status: kpi.NoValue, due: !rests, state: state}
	}
	state, shown, rests := o.fate(current)
	if shown != nil {
		newest = *shown
		if state != kpi.ReachedLate {
			o = o.byGoalsDay(newest)
		}
	}
	e := o.period(newest)
	e.state = state
	switch {
	case state == kpi.GoalMissed:
		goal, n := o.bound(exact(o.k.Goal.To)), combined(o.k.Combine, o.in(newest))
		e.number, e.verdict = nearest(n, judgedAt(o.k.Format, n, goal)), kpi.Missed
		e.judgedBy = endsOf(goal, kpi.Tolerance{})
	case state == kpi.UnderWay && e.verdict == kpi.Reached:
		e.state = o.reachedBy(newest)
	}
	e.change = o.change(&e)
	if !rests {
		o.fresh(&e, current)
	}
	e.status = e.verdict
	switch {
	case !e.has:
		e.due = true
	case e.overdue:
		e.status = kpi.Overdue
	}
	return e
}

// in returns the rows of w, in the order of the moments from which they stand.
func (o oracle) in(w window) []kpi.Value {
	var in []kpi.Value
	for _, v := range o.rows {
		if of, ok := o.at(o.k.Every, v.At); ok && of.from.Equal(w.from) {
			in = append(in, v)
		}
	}
	slices.SortFunc(in, func(a, b kpi.Value) int {
		for _, order := range []int{
			o.effective(a).Compare(o.effective(b)),
			o.endOf(a.At).Compare(o.endOf(b.At)),
			int(a.ID - b.ID),
		} {
			if order != 0 {
				return order
			}
		}
		return 0
	})
	return in
}

func (o oracle) effective(v kpi.Value) time.Time {
	end := o.endOf(v.At)
	if !v.Since.IsZero() && v.Since.Before(end) {
		return v.Since
	}
	return end
}

// combined makes one number of the values, which are in order.
func combined(how kpi.Combine, values []kpi.Value) *big.Rat {
	sum, least, most := new(big.Rat), exact(values[0].Number), exact(values[0].Number)
	for _, v := range values {
		n := exact(v.Number)
		sum = plus(sum, n)
		if n.Cmp(least) < 0 {
			least = n
		}
		if n.Cmp(most) > 0 {
			most = n
		}
	}
	switch how {
	case kpi.Sum:
		return sum
	case kpi.Mean:
		return times(sum, big.NewRat(1, int64(len(values))))
	case kpi.Min:
		return least
	case kpi.Max:
		return most
	}
	return exact(values[len(values)-1].Number)
}

// period says how the values of w stand.
func (o oracle) period(w window) expected {
	e := expected{window: w, verdict: kpi.NoValue}
	in := o.in(w)
	if len(in) == 0 {
		return e
	}
	n := combined(o.k.Combine, in)
	if o.k.Judged {
		verdicts := map[string]kpi.Status{"1": kpi.OnTarget, "0": kpi.Near, "-1": kpi.Below}
		e.verdict, e.has = verdicts[n.RatString()], verdicts[n.RatString()] != 0
		e.number, e.final = n, e.has
		if !e.has {
			e.verdict = kpi.NoValue
		}
		return e
	}
	t := o.target(w)
	if o.k.Goal != nil {
		return o.onTheWay(w, in, n)
	}
	decimals := judgedAt(o.k.Format, n, t)
	e.has, e.number = true, nearest(n, decimals)
	e.judgedBy = endsOf(t, o.k.Tolerance)
	e.verdict, e.final = e.judgedBy.status(e.number), true
	if o.k.Combine == kpi.Sum && o.now.Before(w.to) && e.verdict != kpi.NoTarget {
		o.runs(&e, in)
	}
	return e
}

// target returns what w is judged by: what is in force on its first day, or in a
// week and longer the first target that begins within it.
func (o oracle) target(w window) kpi.Target {
	var t kpi.Target
	found := false
	for _, dated := range o.k.Targets {
		begins := dated.From.IsZero() || dayOf(dated.From) <= w.first
		if begins || !found && o.k.Every >= kpi.Week && dayOf(dated.From) < w.end {
			t, found = dated.Target, true
		}
	}
	return t
}

// fresh says whether the KPI wants a value.
func (o oracle) fresh(e *expected, current window) {
	shown := e.window
	isCurrent := shown.from.Equal(current.from)
	e.due = !isCurrent
	e.overdue = !isCurrent && !shown.from.Equal(o.before(o.k.Every, current).from)
	in := o.in(shown)
	stands := in[len(in)-1]
	if isCurrent && o.k.DueDaily && o.k.Every > kpi.Day {
		e.due = o.dayAt(stands.At) < o.ofDay(kpi.Day, o.today(o.now)).first
	}
	if o.k.StaleAfter > 0 && o.now.Sub(o.confirmed(stands, shown)) > o.k.StaleAfter {
		e.overdue = true
	}
}

// confirmed returns when v was last confirmed as far as it is known now: at most at
// the end of its period, and an instant no earlier than itself.
func (o oracle) confirmed(v kpi.Value, w window) time.Time {
	t := o.start(o.dayAt(v.At))
	if v.At.Day.IsZero() {
		t = v.At.Instant
	}
	if !v.Recorded.After(o.now) {
		t = v.Recorded
	}
	if !v.LastConfirmed.After(o.now) {
		t = v.LastConfirmed
	}
	if t.After(w.to) {
		t = w.to
	}
	if v.At.Day.IsZero() && v.At.Instant.After(t) {
		t = v.At.Instant
	}
	return t
}
