package ui

import (
	"image/color"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// chart is the history of a KPI with a point for each period, over the target
// that was in force in each of them: a plan that changed makes a step, and
// today's target is never drawn backwards.
type chart struct {
	points  []board.Point
	axis    axis
	palette themes.Palette
	width   float32 // of the line, as a share of the height
}

// markScale is the radius of a point off its target, in widths of the line;
// points on target are half as large, so that the others are seen first.
const markScale = 2.9

func (c chart) paint(d *drawing) {
	ground := c.palette.Ground
	ink := themes.Ink(ground)
	thick := max(1.5, c.width*d.h)
	band, limits := c.bands(d, max(1, thick*0.5))
	d.fill(bandFill(c.palette), band...)
	d.fill(themes.Mix(ground, ink, 0.2), c.grid(d, max(1, thick*0.3))...)
	d.fill(bandEdge(c.palette), limits...)
	for _, run := range c.runs(d) {
		d.stroke(d.tint, thick, run...)
	}
	for _, m := range c.marks(d, thick) {
		if len(m.outlines) > 0 {
			d.fill(m.color, m.outlines...)
		}
	}
}

// bandFill is the colour of a target's range, bandEdge that of its ends.
func bandFill(p themes.Palette) color.NRGBA { return themes.Mix(p.Ground, p.OnTarget, 0.5) }

func bandEdge(p themes.Palette) color.NRGBA {
	return themes.Mix(bandFill(p), themes.Ink(p.Ground), 0.35)
}

// x and y return where a period and a value lie, as shares of the width from
// the left and of the height from the top. A period has a slot of the width, so
// that a target ends where the next one begins.
func (c chart) x(i int) float32 { return (float32(i) + 0.5) / float32(len(c.points)) }

func (c chart) y(v float64) float32 {
	return float32((c.axis.hi - v) / (c.axis.hi - c.axis.lo))
}

// bands returns the outlines of the targets' ranges, and of their ends where
// these lie on the chart. Periods with one target share an outline.
func (c chart) bands(d *drawing, thick float32) (ranges, limits [][]point) {
	for from := 0; from < len(c.points); {
		t, to := c.points[from].Target, from+1
		for to < len(c.points) && c.points[to].Target == t {
			to++
		}
		l, r := d.w*float32(from)/float32(len(c.points)), d.w*float32(to)/float32(len(c.points))
		from = to
		if !t.HasMin && !t.HasMax {
			continue
		}
		up, down := float32(0), d.h
		if t.HasMax {
			up = d.h * c.y(t.Max)
			limits = append(limits, rule(d, l, r, up, thick)...)
		}
		if t.HasMin {
			down = d.h * c.y(t.Min)
			limits = append(limits, rule(d, l, r, down, thick)...)
		}
		if up, down = max(up, 0), min(down, d.h); up < down {
			ranges = append(ranges, upright(l, up, r, down))
		}
	}
	return ranges, limits
}

// rule returns the outline of a level line, none where it lies outside.
func rule(d *drawing, l, r, y, thick float32) [][]point {
	if y < 0 || y > d.h {
		return nil
	}
	return [][]point{upright(l, y-thick/2, r, y+thick/2)}
}

// upright returns the outline of an upright rectangle.
func upright(l, t, r, b float32) []point { return []point{{l, t}, {r, t}, {r, b}, {l, b}} }

// grid returns a thin line at each tick.
func (c chart) grid(d *drawing, thick float32) (lines [][]point) {
	for _, t := range c.axis.ticks {
		lines = append(lines, rule(d, 0, d.w, d.h*c.y(t.value), thick)...)
	}
	return lines
}

// runs returns the lines between neighbouring values: a gap stays a gap.
func (c chart) runs(d *drawing) (runs [][]point) {
	var run []point
	for i, p := range c.points {
		if p.Has {
			run = append(run, point{d.w * c.x(i), d.h * c.y(p.Number)})
		}
		if len(run) > 0 && (!p.Has || i == len(c.points)-1) {
			runs, run = append(runs, run), nil
		}
	}
	return runs
}

// tinted is what is filled with one colour.
type tinted struct {
	color    color.NRGBA
	outlines [][]point
}

// marks returns the points in the shapes of their statuses, those off target last.
func (c chart) marks(d *drawing, thick float32) []tinted {
	quiet := tinted{color: d.tint}
	near := tinted{color: c.palette.Mark(kpi.Near, c.palette.Ground)}
	off := tinted{color: c.palette.Mark(kpi.Above, c.palette.Ground)}
	newest := tinted{color: themes.Ink(c.palette.Ground)}
	last := c.newest()
	for i, p := range c.points {
		at, r := point{d.w * c.x(i), d.h * c.y(p.Number)}, thick*markScale
		switch {
		case !p.Has:
		case p.Status == kpi.Near:
			near.outlines = append(near.outlines, []point{{at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}})
		case p.Status == kpi.Above:
			off.outlines = append(off.outlines, triangle(at, r))
		case p.Status == kpi.Below:
			off.outlines = append(off.outlines, triangle(at, -r))
		case i == last:
			newest.outlines = append(newest.outlines, disc(at, r*0.85))
		default:
			quiet.outlines = append(quiet.outlines, disc(at, r/2))
		}
	}
	return []tinted{quiet, newest, near, off}
}

// newest returns the index of the newest value, which is the number of the tile.
func (c chart) newest() int {
	for i := len(c.points) - 1; i >= 0; i-- {
		if c.points[i].Has {
			return i
		}
	}
	return -1
}

// triangle points up, or down for a negative radius.
func triangle(at point, r float32) []point {
	return []point{{at.x, at.y - r*0.9}, {at.x + r, at.y + r*0.8}, {at.x - r, at.y + r*0.8}}
}
