package chart

import (
	"image/color"
	"math"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// bullet is a KPI's number as a bar on a linear scale from zero, over the ranges
// of its statuses in intensities of one hue and with its target as a mark across,
// as Stephen Few specifies it. The scale has no figures: below the floor nobody
// could read them, and number and target stand beside it in words.
type bullet struct {
	number, lo, hi float64
	target         kpi.Target
	low, high      float64 // the ends of what counts as near, where the target has that end
	percent        bool

	off, near, on color.NRGBA // the ranges
	bar           color.NRGBA
}

// The shades of the ranges; the room beyond the outermost, as a share of the scale;
// and, as shares of the height, where the bar and the mark of the target begin, and
// how wide that is.
const (
	offShade, nearShade, onShade = 0.09, 0.2, 0.34

	bulletRoom  = 0.12
	barTop      = 0.34
	targetTop   = 0.14
	targetWidth = 0.07
)

// newBullet returns the bullet bar of a reading, nil without a number or a target.
func newBullet(r *board.Reading, p Pens) draw.Art {
	t, tol := r.Target, r.KPI.Margins()
	if !r.Has || !t.HasMin && !t.HasMax {
		return nil
	}
	b := bullet{
		number: r.Number, target: t, percent: r.KPI.Format.Percentage(),
		low: t.Min - margin(tol.Below, t.Min), high: t.Max + margin(tol.Above, t.Max),
		off: p.shade(offShade), near: p.shade(nearShade), on: p.shade(onShade), bar: p.Strong,
	}
	b.scale()
	if math.IsInf(b.hi-b.lo, 0) {
		return nil
	}
	return b
}

// margin returns a tolerance in the KPI's unit.
func margin(m kpi.Margin, bound float64) float64 {
	if m.Share {
		return m.Amount * math.Abs(bound)
	}
	return m.Amount
}

// scale sets the ends of the scale: zero, whatever is to be shown, and some room
// beyond the outermost end of a range.
func (b *bullet) scale() {
	lo, hi := min(0, b.number), max(0, b.number)
	if b.target.HasMin {
		lo, hi = min(lo, b.low), max(hi, b.target.Min)
	}
	if b.target.HasMax {
		lo, hi = min(lo, b.target.Max), max(hi, b.high)
	}
	room := (hi - lo) * bulletRoom
	if room == 0 {
		room = 1
	}
	b.hi = hi + room
	if b.percent && hi > 50 && hi <= 100 { // of a share people know the whole
		b.hi = 100
	}
	if b.lo = lo; lo < 0 {
		b.lo = lo - room
	}
}

func (b bullet) Paint(d *draw.Drawing) {
	x := func(v float64) float32 {
		return d.W * float32((min(max(v, b.lo), b.hi)-b.lo)/(b.hi-b.lo))
	}
	d.FillRows(b.off, 0, 0, d.W, d.H)
	nearFrom, nearTo, from, to := float32(0), d.W, float32(0), d.W
	if b.target.HasMin {
		nearFrom, from = x(b.low), x(b.target.Min)
	}
	if b.target.HasMax {
		nearTo, to = x(b.high), x(b.target.Max)
	}
	d.FillRows(b.near, nearFrom, 0, nearTo, d.H)
	d.FillRows(b.on, from, 0, to, d.H)
	zero, end := x(0), x(b.number)
	d.FillRows(b.bar, min(zero, end), d.H*barTop, max(zero, end, min(zero, end)+1), d.H*(1-barTop))
	for _, m := range []struct {
		has bool
		at  float32
	}{{b.target.HasMin, from}, {b.target.HasMax, to}} {
		if m.has {
			w := max(2, d.H*targetWidth)
			l := min(max(m.at-w/2, 0), d.W-w)
			d.FillRows(b.bar, l, d.H*targetTop, l+w, d.H*(1-targetTop))
		}
	}
}
