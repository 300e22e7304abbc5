package kpi

import (
	"math"
	"slices"
)

// The limits of [Usual].
const (
	minUnusual    = 4      // values that a history must have for the Hampel rule
	unusualSpread = 6      // robust standard deviations
	unusualShare  = 0.5    // of the median
	madToSigma    = 1.4826 // median absolute deviation → standard deviation, for a normal distribution

	minTenfold    = 3  // values that a history must have for the rule of ten
	tenfold       = 10 // a digit too many or one too few
	tenfoldSpread = 3  // robust standard deviations of the decimal logarithms
	manyDecades   = 2  // over which a history has no limit in numbers

	seenTwice = 2   // how often what is usual was there
	seenShare = 12  // or in one of so many values
	seenAlike = 1.5 // times a value, or part of it

	minutesFit = 3 // how many times the history a duration in minutes may be
)

// Usual is what a KPI's own history makes of a new value. Two rules say that a value
// is more likely a slip, such as a zero too many, than news; what was there twice
// already, and in one of twelve values, is usual in any case.
//
// The Hampel rule: it is farther from the median than six robust standard deviations
// (1.4826 × the median absolute deviation), and than half the median, which keeps a
// very steady history from calling every change unusual. Of a history that is mostly
// zero, or that ranges over decades, it says nothing.
//
// The rule of ten: the value is ten times as large, or as small, as one of the middle
// half of the values that are not zero, and farther from these than three of their
// own standard deviations, in logarithms. A zero is no slip of a digit.
type Usual struct {
	sign    float64   // -1 where the history is below zero
	values  []float64 // by that sign, sorted
	middle  float64   // of values
	limit   float64   // how far from it is usual; 0: the Hampel rule says nothing
	sizes   []float64 // of the values that are not zero, sorted
	decades float64   // how far from the middle of sizes the history itself ranges
}

// UsualOf learns from the numbers of other periods. With fewer than three nothing
// is unusual.
func UsualOf(history []float64) Usual {
	if len(history) == 0 {
		return Usual{}
	}
	u := Usual{sign: 1, values: slices.Sorted(slices.Values(history))}
	if u.middle = median(u.values); u.middle < 0 {
		u.sign, u.middle = -1, -u.middle
		for i, v := range u.values {
			u.values[i] = -v
		}
		slices.Reverse(u.values)
	}
	var logs []float64
	for _, v := range u.values {
		if v != 0 {
			u.sizes, logs = append(u.sizes, math.Abs(v)), append(logs, math.Log10(math.Abs(v)))
		}
	}
	slices.Sort(u.sizes)
	if len(logs) > 0 {
		slices.Sort(logs)
		u.decades = tenfoldSpread * madToSigma * deviation(logs, median(logs))
	}
	if len(history) >= minUnusual && u.decades < manyDecades {
		u.limit = max(unusualSpread*madToSigma*deviation(u.values, u.middle), unusualShare*u.middle)
	}
	return u
}

// Far reports whether v is unusual.
func (u Usual) Far(v float64) bool {
	v *= u.sign
	far := u.limit > 0 && math.Abs(v-u.middle) > u.limit
	return (far || u.tenTimes(v) || u.tenth(v)) && !u.seen(v)
}

// Middle returns between which numbers the middle half of the history lies; of an
// empty one, zeros.
func (u Usual) Middle() (low, high float64) {
	n := len(u.values)
	if n == 0 {
		return 0, 0
	}
	low, high = u.sign*u.values[n/4], u.sign*u.values[n-1-n/4]
	return min(low, high), max(low, high)
}

// seen reports whether there was something like v, or beyond it, often enough.
func (u Usual) seen(v float64) bool {
	count, low := 0, max(v*seenAlike, v/seenAlike)
	for _, h := range u.values {
		if v > u.middle && h*seenAlike >= v || v <= u.middle && h <= low {
			count++
		}
	}
	return count >= max(seenTwice, len(u.values)/seenShare)
}

// TooMuch reports whether v is unusual and more than there ever was: of a part of
// a sum nothing else says anything.
func (u Usual) TooMuch(v float64) bool {
	return len(u.values) > 0 && v*u.sign > u.values[len(u.values)-1] && u.Far(v)
}

// TooLittle reports whether v is unusual by being a tenth of what is usual, or less.
func (u Usual) TooLittle(v float64) bool {
	v *= u.sign
	return u.tenth(v) && !u.seen(v)
}

// Known reports whether there is a history.
func (u Usual) Known() bool { return len(u.values) > 0 }

// MeansMinutes reports whether a duration that was typed as a number alone, which
// are seconds, was more likely meant as minutes: as such it is among what the KPI
// was, and as seconds below.
func (u Usual) MeansMinutes(seconds float64) bool {
	if len(u.sizes) == 0 || u.sign < 0 {
		return false
	}
	low, high := u.sizes[0]/minutesFit, u.sizes[len(u.sizes)-1]*minutesFit
	return 0 < seconds && seconds < low && low <= seconds*60 && seconds*60 <= high
}

// tenTimes reports whether v, by the sign of the history, is ten times what is usual,
// and tenth whether it is no more than a tenth of that.
func (u Usual) tenTimes(v float64) bool {
	if !u.scales() {
		return false
	}
	size := math.Abs(v)
	return reaches(size, u.sizes[len(u.sizes)/4]) && u.outOfRange(size)
}

func (u Usual) tenth(v float64) bool {
	if !u.scales() || v <= 0 {
		return false
	}
	n := len(u.sizes)
	return reaches(u.sizes[n-1-n/4], v) && u.outOfRange(v)
}

// scales reports whether the history says how large its values are.
func (u Usual) scales() bool { return len(u.values) >= minTenfold && len(u.sizes) > 0 }

// reaches reports whether a is ten times b, as far as binary fractions can tell.
func reaches(a, b float64) bool { return a >= tenfold*b*(1-1e-12) }

// outOfRange reports whether a size is farther from the middle one than the history
// itself ranges.
func (u Usual) outOfRange(size float64) bool {
	return math.Abs(math.Log10(size)-math.Log10(median(u.sizes))) > u.decades
}

// deviation returns the median absolute deviation of values from their middle.
func deviation(values []float64, middle float64) float64 {
	off := make([]float64, len(values))
	for i, v := range values {
		off[i] = math.Abs(v - middle)
	}
	slices.Sort(off)
	return median(off)
}

// median returns the middle of sorted values.
func median(sorted []float64) float64 {
	n := len(sorted)
	if n%2 == 0 {
		return sorted[n/2-1]/2 + sorted[n/2]/2
	}
	return sorted[n/2]
}
