package detail

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/ui/chart"
)

// window returns the last n periods, without the empty ones before the first
// number. Those that have passed since the last number belong to it: a KPI
// that nobody has fed shows a gap, unless nothing else would be left to see.
func (p *composition) window(n int) []board.Point {
	r, all := p.reading, p.reading.History
	switch {
	case r.Period == (kpi.Period{}):
		return trimmed(all, n)
	case r.KPI.Goal != nil && !r.Goal.Settled:
		return slices.Concat(trimmed(all, n), p.ahead(n))
	}
	shown := trimmed(slices.Concat(all, p.silent()), n)
	if chart.Numbers(shown) < min(2, chart.Numbers(all)) {
		return trimmed(all, n)
	}
	return shown
}

// trimmed returns the last n points, from the first that has a number.
func trimmed(points []board.Point, n int) []board.Point {
	return chart.FromFirst(points[max(0, len(points)-n):])
}

// ahead returns the periods up to that of a key result's goal, at most n.
func (p *composition) ahead(n int) []board.Point {
	k, c := p.reading.KPI, p.calendar()
	last, ok := c.PeriodAt(k.Every, kpi.At{Day: k.Goal.By})
	if !ok {
		return nil
	}
	return p.following(min(c.Steps(p.reading.Period, last), n))
}

// silent returns the periods that are over and came after the last value.
func (p *composition) silent() []board.Point {
	c := p.calendar()
	missing := c.Steps(p.reading.Period, c.Period(p.reading.KPI.Every, p.v.Board.Now)) - 1
	return p.following(min(missing, Spans[len(Spans)-1]))
}

// following returns the n periods after that of the newest value, empty.
func (p *composition) following(n int) (points []board.Point) {
	r, c := p.reading, p.calendar()
	for i := 1; i <= n; i++ {
		next := c.Add(r.Period, i)
		points = append(points, board.Point{Period: next, Status: kpi.NoValue, Target: board.TargetIn(c, r.KPI, next)})
	}
	return points
}
