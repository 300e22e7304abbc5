package detail

import (
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// Where the mark of a note is tried, in its diameters: how near to its point, and in
// which steps away from that; and how far it may reach beyond the plot, in sizes of
// small text.
const (
	nearestMark = 0.95
	markStep    = 0.45
	plotMargin  = 0.3
)

// noteMarks puts the number of each listed note beside its point: near enough
// to belong to it, and off the line.
func (p *composition) noteMarks(c chart.History, plot draw.Box, notes []note) {
	d := p.near * noteDisc
	var taken []draw.Box
	for _, n := range notes {
		at := draw.Pt(plot.X+plot.W*c.X(n.point), plot.Y+plot.H*c.Y(c.Points[n.point].Number))
		if spot, ok := p.noteSpot(c, plot, taken, at); ok {
			taken = append(taken, spot)
			p.noteMark(n, draw.Pt(spot.X+d/2, spot.Y+d/2))
		}
	}
}

// around are the directions in which a note's mark may stand from its point,
// the best first: above, below, then aslant and beside.
var around = [...]draw.Point{draw.Pt(0, -1), draw.Pt(0, 1), draw.Pt(-0.8, -0.8), draw.Pt(0.8, -0.8), draw.Pt(-0.8, 0.8), draw.Pt(0.8, 0.8), draw.Pt(-1, 0), draw.Pt(1, 0)}

// noteSpot returns the nearest place around at that is on the plot, free of
// other marks and, if there is such a place, of the line.
func (p *composition) noteSpot(c chart.History, plot draw.Box, taken []draw.Box, at draw.Point) (spot draw.Box, ok bool) {
	d := p.near * noteDisc
	margin := p.near * plotMargin // there is air above and below the plot
	for away := d * nearestMark; away < plot.H; away += d * markStep {
		for _, to := range around {
			b := draw.NewBox(at.X+to.X*away-d/2, at.Y+to.Y*away-d/2, d, d)
			if b.Y < plot.Y-margin || b.Bottom() > plot.Bottom()+margin || b.X < plot.X || b.Right() > plot.Right() || anyMeets(taken, b) {
				continue
			}
			if !c.Crosses(plot, b) {
				return b, true
			}
			if !ok {
				spot, ok = b, true
			}
		}
	}
	return spot, ok
}

// anyMeets reports whether b lies over one of taken.
func anyMeets(taken []draw.Box, b draw.Box) bool {
	for _, t := range taken {
		if t.X < b.Right() && b.X < t.Right() && t.Y < b.Bottom() && b.Y < t.Bottom() {
			return true
		}
	}
	return false
}
