package chart

import (
	"image/color"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// History is the history of a KPI with a point for each period, over the target
// that was in force in each of them: a plan that changed makes a step, and
// today's target is never drawn backwards.
type History struct {
	Points  []board.Point
	Axis    Axis
	Moving  bool       // the targets are points of a line, as those of a key result
	Open    bool       // the newest number is of a period that runs
	Part    kpi.Target // what of its target should be there by now
	Palette themes.Palette
	Width   float32 // of the line, as a share of the height
}

// markScale is the radius of a point off its target, in widths of the line;
// points on target are half as large, so that the others are seen first.
const markScale = 2.9

// newestScale is the radius of the newest point, in that of one off its target; the
// lines of the targets' ends and of the grid are in widths of the line.
const (
	newestScale = 0.85
	hollow      = 0.5
	limitWidth  = 0.5
	gridWidth   = 0.3
	partWidth   = 0.8
)

// The shades of grid, band and its ends, as shares of the way from the ground to ink
// or to the colour of what is on target.
const (
	gridShade = 0.2
	bandTint  = 0.5
	edgeShade = 0.35
)

func (c History) Paint(d *draw.Drawing) {
	ground := c.Palette.Ground
	ink := themes.Ink(ground)
	thick := max(minLine, c.Width*d.H)
	targets := c.bands
	if c.Moving {
		targets = c.line
	}
	band, limits := targets(d, max(1, thick*limitWidth))
	d.Fill(BandFill(c.Palette), band...)
	d.Fill(themes.Mix(ground, ink, gridShade), c.grid(d, max(1, thick*gridWidth))...)
	d.Fill(BandEdge(c.Palette), limits...)
	for _, run := range c.runs(d) {
		d.Stroke(d.Tint, thick, run...)
	}
	for _, m := range c.marks(d, thick) {
		if len(m.outlines) > 0 {
			d.Fill(m.color, m.outlines...)
		}
	}
	if part := c.part(d, thick); len(part) > 0 {
		d.Fill(ink, part...)
	}
}

// X is where a period lies, as a share of the width from the left: in the middle
// of its slot, so that a target ends where the next one begins.
func (c History) X(i int) float32 { return (float32(i) + 0.5) / float32(len(c.Points)) }

// Y is where a value lies, as a share of the height from the top.
func (c History) Y(v float64) float32 {
	return float32((c.Axis.hi - v) / (c.Axis.hi - c.Axis.lo))
}

// grid returns a thin line at each tick.
func (c History) grid(d *draw.Drawing, thick float32) (lines [][]draw.Point) {
	for _, t := range c.Axis.Ticks {
		lines = append(lines, rule(d, 0, d.W, d.H*c.Y(t.Value), thick)...)
	}
	return lines
}

// runs returns the lines between neighbouring values: a gap stays a gap.
func (c History) runs(d *draw.Drawing) (runs [][]draw.Point) {
	var run []draw.Point
	for i, p := range c.Points {
		if p.Has {
			run = append(run, draw.Pt(d.W*c.X(i), d.H*c.Y(p.Number)))
		}
		if len(run) > 0 && (!p.Has || i == len(c.Points)-1) {
			runs, run = append(runs, run), nil
		}
	}
	return runs
}

// tinted is what is filled with one colour.
type tinted struct {
	color    color.NRGBA
	outlines [][]draw.Point
}

// marks returns the points in the shapes of their statuses, those off target last.
func (c History) marks(d *draw.Drawing, thick float32) []tinted {
	quiet := tinted{color: d.Tint}
	near := tinted{color: c.Palette.Mark(kpi.Near, c.Palette.Ground)}
	off := tinted{color: c.Palette.Mark(kpi.Above, c.Palette.Ground)}
	newest := tinted{color: themes.Ink(c.Palette.Ground)}
	last := c.newest()
	for i, p := range c.Points {
		at, r := draw.Pt(d.W*c.X(i), d.H*c.Y(p.Number)), thick*markScale
		mark := func(outline func(float32) []draw.Point) [][]draw.Point {
			if i == last && c.Open { // what is not over is hollow
				return [][]draw.Point{outline(r), draw.Reversed(outline(r * hollow))}
			}
			return [][]draw.Point{outline(r)}
		}
		switch {
		case !p.Has:
		case p.Status == kpi.Near:
			near.outlines = append(near.outlines, mark(func(r float32) []draw.Point {
				return draw.Outline(at.X, at.Y-r, at.X+r, at.Y, at.X, at.Y+r, at.X-r, at.Y)
			})...)
		case p.Status == kpi.Above:
			off.outlines = append(off.outlines, mark(func(r float32) []draw.Point { return triangle(at, r) })...)
		case p.Status == kpi.Below, p.Status == kpi.Missed:
			off.outlines = append(off.outlines, mark(func(r float32) []draw.Point { return triangle(at, -r) })...)
		case i == last:
			newest.outlines = append(newest.outlines, mark(func(r float32) []draw.Point { return draw.Disc(at, r*newestScale) })...)
		default:
			quiet.outlines = append(quiet.outlines, draw.Disc(at, r/2))
		}
	}
	return []tinted{quiet, newest, near, off}
}

// newest returns the index of the newest value, which is the number of the tile.
func (c History) newest() int {
	for i := len(c.Points) - 1; i >= 0; i-- {
		if c.Points[i].Has {
			return i
		}
	}
	return -1
}

// triangle points up, or down for a negative radius.
func triangle(at draw.Point, r float32) []draw.Point {
	return draw.Outline(at.X, at.Y-r*0.9, at.X+r, at.Y+r*0.8, at.X-r, at.Y+r*0.8)
}

// Crosses reports whether the line runs through b, which lies on plot.
func (c History) Crosses(plot, b draw.Box) bool {
	at := func(i int) draw.Point {
		return draw.Pt(plot.X+plot.W*c.X(i), plot.Y+plot.H*c.Y(c.Points[i].Number))
	}
	const samples = 8 // between two points
	for i := range c.Points {
		if !c.Points[i].Has {
			continue
		}
		from, to := at(i), at(i)
		if i+1 < len(c.Points) && c.Points[i+1].Has { // no line leads across a gap
			to = at(i + 1)
		}
		for s := range samples {
			t := float32(s) / samples
			x, y := from.X+(to.X-from.X)*t, from.Y+(to.Y-from.Y)*t
			if x > b.X && x < b.Right() && y > b.Y && y < b.Bottom() {
				return true
			}
		}
	}
	return false
}
