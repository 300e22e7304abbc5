package ui

import (
	"image/color"
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
	var dashes [][]point
	side := func(a, b point) {
		length := float32(math.Hypot(float64(b.x-a.x), float64(b.y-a.y)))
		n := max(1, int(length/dash/2))
		for i := range n {
			t0 := (float32(i) + 0.25) / float32(n)
			t1 := (float32(i) + 0.75) / float32(n)
			from := point{a.x + (b.x-a.x)*t0, a.y + (b.y-a.y)*t0}
			to := point{a.x + (b.x-a.x)*t1, a.y + (b.y-a.y)*t1}
			dashes = append(dashes, disc(from, width/2), bar(from, to, width), disc(to, width/2))
		}
	}
	l, t, r, b := width, width, d.w-width, d.h-width
	side(point{l, t}, point{r, t})
	side(point{r, t}, point{r, b})
	side(point{r, b}, point{l, b})
	side(point{l, b}, point{l, t})
	d.fill(d.tint, dashes...)
}

// hatch covers a tile whose number is too old with slanted stripes.
type hatch struct{ step, radius float32 } // shares of the height

func (f hatch) paint(d *drawing) {
	step := max(4, f.step*d.h)
	var stripes [][]point
	for x := -d.h; x < d.w; x += step {
		stripes = append(stripes, clipped(x, x+step/2, d.w, d.h))
	}
	d.fill(d.tint, stripes...)
	d.round(f.radius * d.h)
}

// clipped returns the stripe that rises from l…r at the bottom to the right, as
// far as it lies within w × h.
func clipped(l, r, w, h float32) []point {
	edge := func(x float32) []point {
		from, to := point{x, h}, point{x + h, 0}
		if x < 0 {
			from = point{0, h + x}
		}
		if x+h > w {
			to = point{w, h - (w - x)}
		}
		return []point{from, to}
	}
	a, b := edge(l), edge(r)
	out := []point{a[0], a[1]}
	if l+h < w && r+h > w {
		out = append(out, point{w, 0})
	}
	out = append(out, b[1], b[0])
	if l < 0 && r > 0 {
		out = append(out, point{0, h})
	}
	return out
}

// round clears the picture's corners.
func (d *drawing) round(radius float32) {
	for y := range int(radius) {
		for x := range int(radius) {
			dx, dy := radius-float32(x)-0.5, radius-float32(y)-0.5
			if dx*dx+dy*dy <= radius*radius {
				continue
			}
			w, h := d.img.Rect.Dx()-1, d.img.Rect.Dy()-1
			for _, p := range [][2]int{{x, y}, {w - x, y}, {x, h - y}, {w - x, h - y}} {
				d.img.SetRGBA(p[0], p[1], color.RGBA{})
			}
		}
	}
}
