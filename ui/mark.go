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

func (m mark) paint(d *drawing) {
	w, h := d.w, d.h
	r := min(w, h) / 2
	c := point{w / 2, h / 2}
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
		d.dashedRing(c, r)
	case markBar:
		d.fill(d.tint, bar(point{c.x - r*0.9, c.y}, point{c.x + r*0.9, c.y}, r*0.42))
	case markWarning:
		d.fill(d.tint, []point{{c.x, c.y - r}, {c.x + r, c.y + r*0.85}, {c.x - r, c.y + r*0.85}},
			reversed(bar(point{c.x, c.y - r*0.35}, point{c.x, c.y + r*0.25}, r*0.24)),
			reversed(disc(point{c.x, c.y + r*0.55}, r*0.14)))
	}
}

func (d *drawing) dashedRing(c point, r float32) {
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

// dashedFrame outlines a tile whose number is missing or old, so that it looks
// like neither a verdict nor a number that may be trusted.
type dashedFrame struct{ width, dash float32 } // shares of the height

func (f dashedFrame) paint(d *drawing) {
	width, dash := f.width*d.h, f.dash*d.h
	side := func(a, b point) {
		length := float32(math.Hypot(float64(b.x-a.x), float64(b.y-a.y)))
		n := max(1, int(length/dash/2))
		for i := range n {
			t0 := (float32(i) + 0.25) / float32(n)
			t1 := (float32(i) + 0.75) / float32(n)
			d.stroke(d.tint, width,
				point{a.x + (b.x-a.x)*t0, a.y + (b.y-a.y)*t0}, point{a.x + (b.x-a.x)*t1, a.y + (b.y-a.y)*t1})
		}
	}
	l, t, r, b := width, width, d.w-width, d.h-width
	side(point{l, t}, point{r, t})
	side(point{r, t}, point{r, b})
	side(point{r, b}, point{l, b})
	side(point{l, b}, point{l, t})
}
