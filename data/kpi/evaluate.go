package kpi

import (
	"math/big"
	"slices"
	"strconv"
	"time"

	"kpiwall/data/formula"
)

// evaluation is a formula at work on one period. It reckons in fractions, so that
// 100.1 − 100 − 0.1 is nothing and not a tiny divisor.
type evaluation struct {
	*workings
	behind int  // how many periods before the newest
	noting bool // waits and used are wanted

	waits []Wait
	used  []Operand
	seen  map[Operand]bool // those in used
	own   []Entry          // of the inputs' values those that lie nearest
}

// result evaluates the whole formula.
func (e *evaluation) result(n *formula.Node) (float64, bool) {
	x, ok := e.of(n, 0)
	if !ok {
		return 0, false
	}
	v, _ := x.Float64()
	if v = Clean(v); !finite(v) {
		return 0, e.wait(Beyond, nil, 0)
	}
	return v, true
}

// of evaluates n some periods back. Where a value lacks it goes on with the others,
// to say all that lack.
func (e *evaluation) of(n *formula.Node, back int) (*big.Rat, bool) {
	switch n.Op {
	case formula.Number:
		return fraction(n.Number), true
	case formula.Name:
		v, ok := e.value(n.ID, back)
		return fraction(v), ok
	case formula.Prev:
		return e.of(n.Args[0], back+1)
	case formula.Sum, formula.Mean:
		return e.window(n, back, int(n.Number))
	case formula.YTD:
		return e.window(n, back, e.c.yearSoFar(e.period(back)))
	case formula.If:
		branch, ok := e.branch(n, back)
		if !ok {
			return nil, false
		}
		return e.of(branch, back)
	}
	args, ok := make([]*big.Rat, len(n.Args)), true
	for i, arg := range n.Args {
		x, has := e.of(arg, back)
		args[i], ok = x, ok && has
	}
	if !ok {
		return nil, false
	}
	return e.operate(n, args, back)
}

// operate does the arithmetic of n.
func (e *evaluation) operate(n *formula.Node, args []*big.Rat, back int) (*big.Rat, bool) {
	x := new(big.Rat)
	switch n.Op {
	case formula.Negate:
		x.Neg(args[0])
	case formula.Abs:
		x.Abs(args[0])
	case formula.Add:
		x.Add(args[0], args[1])
	case formula.Subtract:
		x.Sub(args[0], args[1])
	case formula.Multiply:
		x.Mul(args[0], args[1])
	case formula.Min:
		return slices.MinFunc(args, (*big.Rat).Cmp), true
	case formula.Max:
		return slices.MaxFunc(args, (*big.Rat).Cmp), true
	case formula.Divide:
		if args[1].Sign() == 0 {
			divisor, at := e.single(n.Args[1], back)
			return nil, e.wait(ByZero, divisor, at)
		}
		x.Quo(args[0], args[1])
	}
	return x, true
}

// single returns the KPI whose value n is, if it is one, and how far back.
func (e *evaluation) single(n *formula.Node, back int) (*KPI, int) {
	for ; n.Op == formula.Prev; n = n.Args[0] {
		back++
	}
	if n.Op == formula.Name {
		return e.inputs[n.ID].KPI, back
	}
	return nil, back
}

// branch returns the arg of an if that its comparison chooses.
func (e *evaluation) branch(n *formula.Node, back int) (*formula.Node, bool) {
	compare := n.Args[0]
	x, okX := e.of(compare.Args[0], back)
	y, okY := e.of(compare.Args[1], back)
	if !okX || !okY {
		return nil, false
	}
	holds, sign := false, x.Cmp(y)
	switch compare.Op {
	case formula.Less:
		holds = sign < 0
	case formula.AtMost:
		holds = sign <= 0
	case formula.Greater:
		holds = sign > 0
	case formula.AtLeast:
		holds = sign >= 0
	case formula.Equal:
		holds = sign == 0
	case formula.NotEqual:
		holds = sign != 0
	}
	if holds {
		return n.Args[1], true
	}
	return n.Args[2], true
}

// window adds up n's arg over count periods, or takes their mean.
func (e *evaluation) window(n *formula.Node, back, count int) (*big.Rat, bool) {
	total, all := new(big.Rat), true
	if arg := n.Args[0]; arg.Op == formula.Name {
		numbers := make([]float64, count)
		for i := range count {
			v, ok := e.value(arg.ID, back+i)
			numbers[i], all = v, all && ok
		}
		total = fraction(sum(numbers))
	} else {
		for i := range count {
			x, ok := e.of(arg, back+i)
			if all = all && ok; all {
				total.Add(total, x)
			}
		}
	}
	if n.Op == formula.Mean {
		total.Quo(total, new(big.Rat).SetInt64(int64(count)))
	}
	return total, all
}

// value returns the value of an input some periods back.
func (e *evaluation) value(id string, back int) (float64, bool) {
	in := e.inputs[id]
	var entry Entry
	if i := in.at - e.behind - back; i >= 0 && i < len(in.Series.Entries) {
		entry = in.Series.Entries[i]
	}
	e.note(in, back, entry)
	if !entry.Has {
		return 0, e.lacks(in, back)
	}
	if e.current && e.behind+back == 0 && e.c.runs(in, e.k.Every, e.now) {
		return 0, e.wait(Runs, in.KPI, back)
	}
	if back == e.nearest {
		e.own = append(e.own, entry)
	}
	return entry.Number, true
}

// note notes the value of an input, once.
func (e *evaluation) note(in input, back int, entry Entry) {
	if !e.noting {
		return
	}
	op := Operand{KPI: in.KPI, Period: e.period(back), Has: entry.Has, Number: entry.Number}
	if !e.seen[op] {
		e.seen[op] = true
		e.used = append(e.used, op)
	}
}

// lacks notes that an input has no value some periods back, or what that waits for.
func (e *evaluation) lacks(in input, back int) bool {
	if made := in.Computed; e.noting && made != nil && made.Newest == e.period(back) && len(made.Waits) > 0 {
		e.waits = append(e.waits, made.Waits...)
		return false
	}
	return e.wait(Lacks, in.KPI, back)
}

// wait notes why there is no number, and returns false.
func (e *evaluation) wait(why Reason, k *KPI, back int) bool {
	if e.noting {
		e.waits = append(e.waits, Wait{why, k, e.period(back)})
	}
	return false
}

// period returns the period that is computed, or one some periods back.
func (e *evaluation) period(back int) Period { return e.c.Add(e.newest, -e.behind-back) }

// entry returns the entry of the period, which is as fresh as the oldest of its
// inputs, and has the newest of their notes: what explains them explains it.
func (e *evaluation) entry(number float64, ok bool) Entry {
	made := Entry{Period: e.period(0)}
	if !ok {
		return made
	}
	for i, in := range e.own {
		if i == 0 || e.heard(in).Before(e.heard(made)) {
			made.At, made.Moment, made.Recorded, made.LastConfirmed, made.Known = in.At, in.Moment, in.Recorded, in.LastConfirmed, in.Known
		}
		if made.Stale.IsZero() || !in.Stale.IsZero() && in.Stale.Before(made.Stale) {
			made.Stale = in.Stale
		}
	}
	var noted Entry
	for _, in := range e.own {
		if in.Note != "" && (noted.Note == "" || in.Moment.After(noted.Moment)) {
			noted = in
		}
	}
	made.Has, made.Number, made.Note, made.By = true, number, noted.Note, noted.By
	return made
}

// heard returns when something was last heard of an entry.
func (e *evaluation) heard(of Entry) time.Time {
	if !of.Known.IsZero() {
		return of.Known
	}
	return e.c.lastConfirmed(of, e.now)
}

// fraction returns v as the fraction that its shortest decimal is.
func fraction(v float64) *big.Rat {
	if n := int64(v); float64(n) == v {
		return new(big.Rat).SetInt64(n)
	}
	x, _ := new(big.Rat).SetString(strconv.FormatFloat(v, 'e', -1, 64))
	return x
}
