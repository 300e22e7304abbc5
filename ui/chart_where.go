package ui

// targetLegend says what the band is, and whether it is to be seen; "" where
// there is no target.
func (c chart) targetLegend() (text string, seen bool) {
	for _, p := range c.points {
		t := p.Target
		switch {
		case !t.HasMin && !t.HasMax:
		case t.HasMin && t.Min > c.axis.hi:
			text = "the target lies above"
		case t.HasMax && t.Max < c.axis.lo:
			text = "the target lies below"
		default:
			seen = true
		}
	}
	if !seen {
		return text, false
	}
	for _, p := range c.points {
		if p.Target != c.points[0].Target {
			return "target of each period", true
		}
	}
	return "target", true
}

// crosses reports whether the line runs through b, which lies on plot.
func (c chart) crosses(plot, b box) bool {
	at := func(i int) point {
		return point{plot.x + plot.w*c.x(i), plot.y + plot.h*c.y(c.points[i].Number)}
	}
	const samples = 8 // between two points
	for i := range c.points {
		if !c.points[i].Has {
			continue
		}
		from, to := at(i), at(i)
		if i+1 < len(c.points) && c.points[i+1].Has { // no line leads across a gap
			to = at(i + 1)
		}
		for s := range samples {
			t := float32(s) / samples
			x, y := from.x+(to.x-from.x)*t, from.y+(to.y-from.y)*t
			if x > b.x && x < b.right() && y > b.y && y < b.bottom() {
				return true
			}
		}
	}
	return false
}
