package ui

import (
	"image/color"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// pens are the colours of a chart on a tile: all of them lie between the tile's
// fill and its text.
type pens struct {
	fill, strong color.NRGBA
}

func (p pens) shade(share float64) color.NRGBA { return themes.Mix(p.fill, p.strong, share) }

// chartOf returns what a tile draws below a reading's number, nil where there is
// nothing to draw.
func chartOf(r *board.Reading, chosen config.Chart, p pens) art {
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
		return newColumns(points, r.Label == "", p)
	}
	s := sparkline{points: fromFirst(points), band: p.shade(0.13), dot: p.strong}
	if _, _, ok := s.span(); !ok {
		return nil
	}
	return s
}

// fromFirst returns points from the first that has a number.
func fromFirst(points []board.Point) []board.Point {
	for len(points) > 0 && !points[0].Has {
		points = points[1:]
	}
	return points
}

// chartBox returns the part of a plan's room for charts that a chart fills.
func chartBox(a art, room box, small float32) box {
	most := room.h
	switch a.(type) {
	case bullet:
		most = small * 1.7
	case verdicts:
		most = small * 1.2
	}
	if room.h > most {
		room.y, room.h = room.y+(room.h-most)/2, most
	}
	return room
}

// verdicts are the last verdicts of a judged KPI, a mark for each period.
type verdicts struct{ points []board.Point }

// verdictMarks is how many verdicts a tile shows at most.
const verdictMarks = 12

func newVerdicts(points []board.Point) art {
	points = fromFirst(points[max(0, len(points)-verdictMarks):])
	if len(points) < 2 {
		return nil
	}
	return verdicts{points}
}

func (v verdicts) paint(d *drawing) {
	step := d.w / verdictMarks
	r := min(step*0.36, d.h/2)
	for i, p := range v.points {
		markOf(p.Status).at(d, point{step*float32(i) + r, d.h / 2}, r)
	}
}
