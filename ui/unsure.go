package ui

import "math"

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
