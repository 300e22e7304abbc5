package kpi

import (
	"math"
	"slices"
)

// The limits of [Usual].
const (
	minUnusual    = 4      // values that a history must have to say anything
	unusualSpread = 6      // robust standard deviations
	unusualShare  = 0.5    // of the median
	madToSigma    = 1.4826 // median absolute deviation → standard deviation, for a normal distribution
)

// Usual is what a KPI's own history makes of a new value. It is the Hampel rule:
// a value is more likely a slip, such as a zero too many, than news where it is
// farther from the median than six robust standard deviations (1.4826 × the
// median absolute deviation), and than half the median, which keeps a very steady
// history from calling every change unusual.
type Usual struct {
	known         bool
	middle, limit float64
	highest       float64
}

// UsualOf learns from the numbers of other periods. With fewer than four nothing
// is unusual.
func UsualOf(history []float64) Usual {
	if len(history) < minUnusual {
		return Usual{}
	}
	u := Usual{known: true, middle: median(history), highest: slices.Max(history)}
	off := make([]float64, len(history))
	for i, h := range history {
		off[i] = math.Abs(h - u.middle)
	}
	u.limit = max(unusualSpread*madToSigma*median(off), unusualShare*math.Abs(u.middle))
	return u
}

// Far reports whether v is unusual.
func (u Usual) Far(v float64) bool { return u.known && math.Abs(v-u.middle) > u.limit }

// TooMuch reports whether v is unusual and more than there ever was: of a part of
// a sum nothing else says anything.
func (u Usual) TooMuch(v float64) bool { return v > u.highest && u.Far(v) }

// median returns the middle of values, which are left as they are.
func median(values []float64) float64 {
	s := slices.Sorted(slices.Values(values))
	if n := len(s); n%2 == 0 {
		return s[n/2-1]/2 + s[n/2]/2
	}
	return s[len(s)/2]
}
