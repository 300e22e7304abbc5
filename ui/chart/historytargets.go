package chart

import (
	"image/color"

	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// BandFill is the colour of a target's range.
func BandFill(p themes.Palette) color.NRGBA { return themes.Mix(p.Ground, p.OnTarget, bandTint) }

// BandEdge is the colour of the ends of a target's range.
func BandEdge(p themes.Palette) color.NRGBA {
	return themes.Mix(BandFill(p), themes.Ink(p.Ground), edgeShade)
}

// bands returns the outlines of the targets' ranges, and of their ends where
// these lie on the chart. Periods with one target share an outline.
func (c History) bands(d *draw.Drawing, thick float32) (ranges, limits [][]draw.Point) {
	for from := 0; from < len(c.Points); {
		t, to := c.Points[from].Target, from+1
		for to < len(c.Points) && c.Points[to].Target == t {
			to++
		}
		l, r := d.W*float32(from)/float32(len(c.Points)), d.W*float32(to)/float32(len(c.Points))
		from = to
		if !t.HasMin && !t.HasMax {
			continue
		}
		up, down := float32(0), d.H
		if t.HasMax {
			up = d.H * c.Y(t.Max)
			limits = append(limits, rule(d, l, r, up, thick)...)
		}
		if t.HasMin {
			down = d.H * c.Y(t.Min)
			limits = append(limits, rule(d, l, r, down, thick)...)
		}
		if up, down = max(up, 0), min(down, d.H); up < down {
			ranges = append(ranges, upright(l, up, r, down))
		}
	}
	return ranges, limits
}

// line returns the outline of what is wanted beside the line of a key result, and the
// line.
func (c History) line(d *draw.Drawing, thick float32) (wanted, limits [][]draw.Point) {
	var line []draw.Point
	edge := d.H
	for i, p := range c.Points {
		t := p.Target
		if !t.HasMin && !t.HasMax {
			continue
		}
		if t.HasMin {
			edge = 0
		}
		line = append(line, draw.Pt(d.W*c.X(i), min(max(d.H*c.Y(t.Min+t.Max), 0), d.H)))
		if n := len(line); n > 1 {
			limits = append(limits, draw.Bar(line[n-2], line[n-1], thick))
		}
	}
	if len(line) < 2 {
		return nil, nil
	}
	line = append(line, draw.Pt(line[len(line)-1].X, edge), draw.Pt(line[0].X, edge))
	return [][]draw.Point{line}, limits
}

// part marks at the newest number what should be there by now.
func (c History) part(d *draw.Drawing, thick float32) (marks [][]draw.Point) {
	i := c.newest()
	if i < 0 {
		return nil
	}
	l, r := d.W*(c.X(i)-0.5/float32(len(c.Points))), d.W*(c.X(i)+0.5/float32(len(c.Points)))
	if c.Part.HasMin {
		marks = append(marks, rule(d, l, r, d.H*c.Y(c.Part.Min), thick*partWidth)...)
	}
	if c.Part.HasMax {
		marks = append(marks, rule(d, l, r, d.H*c.Y(c.Part.Max), thick*partWidth)...)
	}
	return marks
}

// rule returns the outline of a level line, none where it lies outside.
func rule(d *draw.Drawing, l, r, y, thick float32) [][]draw.Point {
	if y < 0 || y > d.H {
		return nil
	}
	return [][]draw.Point{upright(l, y-thick/2, r, y+thick/2)}
}

// upright returns the outline of an upright rectangle.
func upright(l, t, r, b float32) []draw.Point {
	return draw.Outline(l, t, r, t, r, b, l, b)
}

// TargetLegend returns the message that says what the band is, and whether that is to
// be seen; "" where there is no target.
func (c History) TargetLegend() (id string, seen bool) {
	for _, p := range c.Points {
		t := p.Target
		switch {
		case !t.HasMin && !t.HasMax:
		case t.HasMin && t.Min > c.Axis.hi:
			id = "legend.above"
		case t.HasMax && t.Max < c.Axis.lo:
			id = "legend.below"
		default:
			seen = true
		}
	}
	if !seen {
		return id, false
	}
	if c.Moving {
		return "legend.way", true
	}
	for _, p := range c.Points {
		if p.Target != c.Points[0].Target {
			return "legend.each", true
		}
	}
	return "legend.target", true
}
