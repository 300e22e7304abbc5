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

// Text writes the change as a tile does: "+3.2 %", "−1.5 pp" for a percentage,
// "+12" where no share exists or it is too small to show, "no change", and ""
// when not Known. The minus is U+2212. From 100 % on, percents have no decimals.
func (c Change) Text(l Locale) string {
	switch {
	case !c.Known:
		return ""
	case c.Amount == 0:
		return "no change"
	case c.Format.Percentage():
		return signed(Format{Decimals: c.Format.Decimals, Suffix: " pp"}, l, c.Amount)
	case c.HasRel:
		if text := shareText(l, c.Relative); text != "" {
			return text
		}
	}
	return signed(c.Format, l, c.Amount)
}

// shareText writes a share in percent, "" where it is too small to show. What is
// not the whole is never written as −100 %.
func shareText(l Locale, relative float64) string {
	percent := Format{Style: Percent, Decimals: 1}
	whole := Clean(relative * 100)
	share := percent.Round(whole)
	switch {
	case share == 0:
		return ""
	case share == -100 && whole > -100:
		if percent.Decimals = 2; percent.Round(whole) == -100 {
			return "> " + signed(Format{Style: Percent}, l, -100)
		}
	case math.Abs(share) >= 100:
		percent.Decimals = 0
	}
	return signed(percent, l, whole)
}

// signed writes v with its sign also where it is positive.
func signed(f Format, l Locale, v float64) string {
	if f.Round(v) > 0 {
		return "+" + f.Text(l, v)
	}
	return f.Text(l, v)
}
