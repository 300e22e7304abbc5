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

// Change is a period's value against the one directly before. Both are rounded
// as displayed first, so that the change agrees with the digits.
type Change struct {
	Known    bool    // false: the period before has no value
	Amount   float64 // now − before, in the KPI's unit
	Relative float64 // Amount ÷ |before|
	HasRel   bool    // false where before is zero, or the unit is a percentage
	Trend    Trend   // by distance to the target, then by the target's direction
}

// Compare returns the change from before to now under target t.
func Compare(f Format, t Target, before, now float64) Change {
	before, now = f.Round(before), f.Round(now)
	amount := minusExactly(now, before)
	if !finite(amount) {
		return Change{}
	}
	c := Change{Known: true, Amount: amount}
	if relative := c.Amount / math.Abs(before); before != 0 && finite(relative) && !f.Percentage() {
		c.Relative, c.HasRel = relative, true
	}
	c.Trend = t.rounded(f).trend(before, now)
	return c
}

func (t Target) rounded(f Format) Target {
	t.Min, t.Max = f.Round(t.Min), f.Round(t.Max)
	return t
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
		return minusExactly(t.Min, v)
	case t.HasMax && v > t.Max:
		return minusExactly(v, t.Max)
	}
	return 0
}

// Text writes the change as a tile does: "+3.2 %", "−1.5 pp" for a percentage,
// "+12" where no relative change exists or it is too small to show, "no
// change", and "" when not Known. The minus is U+2212. From 100 % on, percents
// have no decimals.
func (c Change) Text(f Format, l Locale) string {
	switch {
	case !c.Known:
		return ""
	case c.Amount == 0:
		return "no change"
	case f.Percentage():
		return signed(Format{Decimals: f.Decimals, Suffix: " pp"}, l, c.Amount)
	case c.HasRel:
		percent := Format{Style: Percent, Decimals: 1}
		share := percent.Round(clean(c.Relative * 100))
		if math.Abs(share) >= 100 {
			percent.Decimals = 0
		}
		if share != 0 {
			return signed(percent, l, share)
		}
	}
	return signed(f, l, c.Amount)
}

// signed writes v with its sign also where it is positive.
func signed(f Format, l Locale, v float64) string {
	if v > 0 {
		return "+" + f.Text(l, v)
	}
	return f.Text(l, v)
}
