package board

import (
	"math/big"
	"slices"

	"kpiwall/data/kpi"
)

// runs judges a sum whose period is not over, by the rule of its KPI. Until then e
// has the verdict of the whole target.
func (o oracle) runs(e *expected, in []kpi.Value) {
	switch {
	case o.k.Running == kpi.Open && !o.dayIsDone(e.window):
		e.running = true
		e.final = o.settled(*e)
		if !e.final {
			e.verdict = kpi.InProgress
		}
	case o.k.Running == kpi.Pace:
		o.paced(e, in)
	}
}

// dayIsDone reports whether the last working day of w is over; an hour never is
// before its end.
func (o oracle) dayIsDone(w window) bool {
	if o.k.Every == kpi.Hour {
		return false
	}
	work := o.working(w)
	return len(work) > 0 && o.over(work[len(work)-1])
}

// returned reports whether working day d is over for the KPI.
func (o oracle) over(d day) bool { return !o.now.Before(o.clock(d, o.k.DayEnds)) }

// working returns the working days of w.
func (o oracle) working(w window) []day {
	var work []day
	for d := w.first; d < w.end; d++ {
		if o.works(d) {
			work = append(work, d)
		}
	}
	return work
}

// settled reports whether the verdict of the whole target cannot change any more:
// what only grows has reached its min or gone beyond all of its max.
func (o oracle) settled(e expected) bool {
	by := o.ends(e.window)
	status := by.status(e.number)
	return o.onlyGrows(e.window) && (by.max == nil && status == kpi.OnTarget || status == kpi.Above)
}

// onlyGrows reports whether no value of w and of the periods before is negative.
func (o oracle) onlyGrows(w window) bool {
	for range 36 {
		if slices.ContainsFunc(o.in(w), func(v kpi.Value) bool { return v.Number < 0 }) {
			return false
		}
		w = o.before(o.k.Every, w)
	}
	return true
}

// paced judges by the part of the target that should be there by now.
func (o oracle) paced(e *expected, in []kpi.Value) {
	days := o.count(e.window, in)
	if len(days.all) > 0 && len(days.over) == len(days.all) {
		return // the whole target
	}
	e.running = true
	e.final = o.settled(*e)
	full := e.judgedBy
	var part ends
	if full.min != nil {
		part.min, part.below = o.part(e, full.min, full.below, milder(full.min, days.over, days.begun), days, down)
	}
	if full.max != nil {
		part.max, part.above = o.part(e, full.max, full.above, milder(full.max, days.begun, days.over), days, up)
	}
	e.byMin, e.byMax = part.min, part.max
	missing := full.min != nil && part.min == nil || full.max != nil && part.max == nil
	byPart, byWhole := part.status(e.number), full.status(e.number)
	limited := full.max != nil && full.max.Sign() >= 0
	exceeded := limited && e.number.Cmp(full.max) > 0
	early := limited && part.max == nil // before the first working day
	switch {
	case !missing, byPart != kpi.NoTarget && byPart != kpi.OnTarget:
		e.verdict, e.judgedBy = byPart, part
	case byWhole == kpi.OnTarget && !early, exceeded:
		e.verdict = byWhole
	default:
		e.verdict = kpi.InProgress
	}
}

// counted are the working days of a period, and those of them up to the day that its
// values reach: that are over, and that have at least begun.
type counted struct {
	all, over, begun []day
	reached          day
}

func (o oracle) count(w window, in []kpi.Value) counted {
	newest := w.first
	for _, v := range in {
		newest = max(newest, o.dayAt(v.At))
	}
	c := counted{all: o.working(w), reached: min(newest, o.today(o.now))}
	for _, d := range c.all {
		if d > c.reached {
			continue
		}
		c.begun = append(c.begun, d)
		if o.over(d) {
			c.over = append(c.over, d)
		}
	}
	return c
}

// milder returns the days that count for a bound: the usual ones, or for a bound
// below zero the others.
func milder(bound *big.Rat, usual, others []day) []day {
	if bound.Sign() < 0 {
		return others
	}
	return usual
}

// part returns the part of a bound for the days that count, and its tolerance; nil
// where it is nothing.
func (o oracle) part(e *expected, bound, margin *big.Rat, days []day, of counted, round func(*big.Rat, int) *big.Rat) (part, near *big.Rat) {
	if len(days) == 0 {
		return nil, nil
	}
	share := big.NewRat(int64(len(days)), int64(len(of.all)))
	part = times(bound, share)
	part = round(part, shown(o.k.Format, part))
	if part.Sign() == 0 && bound.Sign() != 0 {
		return nil, nil
	}
	if size(part).Cmp(size(bound)) > 0 {
		part = bound // coarse digits make no part that is beyond the whole
	}
	// It may be named by any day by whose end no more of the working days have come.
	for d := days[len(days)-1]; d <= of.reached; d++ {
		if len(days) < len(of.all) && d >= of.all[len(days)] {
			break
		}
		e.untils = append(e.untils, d)
	}
	return part, times(margin, share)
}

// change returns the number of e against that of the period directly before, or for
// a sum that is not complete against the same working days of that period.
func (o oracle) change(e *expected) *big.Rat {
	previous := o.before(o.k.Every, e.window)
	in := o.in(previous)
	if len(in) == 0 || o.k.Judged {
		return nil
	}
	before := combined(o.k.Combine, in)
	if o.incomplete(*e) {
		var ok bool
		if before, ok = o.sameDays(*e, previous, in); !ok {
			return nil
		}
	}
	return less(e.number, before)
}

// incomplete reports whether e is a sum that is still to grow.
func (o oracle) incomplete(e expected) bool {
	if o.k.Combine != kpi.Sum || o.k.Running == kpi.Whole || !o.now.Before(e.window.to) {
		return false
	}
	if o.k.Running == kpi.Open {
		return !o.dayIsDone(e.window)
	}
	days := o.count(e.window, o.in(e.window))
	return len(days.all) == 0 || len(days.over) < len(days.all)
}

// sameDays adds up what the previous period had after as many working days. That is
// known only where it has a value of just that day, or of a free one between it and the
// next: a value of another day says nothing of the days between. What is dated ahead
// is from the days that are over.
func (o oracle) sameDays(e expected, previous window, in []kpi.Value) (*big.Rat, bool) {
	if o.k.Every <= kpi.Day {
		return nil, false
	}
	now, work := o.count(e.window, o.in(e.window)), o.working(previous)
	n := len(now.begun)
	for _, v := range o.in(e.window) {
		if o.dayAt(v.At) > o.today(o.now) {
			n = len(now.over)
		}
	}
	if n == 0 || n > len(work) {
		return nil, false
	}
	first, last := work[n-1], work[n-1]
	if n < len(work) {
		last = work[n] - 1
	}
	sum, known := new(big.Rat), false
	for _, v := range in {
		if d := o.dayAt(v.At); d <= last {
			sum = plus(sum, exact(v.Number))
			known = known || d >= first
		}
	}
	return sum, known
}
