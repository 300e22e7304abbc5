package ui

import (
	"math"

	"kpiwall/data/kpi"
)

// mark is the shape of a status, or the arrow of a change. Shapes are drawn,
// not taken from a font: few fonts have them, and none has them all.
type mark uint8

const (
	markDot     mark = iota + 1 // on target
	markDiamond                 // near
	markUp                      // above; also an increase
	markDown                    // below; also a decrease
	markRing                    // no value
	markDashes                  // overdue
	markBar                     // no target; also no change
	markWarning                 // trouble
)

func markOf(s kpi.Status) mark {
	switch s {
	case kpi.OnTarget:
		return markDot
	case kpi.Near:
		return markDiamond
	case kpi.Above:
		return markUp
	case kpi.Below:
		return markDown
	case kpi.NoValue:
		return markRing
	case kpi.Overdue:
		return markDashes
	default:
		return markBar
	}
}

func (m mark) paint(d *drawing) { m.at(d, point{d.w / 2, d.h / 2}, min(d.w, d.h)/2) }

// at paints the mark around c, with a radius of r.
func (m mark) at(d *drawing, c point, r float32) {
	switch m {
	case markDot:
		d.fill(d.tint, disc(c, r*0.92))
	case markDiamond:
		d.fill(d.tint, []point{{c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}})
	case markUp:
		d.fill(d.tint, []point{{c.x, c.y - r*0.85}, {c.x + r, c.y + r*0.85}, {c.x - r, c.y + r*0.85}})
	case markDown:
		d.fill(d.tint, []point{{c.x, c.y + r*0.85}, {c.x - r, c.y - r*0.85}, {c.x + r, c.y - r*0.85}})
	case markRing:
		d.fill(d.tint, disc(c, r*0.92), reversed(disc(c, r*0.62)))
	case markDashes:
		dashedRing(d, c, r)
	case markBar:
		d.fill(d.tint, bar(point{c.x - r*0.9, c.y}, point{c.x + r*0.9, c.y}, r*0.42))
	case markWarning:
		d.fill(d.tint, []point{{c.x, c.y - r}, {c.x + r, c.y + r*0.85}, {c.x - r, c.y + r*0.85}},
			reversed(bar(point{c.x, c.y - r*0.35}, point{c.x, c.y + r*0.25}, r*0.24)),
			reversed(disc(point{c.x, c.y + r*0.55}, r*0.14)))
	}
}

func dashedRing(d *drawing, c point, r float32) {
	const dashes = 6
	for i := range dashes {
		var outer, inner []point
		for step := range 5 {
			a := 2 * math.Pi * (float64(i) + 0.62*float64(step)/4) / dashes
			sin, cos := math.Sincos(a)
			outer = append(outer, point{c.x + r*0.95*float32(cos), c.y + r*0.95*float32(sin)})
			inner = append(inner, point{c.x + r*0.6*float32(cos), c.y + r*0.6*float32(sin)})
		}
		d.fill(d.tint, append(outer, reversed(inner)...))
	}
}
