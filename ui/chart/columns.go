package chart

import (
	"image/color"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// columns are the last periods of a KPI whose values add up, from zero, over the
// target that was in force in each. The running period's column is open: it is
// not over.
type columns struct {
	points  []board.Point
	frame   Frame
	running bool       // the last period is
	part    kpi.Target // what of its target should be there by now
	band    color.NRGBA
	newest  color.NRGBA
}

// The width of a column, as a share of a period's; its height at least, as a share of
// the picture's; and the line of an open one, as a share of its width and, at most, of
// the picture's height; and the mark of what should be there by now, as a share of that.
const (
	columnShare = 0.66
	minColumn   = 0.012
	openShare   = 0.2
	maxOpen     = 0.04
	partShare   = 0.03
)

// newColumns returns the columns of points, nil with fewer than two numbers.
func newColumns(points []board.Point, running bool, part kpi.Target, p Pens) draw.Art {
	s := sparkline{points: FromFirst(points)}
	if _, _, ok := s.span(); !ok {
		return nil
	}
	return columns{points: s.points, frame: p.Frame, running: running, part: part, band: p.Band(), newest: p.Strong}
}

func (c columns) Paint(d *draw.Drawing) {
	lo, hi := c.span()
	y := func(v float64) float32 { return d.H - d.H*float32((v-lo)/(hi-lo)) }
	left := c.frame.Left * d.W
	step := (d.W - left - c.frame.Right*d.W) / float32(len(c.points))
	x := func(i int) float32 { return left + step*(float32(i)+0.5) }
	sparkline{points: c.points, frame: c.frame, band: c.band}.paintBand(d, x, y, step)
	width := step * columnShare
	for i, p := range c.points {
		if !p.Has {
			continue
		}
		l, r := x(i)-width/2, x(i)+width/2
		top, foot := min(y(p.Number), y(0)), max(y(p.Number), y(0))
		top = min(top, foot-max(1, d.H*minColumn)) // nothing sold is not the same as nothing known
		last := i == len(c.points)-1
		switch {
		case last && c.running:
			openColumn(d, c.newest, l, top, r, foot)
			c.paintPart(d, x(i)-step/2, x(i)+step/2, y)
		case last:
			d.FillRows(c.newest, l, top, r, foot)
		default:
			d.FillRows(d.Tint, l, top, r, foot)
		}
	}
}

// paintPart marks across the running column what should be there by now.
func (c columns) paintPart(d *draw.Drawing, l, r float32, y func(float64) float32) {
	half := max(minLine, d.H*partShare) / 2
	for _, end := range []struct {
		has bool
		at  float64
	}{{c.part.HasMin, c.part.Min}, {c.part.HasMax, c.part.Max}} {
		if end.has {
			d.FillRows(c.newest, l, y(end.at)-half, r, y(end.at)+half)
		}
	}
}

// openColumn outlines a column.
func openColumn(d *draw.Drawing, c color.NRGBA, l, t, r, b float32) {
	w := max(minLine, min((r-l)*openShare, d.H*maxOpen))
	l, r = round(l), round(r)
	if r-l <= 2*w || b-t <= 2*w {
		d.FillRows(c, l, t, r, b)
		return
	}
	d.Fill(c, draw.Outline(l, t, r, t, r, b, l, b),
		draw.Outline(l+w, t+w, l+w, b-w, r-w, b-w, r-w, t+w))
}

// span returns the range to show: from zero to all numbers and to the targets.
func (c columns) span() (lo, hi float64) {
	for _, p := range c.points {
		if p.Has {
			lo, hi = min(lo, p.Number), max(hi, p.Number)
		}
	}
	if lo == hi {
		hi = 1
	}
	lo, hi = sparkline{points: c.points}.withTargets(lo, hi)
	return lo, hi
}
