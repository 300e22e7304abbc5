package kpi

import (
	"math"
	"slices"
)

// Combine is how several values of one period make the period's value.
type Combine uint8

// The ways to combine.
const (
	Last Combine = iota
	Sum
	Mean
	Min
	Max
)

var combineNames = [...]string{Last: "last", Sum: "sum", Mean: "mean", Min: "min", Max: "max"}

// String returns the way as the config spells it.
func (m Combine) String() string { return nameOf(combineNames[:], int(m)) }

// Of combines values, which are ordered as they were true; ok is false for none.
func (m Combine) Of(values []float64) (v float64, ok bool) {
	if len(values) == 0 {
		return 0, false
	}
	switch m {
	case Sum:
		return sum(values), true
	case Mean:
		return Clean(sum(values) / float64(len(values))), true
	case Min:
		return slices.Min(values), true
	case Max:
		return slices.Max(values), true
	}
	return values[len(values)-1], true
}

// sum adds as with pencil and paper: with Neumaier's compensation, so that a
// thousand times 0.1 is 100 and small values beside large ones are not lost, and
// without what their binary fractions leave where large ones cancel out: 1.005−1
// is 0.005.
func sum(values []float64) float64 {
	var total, lost float64
	for _, v := range values {
		next := total + v
		if math.Abs(total) >= math.Abs(v) {
			lost += (total - next) + v
		} else {
			lost += (v - next) + total
		}
		total = next
	}
	total += lost
	if !finite(total) || !mixed(values) {
		return Clean(total)
	}
	decimals := 0
	for _, v := range values {
		decimals = max(decimals, decimalsIn(v))
	}
	d := shortest(total)
	d.round(decimals)
	return d.float()
}

// mixed reports whether values lie on both sides of zero.
func mixed(values []float64) bool {
	return len(values) > 0 && slices.Min(values) < 0 && slices.Max(values) > 0
}
