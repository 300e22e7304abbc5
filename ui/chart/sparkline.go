package chart

import (
	"image/color"
	"math"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// The width of a line in pixels at least; the radius of the newest value's dot in widths
// of the line; half the height of a target that is one value, as a share of the
// picture's; and the shade of the band.
const (
	minLine      = 1.5
	dotScale     = 1.9
	oneValueBand = 0.01
	bandShade    = 0.13
)

// A target is shown that is at most targetReach times the range of the values away,
// which counts as minSpan of the greatest at least.
const (
	targetReach = 2
	minSpan     = 0.02
)

// sparkline is the last periods of a KPI as a line over the target band that
// was in force in each period.
type sparkline struct {
	points []board.Point
	frame  Frame
	band   color.NRGBA
	dot    color.NRGBA // of the newest value
}

func (s sparkline) Paint(d *draw.Drawing) {
	s.points = FromFirst(s.points)
	lo, hi, ok := s.span()
	if !ok {
		return
	}
	thick := s.frame.line(d)
	top, bottom := thick*dotScale, d.H-thick*dotScale
	y := func(v float64) float32 {
		return bottom - (bottom-top)*float32((v-lo)/(hi-lo))
	}
	left, right := max(s.frame.Left*d.W, thick*dotScale), max(s.frame.Right*d.W, thick*dotScale)
	step := (d.W - left - right) / float32(max(1, len(s.points)-1))
	x := func(i int) float32 { return left + step*float32(i) }

	s.paintBand(d, x, y, step)
	var line []draw.Point
	flush := func() {
		if len(line) > 0 {
			d.Stroke(d.Tint, thick, line...)
		}
		line = nil
	}
	last := -1
	for i, p := range s.points {
		if !p.Has { // a gap stays a gap
			flush()
			continue
		}
		line = append(line, draw.Pt(x(i), y(p.Number)))
		last = i
	}
	flush()
	if last >= 0 {
		d.Fill(s.dot, draw.Disc(draw.Pt(x(last), y(s.points[last].Number)), thick*dotScale))
	}
}

// paintBand fills the target's range, stepped where the target changed.
func (s sparkline) paintBand(d *draw.Drawing, x func(int) float32, y func(float64) float32, step float32) {
	for i, p := range s.points {
		if !p.Target.HasMin && !p.Target.HasMax {
			continue
		}
		up, down := float32(0), d.H
		if p.Target.HasMax {
			up = min(max(y(p.Target.Max), 0), d.H)
		}
		if p.Target.HasMin {
			down = min(max(y(p.Target.Min), 0), d.H)
		}
		if up == down { // a target of one value is still a line
			up, down = up-d.H*oneValueBand, down+d.H*oneValueBand
		}
		l, r := x(i)-step/2, x(i)+step/2
		if i == 0 {
			l = 0
		}
		if i == len(s.points)-1 {
			r = d.W
		}
		d.Fill(s.band, s.frame.bandOutline(d, round(l), up, round(r), down))
	}
}

// bandOutline returns the outline of a part of the range, without the lower corners of
// a tile that it fills.
func (f Frame) bandOutline(d *draw.Drawing, l, t, r, b float32) []draw.Point {
	radius := min(f.Corner*d.W, b-t)
	if radius <= 0 || b < d.H {
		return upright(l, t, r, b)
	}
	out := draw.Outline(l, t, r, t)
	if f.Right > 0 && r >= d.W {
		out = append(out, corner(r-radius, b-radius, radius, 0)...)
	} else {
		out = append(out, draw.Pt(r, b))
	}
	if f.Left > 0 && l <= 0 {
		return append(out, corner(l+radius, b-radius, radius, math.Pi/2)...)
	}
	return append(out, draw.Pt(l, b))
}

// corner returns a quarter of a circle from an angle on, clockwise on the screen.
func corner(x, y, radius float32, from float64) (out []draw.Point) {
	const pieces = 8
	for i := range pieces + 1 {
		sin, cos := math.Sincos(from + math.Pi/2*float64(i)/pieces)
		out = append(out, draw.Pt(x+radius*float32(cos), y+radius*float32(sin)))
	}
	return out
}

// round returns a whole pixel, at which neighbours meet without a seam.
func round(v float32) float32 { return float32(math.Round(float64(v))) }

// span returns the range of values to show: the numbers and the ends of their
// targets; ok is false where there are fewer than two numbers.
func (s sparkline) span() (lo, hi float64, ok bool) {
	n := 0
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, p := range s.points {
		if p.Has {
			n++
			lo, hi = min(lo, p.Number), max(hi, p.Number)
		}
	}
	if n < 2 {
		return 0, 0, false
	}
	lo, hi = s.withTargets(lo, hi)
	if hi == lo {
		lo, hi = lo-1, hi+1
	}
	return lo, hi, !math.IsInf(hi-lo, 0)
}

// withTargets widens a range to show the targets, but not one so far off that
// the line would become flat.
func (s sparkline) withTargets(lo, hi float64) (float64, float64) {
	reach := targetReach * max(hi-lo, math.Abs(hi)*minSpan)
	from, to := lo-reach, hi+reach
	widen := func(t kpi.Target) {
		if t.HasMin && t.Min >= from {
			lo = min(lo, t.Min)
			hi = max(hi, min(t.Min, to))
		}
		if t.HasMax && t.Max <= to {
			hi = max(hi, t.Max)
			lo = min(lo, max(t.Max, from))
		}
	}
	for _, p := range s.points {
		widen(p.Target)
	}
	return lo, hi
}
