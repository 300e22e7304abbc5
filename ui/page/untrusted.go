package page

import (
	"image/color"
	"math"

	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// untrusted draws a tile whose number is missing or too old to be trusted: framed
// by dashes, and hatched where there is a number. It returns the colour that
// text is to be measured against.
func (t tile) untrusted(s *draw.Sheet, fill color.NRGBA, radius float32) color.NRGBA {
	b, pl := t.box, t.plan
	on := fill
	if t.Status == kpi.Overdue {
		on = themes.Mix(fill, themes.Ink(fill), hatchShade)
		s.Art("hatch", b, hatch{step: pl.small / b.H, radius: radius / b.H}, on)
	}
	line := themes.SecondaryText(on, t.palette.MinContrast)
	s.Art("frame", b, dashedFrame{width: pl.small * dashWidth / b.H, dash: pl.small * dashLength / b.H}, line)
	return on
}

// The shade of the stripes, as a share of the way to the ink, and the measures of
// the dashes, in sizes of small text.
const (
	hatchShade = 0.07
	dashWidth  = 0.08
	dashLength = 0.5
)

// dashedFrame outlines a tile whose number is missing or old, so that it looks
// like neither a verdict nor a number that may be trusted.
type dashedFrame struct{ width, dash float32 } // shares of the height

func (f dashedFrame) Paint(d *draw.Drawing) {
	width, dash := f.width*d.H, f.dash*d.H
	var dashes [][]draw.Point
	side := func(a, b draw.Point) {
		length := float32(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
		n := max(1, int(length/dash/2))
		for i := range n {
			t0 := (float32(i) + 0.25) / float32(n)
			t1 := (float32(i) + 0.75) / float32(n)
			from := draw.Pt(a.X+(b.X-a.X)*t0, a.Y+(b.Y-a.Y)*t0)
			to := draw.Pt(a.X+(b.X-a.X)*t1, a.Y+(b.Y-a.Y)*t1)
			dashes = append(dashes, draw.Disc(from, width/2), draw.Bar(from, to, width), draw.Disc(to, width/2))
		}
	}
	l, t, r, b := width, width, d.W-width, d.H-width
	side(draw.Pt(l, t), draw.Pt(r, t))
	side(draw.Pt(r, t), draw.Pt(r, b))
	side(draw.Pt(r, b), draw.Pt(l, b))
	side(draw.Pt(l, b), draw.Pt(l, t))
	d.Fill(d.Tint, dashes...)
}

// hatch covers a tile whose number is too old with slanted stripes.
type hatch struct{ step, radius float32 } // shares of the height

func (f hatch) Paint(d *draw.Drawing) {
	step := max(4, f.step*d.H)
	var stripes [][]draw.Point
	for x := -d.H; x < d.W; x += step {
		stripes = append(stripes, clipped(x, x+step/2, d.W, d.H))
	}
	d.Fill(d.Tint, stripes...)
	d.Round(f.radius * d.H)
}

// clipped returns the stripe that rises from l…r at the bottom to the right, as
// far as it lies within w × h.
func clipped(l, r, w, h float32) []draw.Point {
	edge := func(x float32) []draw.Point {
		from, to := draw.Pt(x, h), draw.Pt(x+h, 0)
		if x < 0 {
			from = draw.Pt(0, h+x)
		}
		if x+h > w {
			to = draw.Pt(w, h-(w-x))
		}
		return []draw.Point{from, to}
	}
	a, b := edge(l), edge(r)
	out := []draw.Point{a[0], a[1]}
	if l+h < w && r+h > w {
		out = append(out, draw.Pt(w, 0))
	}
	out = append(out, b[1], b[0])
	if l < 0 && r > 0 {
		out = append(out, draw.Pt(0, h))
	}
	return out
}
