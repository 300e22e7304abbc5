package kpi

import (
	"math"
	"slices"
)

// The limits of [Unusual].
const (
	unusualLeast  = 4      // values that a history must have to say anything
	unusualSpread = 6      // robust standard deviations
	unusualShare  = 0.5    // of the median
	madToSigma    = 1.4826 // median absolute deviation → standard deviation, for a normal distribution
)

// Unusual reports whether v is so far from a KPI's own history that it is more
// likely a slip, such as a zero too many, than news. It is the Hampel rule: v
// is farther from the median than six robust standard deviations (1.4826 × the
// median absolute deviation), and than half the median, which keeps a very
// steady history from calling every change unusual. Fewer than four values
// make nothing unusual.
func Unusual(history []float64, v float64) bool {
	if len(history) < unusualLeast {
		return false
	}
	mid := median(history)
	off := make([]float64, len(history))
	for i, h := range history {
		off[i] = math.Abs(h - mid)
	}
	return math.Abs(v-mid) > max(unusualSpread*madToSigma*median(off), unusualShare*math.Abs(mid))
}

// median returns the middle of values, which are left as they are.
func median(values []float64) float64 {
	s := slices.Sorted(slices.Values(values))
	if n := len(s); n%2 == 0 {
		return s[n/2-1]/2 + s[n/2]/2
	}
	return s[len(s)/2]
}
