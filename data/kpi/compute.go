package kpi

import (
	"slices"
	"time"

	"kpiwall/data/formula"
)

// Source is what formulas are computed from.
type Source struct {
	KPI      *KPI
	Series   Series       // by the periods of the formula, in which a finer one is combined
	Computed *Computation // how Series was made, of a KPI that is computed itself
}

// Computation is what a formula makes of the values of others.
type Computation struct {
	// Series are the numbers. Its last entry is of the last period that had all that
	// the formula needs; none, where no period had.
	Series Series

	// Newest is the newest period that has a value of anything of its own that the
	// formula needs, and Waits why that one has no number; none where it has.
	Newest Period
	Waits  []Wait

	// Inputs are the values that the last entry was made from, each once, or where
	// there is none those that Newest has and lacks; Term is how they make it.
	Inputs []Operand
	Term   Term
}

// Operand is the value of one period that a formula looks at.
type Operand struct {
	KPI    *KPI
	Period Period
	Has    bool
	Number float64
}

// Reason is why a formula has no number for a period.
type Reason uint8

// The reasons.
const (
	Runs   Reason = iota + 1 // a sum is of a period that is not over
	Lacks                    // there is no value
	ByZero                   // it would divide by zero
	Beyond                   // the number is too large to be one
)

// Wait is one reason: which value is meant, of which period. ByZero names the
// divisor where that is one value, and Beyond none.
type Wait struct {
	Reason Reason
	KPI    *KPI
	Period Period
}

// Term is a formula with its values in the place of their names: a number, of which
// KPI that is (nil for one that the formula has), or a sign with what it works on.
type Term struct {
	Sign   string // "+", "-", "*", "/", "min", "max" or "abs"; "" for a number
	Terms  []Term // one, before which a minus stands, or several
	Number float64
	KPI    *KPI
}

// yearPeriods is how many periods a year has at most.
var yearPeriods = [...]int{Hour: 366*24 + 1, Day: 366, Week: 53, Month: 12, Quarter: 4, Year: 1}

// Reach returns of which periods the formula of k looks at the values of each input.
func (k *KPI) Reach() map[string]formula.Span { return k.Formula.Reach(yearPeriods[k.Every]) }

// Cost returns how many values the formula of k looks at for one period, at most.
func (k *KPI) Cost() int { return k.Formula.Cost(yearPeriods[k.Every]) }

// Compute makes the numbers of k, which has a formula, from its inputs, as they
// stand at now: for that many periods up to the last one that has all it needs, which
// is looked for in that many.
func (c Calendar) Compute(k *KPI, source func(id string) Source, periods int, now time.Time) Computation {
	w := c.For(k).workings(k, source, now)
	result := Computation{Newest: w.newest}
	var entries []Entry // newest first
	for j := 0; j < periods+len(entries) && len(entries) < periods; j++ {
		e := evaluation{workings: w, behind: j}
		number, ok := e.result(k.Formula.Root)
		switch {
		case j == 0 && !ok:
			noted := w.note(j)
			result.Waits, result.Inputs = waits(noted.waits), noted.used
		case ok && len(entries) == 0:
			noted := w.note(j)
			result.Inputs, result.Term = noted.used, noted.term(k.Formula.Root, 0)
		}
		if ok || len(entries) > 0 {
			entries = append(entries, e.entry(number, ok))
		}
	}
	slices.Reverse(entries)
	result.Series.Entries = entries
	return result
}

// note evaluates one period again and notes all that it looks at.
func (w *workings) note(behind int) *evaluation {
	e := &evaluation{workings: w, behind: behind, noting: true, seen: map[Operand]bool{}}
	e.result(w.k.Formula.Root)
	return e
}

// waits returns what is waited for, each once. What would divide by zero or grow too
// large may not once the values are there that lack.
func waits(all []Wait) (out []Wait) {
	var open, other []Wait
	seen := map[Wait]bool{}
	for _, w := range all {
		switch {
		case seen[w]:
		case w.Reason == Runs || w.Reason == Lacks:
			open = append(open, w)
		default:
			other = append(other, w)
		}
		seen[w] = true
	}
	if len(open) > 0 {
		return open
	}
	return other
}

// workings is all that one formula is computed from.
type workings struct {
	c       Calendar
	k       *KPI
	now     time.Time
	newest  Period
	current bool // whether newest is the current period
	nearest int  // how far back the nearest values lie that the formula looks at
	inputs  map[string]input
}

// input is a source with the place that newest has among its entries, which may lie
// outside of them.
type input struct {
	Source
	at int
}

// workings finds the inputs of k and the newest period that one of them has.
func (c Calendar) workings(k *KPI, source func(id string) Source, now time.Time) *workings {
	current := c.Period(k.Every, now)
	w := &workings{c: c, k: k, now: now, inputs: map[string]input{}}
	reach, first := k.Reach(), true
	for _, span := range reach {
		if first || span.Nearest < w.nearest {
			w.nearest, first = span.Nearest, false
		}
	}
	for id, span := range reach {
		in := input{Source: source(id)}
		w.inputs[id] = in
		if p, ok := in.newest(); ok && span.Nearest == w.nearest {
			if p = c.Add(p, span.Nearest); w.newest == (Period{}) || c.Steps(w.newest, p) > 0 {
				w.newest = p
			}
		}
	}
	if w.newest == (Period{}) || c.Steps(current, w.newest) > 0 {
		w.newest = current
	}
	w.current = w.newest == current
	for id, in := range w.inputs {
		if e, ok := in.Series.Newest(); ok {
			in.at = len(in.Series.Entries) - 1 + c.Steps(e.Period, w.newest)
			w.inputs[id] = in
		}
	}
	return w
}

// newest returns the newest period that an input has a value of, or would have if
// it lacked nothing.
func (in input) newest() (Period, bool) {
	if in.Computed != nil {
		return in.Computed.Newest, true
	}
	e, ok := in.Series.Newest()
	return e.Period, ok
}
