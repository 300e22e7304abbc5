package demo

import (
	"math"

	"kpiwall/data/kpi"
)

// rhythm is how much of a period's sum falls to each of its parts, over and over.
var rhythm = [...]int{4, 6, 5, 7, 3}

// parts returns the moments at which p's sum comes in, in order: each workday
// of a week, and about each week of anything longer. A day and an hour have one
// part, at whole.
func parts(c kpi.Calendar, p kpi.Period, whole []kpi.At) []kpi.At {
	var moments []kpi.At
	last := c.LastDay(p)
	switch p.Every {
	case kpi.Week:
		for _, d := range c.WorkdaysIn(p) {
			moments = append(moments, kpi.At{Day: d})
		}
	case kpi.Month, kpi.Quarter, kpi.Year:
		for d := p.First.AddDays(6); d.Before(last); d = d.AddDays(7) {
			moments = append(moments, kpi.At{Day: d})
		}
	}
	if len(moments) == 0 {
		return whole
	}
	return moments
}

// split cuts sum into n parts that add up to it, whole ones where it is whole,
// else of the given decimals.
func split(sum float64, n, decimals int) []float64 {
	if n == 1 {
		return []float64{sum}
	}
	scale := 1.0
	if sum != math.Trunc(sum) {
		scale = math.Pow10(decimals)
	}
	parts := make([]float64, n)
	given := 0.0
	for i := range parts {
		upTo := math.Round(sum * scale * float64(share(i+1)) / float64(share(n)))
		parts[i] = (upTo - given) / scale
		given = upTo
	}
	return parts
}

// share returns what the first n parts weigh together.
func share(n int) int {
	weight := 0
	for i := range n {
		weight += rhythm[i%len(rhythm)]
	}
	return weight
}
