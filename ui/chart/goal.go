package chart

import (
	"image/color"
	"math"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// way is a key result in time: the line from its baseline to its goal, the side of it
// that is wanted, and how far the values have come.
type way struct {
	days  int         // from the start to the end of the picture
	line  []wayMark   // from baseline to goal
	runs  [][]wayMark // values of consecutive periods: a gap stays a gap
	rises bool
	frame Frame

	band, rule, dot color.NRGBA
}

// wayMark is a value on a day, counted from the start.
type wayMark struct {
	day   int
	value float64
}

// The shade of the line, its width and that of the goal's end in widths of the values'
// line.
const (
	ruleShade = 0.45
	ruleWidth = 0.5
	goalEnd   = 1.5
)

// newWay returns the way of a key result, nil for one without a value since its start.
func newWay(r *board.Reading, p Pens) draw.Art {
	g := r.KPI.Goal
	w := way{
		days: g.By.Sub(g.Start), rises: g.Rises(), frame: p.Frame,
		band: p.Band(), rule: p.shade(ruleShade), dot: p.Strong,
	}
	w.line = append(w.line, wayMark{0, g.From})
	for _, point := range g.Path {
		w.line = append(w.line, wayMark{point.On.Sub(g.Start), point.Value})
	}
	w.line = append(w.line, wayMark{w.days, g.To})
	broken := true
	for _, point := range r.History {
		if !point.Has || point.Status == kpi.NotStarted {
			broken = true
			continue
		}
		if broken {
			w.runs, broken = append(w.runs, nil), false
		}
		day := max(0, point.Day.Sub(g.Start), point.Period.First.Sub(g.Start))
		last := len(w.runs) - 1
		w.runs[last], w.days = append(w.runs[last], wayMark{day, point.Number}), max(w.days, day)
	}
	if lo, hi := w.span(); len(w.runs) == 0 || math.IsInf(hi-lo, 0) {
		return nil
	}
	return w
}

// span returns the range of values to show.
func (w way) span() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, marks := range append([][]wayMark{w.line}, w.runs...) {
		for _, m := range marks {
			lo, hi = min(lo, m.value), max(hi, m.value)
		}
	}
	return lo, hi
}

func (w way) Paint(d *draw.Drawing) {
	lo, hi := w.span()
	thick := w.frame.line(d)
	room := thick * dotScale
	left, right := max(w.frame.Left*d.W, room), max(w.frame.Right*d.W, room)
	points := func(marks []wayMark) (out []draw.Point) {
		for _, m := range marks {
			out = append(out, draw.Pt(
				left+(d.W-left-right)*float32(m.day)/float32(w.days),
				d.H-room-(d.H-2*room)*float32((m.value-lo)/(hi-lo)),
			))
		}
		return out
	}
	line := points(w.line)
	end := line[len(line)-1]
	d.Fill(w.band, w.wanted(d, line))
	d.Stroke(w.rule, thick*ruleWidth, line...)
	d.Fill(w.rule, draw.Disc(end, thick*goalEnd))
	var newest draw.Point
	for _, run := range w.runs {
		values := points(run)
		d.Stroke(d.Tint, thick, values...)
		newest = values[len(values)-1]
	}
	d.Fill(w.dot, draw.Disc(newest, thick*dotScale))
}

// wanted returns the outline of the side of the line where the values should be, as
// wide as the picture.
func (w way) wanted(d *draw.Drawing, line []draw.Point) []draw.Point {
	first, end := line[0], line[len(line)-1]
	out := append([]draw.Point{draw.Pt(0, first.Y)}, line...)
	out = append(out, draw.Pt(d.W, end.Y))
	if w.rises {
		return append(out, draw.Pt(d.W, 0), draw.Pt(0, 0))
	}
	radius := min(w.frame.Corner*d.W, d.H-max(first.Y, end.Y))
	if radius <= 0 || w.frame.Left <= 0 {
		return append(out, draw.Pt(d.W, d.H), draw.Pt(0, d.H))
	}
	out = append(out, corner(d.W-radius, d.H-radius, radius, 0)...)
	return append(out, corner(radius, d.H-radius, radius, math.Pi/2)...)
}
