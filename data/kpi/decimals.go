package kpi

import "math"

// ThreeDigits is how many digits a compact number without a target and without
// decimals of its own shows: 1.23M, 12.3M, 123M.
const ThreeDigits = 3

// maxDecimals is how many decimals the targets alone give a KPI.
const maxDecimals = 2

// WithDecimalsFor returns f with as many decimals as the targets of plan need, two
// at most: for a KPI whose config leaves decimals out. Written is the most that the
// config writes one of the bounds with, so that 1800.50 counts as two. A compact
// number without a target gets [ThreeDigits].
func (f Format) WithDecimalsFor(plan Plan, written int) Format {
	f.Decimals, f.Significant = 0, 0
	if f.Style != Compact {
		f.Decimals = min(written, maxDecimals)
	}
	bounds := 0
	for _, t := range plan {
		if t.HasMin {
			bounds++
			f.Decimals = max(f.Decimals, f.needs(t.Min))
		}
		if t.HasMax {
			bounds++
			f.Decimals = max(f.Decimals, f.needs(t.Max))
		}
	}
	if f.Style == Compact && bounds == 0 {
		f.Significant = ThreeDigits
	}
	return f
}

// manyWhole is the bound from which on a part of one says nothing any more.
const manyWhole = 100

// Divided returns f, which shows the targets of plan, with one decimal at least for
// numbers that are quotients or means: whole bounds do not make them whole, and a ratio
// of 0.5 must not read 1. Where the bounds are large, and in other styles than plain and
// percent, it is f.
func (f Format) Divided(plan Plan) Format {
	large := func(bound float64) bool { return math.Abs(bound) >= manyWhole }
	for _, t := range plan {
		if t.HasMin && large(t.Min) || t.HasMax && large(t.Max) {
			return f
		}
	}
	if f.Style == Plain || f.Style == Percent {
		f.Decimals = max(f.Decimals, 1)
	}
	return f
}

// needs returns how many decimals f needs for a bound, two at most.
func (f Format) needs(bound float64) int {
	d := shortest(bound)
	decimals := d.count - d.point
	if f.Style == Compact {
		decimals += magnitudeOf(d).zeros()
	}
	return min(max(0, decimals), maxDecimals)
}
