package kpi

import "math"

// Margin is how far outside one end of a target a value still counts as near.
type Margin struct {
	Amount float64 // in the KPI's unit; where Share is set, a share of the bound (0.05 for 5 %)
	Share  bool
}

// Tolerance holds the margins below Min and above Max.
type Tolerance struct{ Below, Above Margin }

// Judgement is a value as it was judged: the number that tile, chart, list and
// history draw, so that colour, digits and picture cannot disagree.
type Judgement struct {
	Number float64 // what was compared; what is no number stays as it is
	Status Status
	Format Format // the KPI's, with as many more digits as tell the verdict
}

// finer is by how many decimals a value is judged finer than it is displayed,
// or than its bounds are written: enough that nobody calls the rest a
// difference, and so many that a number just short of a bound is short of it.
const finer = 2

// Judge decides the status of a value. It is the only place that does. The value,
// rounded half up to two decimals more than the display and the bounds have, is
// compared with the bounds as they were written, ends included: the truth
// decides, and the digits follow it. What is no number is no value.
func Judge(f Format, t Target, tol Tolerance, v float64) Judgement {
	if !finite(v) {
		return Judgement{Number: v, Status: NoValue, Format: f}
	}
	n := f.judged(t, v)
	return Judgement{Number: n, Status: t.status(tol, n), Format: f.forVerdict(t, tol, n)}
}

// judged returns the number that is compared with t in place of v.
func (f Format) judged(t Target, v float64) float64 {
	d := shortest(v)
	d.round(fullPoint - d.point) // binary noise
	decimals := max(f.decimalsOf(d), 0)
	if t.HasMin {
		decimals = max(decimals, decimalsIn(t.Min))
	}
	if t.HasMax {
		decimals = max(decimals, decimalsIn(t.Max))
	}
	d.round(decimals + finer)
	return d.float()
}

// status compares n, which is rounded already, with t.
func (t Target) status(tol Tolerance, n float64) Status {
	switch {
	case !t.HasMin && !t.HasMax:
		return NoTarget
	case t.HasMin && n < t.Min:
		if n >= subDecimal(t.Min, tol.Below.of(t.Min)) {
			return Near
		}
		return Below
	case t.HasMax && n > t.Max:
		if n <= subDecimal(t.Max, -tol.Above.of(t.Max)) {
			return Near
		}
		return Above
	}
	return OnTarget
}

// of returns the margin at a bound, in the KPI's unit.
func (m Margin) of(bound float64) float64 {
	if m.Share {
		return Clean(m.Amount * math.Abs(bound))
	}
	return m.Amount
}

// maxCompactDecimals is how many decimals a compact number has at most; what needs
// more is written in full.
const maxCompactDecimals = 3

// forVerdict returns f with as many more decimals as it takes for the displayed
// digits of n to have the status of n itself: 39.7 against 40 must not read 40, nor
// what is just beyond the tolerance like what is within it.
func (f Format) forVerdict(t Target, tol Tolerance, n float64) Format {
	status := t.status(tol, n)
	return f.refined(n, func(f Format) bool { return t.status(tol, f.Round(n)) == status })
}

// Exact returns f with as many more decimals as v has: a bound is written with
// all its digits.
func (f Format) Exact(v float64) Format {
	return f.refined(v, func(f Format) bool { return f.Round(v) == v })
}

// refined returns f with the fewest more decimals for v that satisfy enough.
func (f Format) refined(v float64, enough func(Format) bool) Format {
	const maxDigits = 17 // a float64 has no more digits
	for g := f; ; {
		switch {
		case enough(g) || g.Decimals >= maxDigits:
			return g
		case g.Style != Compact:
			g.Decimals++
		case g.Decimals < maxCompactDecimals:
			g.Significant = 0
			g.Decimals++
		default:
			g.Style, g.Decimals = Plain, max(0, maxCompactDecimals-magnitudeOf(shortest(v)).zeros())
		}
	}
}

// decimalsIn returns how many decimals v is written with at least.
func decimalsIn(v float64) int {
	d := shortest(v)
	return max(0, d.count-d.point)
}
