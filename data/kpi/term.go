package kpi

import (
	"time"

	"kpiwall/data/formula"
)

// signs are those of a [Term].
var signs = map[formula.Op]string{
	formula.Negate: "-", formula.Add: "+", formula.Subtract: "-", formula.Multiply: "*", formula.Divide: "/",
	formula.Min: "min", formula.Max: "max", formula.Abs: "abs",
}

// term returns n, of which all values are there, with these in the place of names. Of
// an if there is the part that was taken, and of what looks at several periods what
// they make together.
func (e *evaluation) term(n *formula.Node, back int) Term {
	switch n.Op {
	case formula.Prev:
		return e.term(n.Args[0], back+1)
	case formula.If:
		branch, _ := e.branch(n, back)
		return e.term(branch, back)
	case formula.Number, formula.Name, formula.Sum, formula.Mean, formula.YTD:
		x, _ := e.of(n, back)
		v, _ := x.Float64()
		t := Term{Number: Clean(v)}
		if n.Op != formula.Number {
			for len(n.Args) > 0 {
				n = n.Args[0]
			}
			t.KPI = e.inputs[n.ID].KPI
		}
		return t
	}
	t := Term{Sign: signs[n.Op]}
	for _, arg := range n.Args {
		t.Terms = append(t.Terms, e.term(arg, back))
	}
	return t
}

// yearSoFar returns how many periods the (fiscal) year of p has had by the end of p.
func (c Calendar) yearSoFar(p Period) int {
	if p.Every == Hour {
		return c.Steps(c.Period(Hour, c.Start(c.periodOf(Year, p.First))), p) + 1
	}
	year := c.periodOf(Year, c.middle(p))
	first := c.periodOf(p.Every, year.First)
	if c.middle(first).Before(year.First) {
		first = c.Add(first, 1)
	}
	return c.Steps(first, p) + 1
}

// middle returns the day that decides which year p belongs to: of a week the one that
// decides its number, see [Calendar.WeekNumber].
func (c Calendar) middle(p Period) Date {
	switch {
	case p.Every != Week:
		return p.First
	case c.Weeks == USWeeks: // the week that holds the 1st of January is the first of that year
		return p.First.AddDays(6)
	case c.Weeks == MMWRWeeks:
		return p.First.AddDays(3)
	}
	d := p.First.AddDays(3) // and of its ISO week the Thursday
	return d.AddDays(3 - int(d.Weekday()+6)%7)
}

// runs reports whether the newest entry of an input adds up values of a period that
// is not over.
func (c Calendar) runs(in input, every Cadence, now time.Time) bool {
	if in.KPI.Combine != Sum || in.KPI.Formula != nil {
		return false
	}
	k := *in.KPI
	k.Every = every
	k.Running = k.DefaultRule()
	i := len(in.Series.Entries) - 1
	_, on := c.For(in.KPI).span(&k, in.Series.Entries[i].Period, c.reach(in.Series, i), now)
	return on
}

// DefaultRule is how k is judged while its period runs, where nobody says: a sum by
// pace where the period has days, and not before its end where it has none. What is
// no sum is judged as it stands.
func (k *KPI) DefaultRule() Rule {
	switch {
	case k.Combine != Sum:
		return Whole
	case k.Every >= Week:
		return Pace
	}
	return Open
}
