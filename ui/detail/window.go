package detail

import (
	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/ui/chart"
)

// window returns the last n periods, without the empty ones before the first
// number. Those that have passed since the last number belong to it: a KPI
// that nobody has fed shows a gap, unless nothing else would be left to see.
func (p *composition) window(n int) []board.Point {
	all := p.reading.History
	if r := p.reading; r.KPI.Goal != nil && !r.Goal.Settled {
		return append(trimmed(all, n), p.ahead(n)...)
	}
	shown := trimmed(append(all[:len(all):len(all)], p.silent()...), n)
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
func (p *composition) ahead(n int) (points []board.Point) {
	r, c := p.reading, p.v.Board.Config.Calendar.For(p.reading.KPI)
	last, ok := c.PeriodAt(r.KPI.Every, kpi.At{Day: r.KPI.Goal.By})
	if r.Period == (kpi.Period{}) || !ok {
		return nil
	}
	for i := 1; i <= min(c.Steps(r.Period, last), n); i++ {
		next := c.Add(r.Period, i)
		points = append(points, board.Point{Period: next, Status: kpi.NoValue, Target: board.TargetIn(c, r.KPI, next)})
	}
	return points
}

// silent returns the periods that are over and came after the last value.
func (p *composition) silent() (points []board.Point) {
	r, c := p.reading, p.v.Board.Config.Calendar.For(p.reading.KPI)
	if r.Period == (kpi.Period{}) {
		return nil
	}
	missing := c.Steps(r.Period, c.Period(r.KPI.Every, p.v.Board.Now)) - 1
	for i := 1; i <= min(missing, Spans[len(Spans)-1]); i++ {
		next := board.Point{Period: c.Add(r.Period, i), Status: kpi.NoValue, Target: r.Target}
		if !r.KPI.Judged {
			next.Target = board.TargetIn(c, r.KPI, next.Period)
		}
		points = append(points, next)
	}
	return points
}
