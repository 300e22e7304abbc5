package ui

// noteMarks puts the number of each listed note beside its point: near enough
// to belong to it, and off the line.
func (p *detailPage) noteMarks(c chart, plot box, notes []note) {
	d := p.near * noteDisc
	var taken []box
	for _, n := range notes {
		at := point{plot.x + plot.w*c.x(n.point), plot.y + plot.h*c.y(c.points[n.point].Number)}
		if spot, ok := p.noteSpot(c, plot, taken, at); ok {
			taken = append(taken, spot)
			p.noteMark(n, point{spot.x + d/2, spot.y + d/2})
		}
	}
}

// around are the directions in which a note's mark may stand from its point,
// the best first: above, below, then aslant and beside.
var around = [...]point{{0, -1}, {0, 1}, {-0.8, -0.8}, {0.8, -0.8}, {-0.8, 0.8}, {0.8, 0.8}, {-1, 0}, {1, 0}}

// noteSpot returns the nearest place around at that is on the plot, free of
// other marks and, if there is such a place, of the line.
func (p *detailPage) noteSpot(c chart, plot box, taken []box, at point) (spot box, ok bool) {
	d := p.near * noteDisc
	margin := p.near * 0.3 // there is air above and below the plot
	for away := d * 0.95; away < plot.h; away += d * 0.45 {
		for _, to := range around {
			b := box{at.x + to.x*away - d/2, at.y + to.y*away - d/2, d, d}
			if b.y < plot.y-margin || b.bottom() > plot.bottom()+margin || b.x < plot.x || b.right() > plot.right() || anyMeets(taken, b) {
				continue
			}
			if !c.crosses(plot, b) {
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
func anyMeets(taken []box, b box) bool {
	for _, t := range taken {
		if t.x < b.right() && b.x < t.right() && t.y < b.bottom() && b.y < t.bottom() {
			return true
		}
	}
	return false
}
