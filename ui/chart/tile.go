package chart

import (
	"image/color"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Pens are the colours of a chart on a tile: all of them lie between the tile's
// fill and its text.
type Pens struct {
	Fill, Strong color.NRGBA
	Frame        Frame
}

// Band returns the colour of a target's range, which text may lie on.
func (p Pens) Band() color.NRGBA { return p.shade(bandShade) }

// Frame is how a line or columns lie in their picture. All measures are shares of its
// width.
type Frame struct {
	Text        float32 // the size of the small text beside it
	Left, Right float32 // what only the target's range reaches into
	Corner      float32 // radius of the lower corners, where the range reaches to the sides
}

// The width of a line, and of a period at least, in sizes of small text.
const (
	lineOfText = 0.09
	minPeriod  = 0.45
)

// line returns the width of a line in d, in pixels.
func (f Frame) line(d *draw.Drawing) float32 { return max(minLine, f.Text*lineOfText*d.W) }

// periods returns how many of the last periods can be told apart.
func (f Frame) periods() int {
	room := 1 - f.Left - f.Right
	for _, n := range []int{24, 12} {
		if room/float32(n) >= f.Text*minPeriod {
			return n
		}
	}
	return 6
}

func (p Pens) shade(share float64) color.NRGBA { return themes.Mix(p.Fill, p.Strong, share) }

// Of returns what a tile draws below a reading's number, nil where there is
// nothing to draw.
func Of(r *board.Reading, chosen config.Chart, p Pens) draw.Art {
	if chosen == config.NoChart || !r.Has {
		return nil
	}
	points := r.History[max(0, len(r.History)-p.Frame.periods()):]
	switch {
	case r.KPI.Judged:
		return newVerdicts(r.History)
	case chosen == config.Bullet:
		return newBullet(r, p)
	case chosen == config.ByKind && r.KPI.Combine == kpi.Sum:
		return newColumns(points, r.Current, r.Running.ByNow, p)
	case r.KPI.Goal != nil:
		return newWay(r, p)
	}
	s := sparkline{points: FromFirst(points), frame: p.Frame, band: p.Band(), dot: p.Strong}
	if _, _, ok := s.span(); !ok {
		return nil
	}
	return s
}

// FromFirst returns points from the first that has a number.
func FromFirst(points []board.Point) []board.Point {
	for len(points) > 0 && !points[0].Has {
		points = points[1:]
	}
	return points
}

// The heights of a bullet bar and of a row of verdicts, in sizes of small text, and the
// radius of a verdict in widths of its period.
const (
	bulletHeight   = 1.7
	verdictsHeight = 1.2
	verdictRadius  = 0.36
)

// Fit returns the part of a plan's room for charts that a chart fills: a line and
// columns all of it, others what they need between the paddings.
func Fit(a draw.Art, room draw.Box, small, pad float32) draw.Box {
	var height float32
	switch a.(type) {
	case bullet:
		height = small * bulletHeight
	case verdicts:
		height = small * verdictsHeight
	default:
		return room
	}
	room.X, room.W = room.X+pad, room.W-2*pad
	if room.H > height {
		room.Y, room.H = room.Y+(room.H-height)/2, height
	}
	return room
}

// verdicts are the last verdicts of a judged KPI, a mark for each period.
type verdicts struct{ points []board.Point }

// verdictMarks is how many verdicts a tile shows at most.
const verdictMarks = 12

func newVerdicts(points []board.Point) draw.Art {
	points = FromFirst(points[max(0, len(points)-verdictMarks):])
	if len(points) < 2 {
		return nil
	}
	return verdicts{points}
}

func (v verdicts) Paint(d *draw.Drawing) {
	step := d.W / verdictMarks
	r := min(step*verdictRadius, d.H/2)
	for i, p := range v.points {
		MarkOf(p.Status).at(d, draw.Pt(step*float32(i)+r, d.H/2), r)
	}
}
