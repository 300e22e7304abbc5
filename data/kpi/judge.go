package kpi

import "math"

// Margin is how far outside one end of a target a value still counts as near.
type Margin struct {
	Amount float64 // in the KPI's unit; where Share is set, a share of the bound (0.05 for 5 %)
	Share  bool
}

// Tolerance holds the margins below Min and above Max.
type Tolerance struct{ Below, Above Margin }

// Judge decides the status of a value. It is the only place that does. Value,
// bounds and tolerance limits are rounded as f displays them and then compared,
// ends included, so that colour and digits cannot disagree. What is no number
// is no value.
func Judge(f Format, t Target, tol Tolerance, v float64) Status {
	if !finite(v) {
		return NoValue
	}
	shown := f.Round(v)
	switch {
	case !t.HasMin && !t.HasMax:
		return NoTarget
	case t.HasMin && shown < f.Round(t.Min):
		if shown >= f.Round(minusExactly(t.Min, tol.Below.of(t.Min))) {
			return Near
		}
		return Below
	case t.HasMax && shown > f.Round(t.Max):
		if shown <= f.Round(minusExactly(t.Max, -tol.Above.of(t.Max))) {
			return Near
		}
		return Above
	}
	return OnTarget
}

// of returns the margin at a bound, in the KPI's unit.
func (m Margin) of(bound float64) float64 {
	if m.Share {
		return clean(m.Amount * math.Abs(bound))
	}
	return m.Amount
}
