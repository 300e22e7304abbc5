package kpi

import (
	"cmp"
	"math"
)

// Trend says whether a change went the right way.
type Trend int8

// The trends. Steady is also a change that has no better direction.
const (
	Worse  Trend = -1
	Steady Trend = 0
	Better Trend = 1
)

// Change is a period's value against the one directly before, by what is
// displayed of both, so that it agrees with the digits.
type Change struct {
	Known    bool    // false: the period before has no value
	Amount   float64 // now − before, in the KPI's unit
	Relative float64 // Amount ÷ |before|
	HasRel   bool    // false where a share makes no sense, see [Compare]
	Trend    Trend   // by distance to the target, then by the target's direction

	Format Format // that Amount is written in
}

// Compare returns the change of k from before to now under target t. It has no
// share where before is zero or of the other sign, where the unit is a percentage
// (of which the difference is told), and where k wants amounts.
func Compare(k *KPI, t Target, before, now Judgement) Change {
	was, is := before.Format.Round(before.Number), now.Format.Round(now.Number)
	amount := subDecimal(is, was)
	if !finite(amount) {
		return Change{}
	}
	c := Change{Known: true, Amount: amount, Format: finest(before.Format, now.Format)}
	share := c.Amount / math.Abs(was)
	if was != 0 && finite(share) && is/was >= 0 && !k.Format.Percentage() && !k.ChangeByAmount {
		c.Relative, c.HasRel = share, true
	}
	if amount != 0 {
		c.Trend = t.trend(before.Number, now.Number)
	}
	return c
}

// finest returns the one of two formats of a KPI that shows more digits.
func finest(a, b Format) Format {
	switch {
	case a.Style != b.Style && a.Style == Compact:
		return b
	case a.Style == b.Style && a.Decimals < b.Decimals:
		return b
	}
	return a
}

// trend is better where now is nearer to the target; where both are as near
// (mostly inside), a target with one end still says which way is better.
func (t Target) trend(before, now float64) Trend {
	if nearer := cmp.Compare(t.distance(before), t.distance(now)); nearer != 0 {
		return Trend(nearer)
	}
	switch up := Trend(cmp.Compare(now, before)); {
	case t.HasMin && !t.HasMax:
		return up
	case t.HasMax && !t.HasMin:
		return -up
	}
	return Steady
}

// distance is how far v lies outside the target.
func (t Target) distance(v float64) float64 {
	switch {
	case t.HasMin && v < t.Min:
		return subDecimal(t.Min, v)
	case t.HasMax && v > t.Max:
		return subDecimal(v, t.Max)
	}
	return 0
}
