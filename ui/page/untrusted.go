package page

import (
	"image/color"
	"math"

	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// isUntrusted reports whether the number is missing or too old.
func (s subject) isUntrusted() bool {
	return s.Status == kpi.NoValue || s.Status == kpi.Waiting || s.Status == kpi.Overdue
}

// untrusted frames a tile whose number is missing or too old to be trusted by dashes.
func (t tile) untrusted(s *draw.Sheet, fill color.NRGBA) {
	b, pl := t.box, t.plan
	line := themes.SecondaryText(fill, t.palette.MinContrast)
	s.Art("frame", b, dashedFrame{
		width: pl.small * dashWidth / b.H, dash: pl.small * dashLength / b.H, open: pl.pad < pl.small*padOfFloor,
	}, line)
}

// The measures of the dashes, in sizes of small text.
const (
	dashWidth  = 0.08
	dashLength = 0.5
	aboveDash  = 0.15 // how much higher words at the foot stand
)

// dashedFrame outlines a tile whose number is missing or old, so that it looks
// like neither a verdict nor a number that may be trusted.
type dashedFrame struct {
	width, dash float32 // shares of the height
	open        bool    // at the sides, where a dash close to a number would read as a 1
}

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
	side(draw.Pt(r, b), draw.Pt(l, b))
	if !f.open {
		side(draw.Pt(r, t), draw.Pt(r, b))
		side(draw.Pt(l, b), draw.Pt(l, t))
	}
	d.Fill(d.Tint, dashes...)
}
