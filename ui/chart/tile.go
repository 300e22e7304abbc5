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
}

func (p Pens) shade(share float64) color.NRGBA { return themes.Mix(p.Fill, p.Strong, share) }

// Of returns what a tile draws below a reading's number, nil where there is
// nothing to draw.
func Of(r *board.Reading, chosen config.Chart, p Pens) draw.Art {
	if chosen == config.NoChart || !r.Has {
		return nil
	}
	points := r.History[max(0, len(r.History)-sparklinePeriods):]
	switch {
	case r.KPI.Judged:
		return newVerdicts(points)
	case chosen == config.Bullet:
		return newBullet(r, p)
	case chosen == config.ByKind && r.KPI.Combine == kpi.Sum:
		return newColumns(points, r.Current, p)
	}
	s := sparkline{points: FromFirst(points), band: p.shade(bandShade), dot: p.Strong}
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

// Fit returns the part of a plan's room for charts that a chart fills.
func Fit(a draw.Art, room draw.Box, small float32) draw.Box {
	height := room.H
	switch a.(type) {
	case bullet:
		height = small * bulletHeight
	case verdicts:
		height = small * verdictsHeight
	}
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
