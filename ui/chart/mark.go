// Package chart draws what a KPI was and is: its history on a tile and on a page
// of its own, always over the target that was in force in each period, and the
// marks of the statuses. Charts are [draw.Art], compared by value.
package chart

import (
	"math"

	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// Mark is the shape of a status, or the arrow of a change. Shapes are drawn,
// not taken from a font: few fonts have them, and none has them all.
type Mark uint8

// The marks, and what they mean.
const (
	Dot     Mark = iota + 1 // on target
	Diamond                 // near
	Up                      // above; also an increase
	Down                    // below; also a decrease
	Ring                    // no value
	Dashes                  // overdue
	Dash                    // no target; also no change
	Half                    // a sum that runs: no verdict yet
	Check                   // a key result that was reached
	Cross                   // one that was missed
	Start                   // one that has not started
	Dots                    // a formula that waits for what it needs
	Warning                 // trouble
)

// MarkOf returns the mark of a status.
func MarkOf(s kpi.Status) Mark {
	switch s { //exhaustive:enforce
	case kpi.OnTarget:
		return Dot
	case kpi.Near:
		return Diamond
	case kpi.Above:
		return Up
	case kpi.Below:
		return Down
	case kpi.NoValue:
		return Ring
	case kpi.Overdue:
		return Dashes
	case kpi.InProgress:
		return Half
	case kpi.Reached:
		return Check
	case kpi.Missed:
		return Cross
	case kpi.NotStarted:
		return Start
	case kpi.Waiting:
		return Dots
	case kpi.NoTarget:
	}
	return Dash
}

// A disc and the base of a triangle in the radius of a mark: all marks look as large
// as each other. What else is measured in radii below are the corners of shapes.
const (
	discRadius   = 0.92
	triangleBase = 0.85
	goalStroke   = 0.46
)

func (m Mark) Paint(d *draw.Drawing) { m.at(d, draw.Pt(d.W/2, d.H/2), min(d.W, d.H)/2) }

// at paints the mark around c, with a radius of r.
func (m Mark) at(d *draw.Drawing, c draw.Point, r float32) {
	switch m {
	case Dot:
		d.Fill(d.Tint, draw.Disc(c, r*discRadius))
	case Diamond:
		d.Fill(d.Tint, draw.Outline(c.X, c.Y-r, c.X+r, c.Y, c.X, c.Y+r, c.X-r, c.Y))
	case Up:
		d.Fill(d.Tint, draw.Outline(c.X, c.Y-r*triangleBase, c.X+r, c.Y+r*triangleBase, c.X-r, c.Y+r*triangleBase))
	case Down:
		d.Fill(d.Tint, draw.Outline(c.X, c.Y+r*triangleBase, c.X-r, c.Y-r*triangleBase, c.X+r, c.Y-r*triangleBase))
	case Ring:
		d.Fill(d.Tint, draw.Disc(c, r*discRadius), draw.Reversed(draw.Disc(c, r*0.62)))
	case Dashes:
		dashedRing(d, c, r)
	case Half:
		halfDisc(d, c, r)
	case Check:
		d.Stroke(d.Tint, r*goalStroke, draw.Pt(c.X-r*0.82, c.Y+r*0.02), draw.Pt(c.X-r*0.25, c.Y+r*0.6), draw.Pt(c.X+r*0.82, c.Y-r*0.6))
	case Cross:
		d.Stroke(d.Tint, r*goalStroke, draw.Pt(c.X-r*0.65, c.Y-r*0.65), draw.Pt(c.X+r*0.65, c.Y+r*0.65))
		d.Stroke(d.Tint, r*goalStroke, draw.Pt(c.X-r*0.65, c.Y+r*0.65), draw.Pt(c.X+r*0.65, c.Y-r*0.65))
	case Start:
		outer := draw.Outline(c.X-r*0.7, c.Y-r, c.X+r, c.Y, c.X-r*0.7, c.Y+r)
		inner := draw.Outline(c.X-r*0.38, c.Y-r*0.5, c.X+r*0.4, c.Y, c.X-r*0.38, c.Y+r*0.5)
		d.Fill(d.Tint, outer, draw.Reversed(inner))
	case Dash:
		d.Fill(d.Tint, draw.Bar(draw.Pt(c.X-r*0.9, c.Y), draw.Pt(c.X+r*0.9, c.Y), r*0.42))
	case Dots:
		for _, x := range []float32{-0.7, 0, 0.7} {
			d.Fill(d.Tint, draw.Disc(draw.Pt(c.X+r*x, c.Y), r*0.28))
		}
	case Warning:
		d.Fill(d.Tint, draw.Outline(c.X, c.Y-r, c.X+r, c.Y+r*triangleBase, c.X-r, c.Y+r*triangleBase),
			draw.Reversed(draw.Bar(draw.Pt(c.X, c.Y-r*0.35), draw.Pt(c.X, c.Y+r*0.25), r*0.24)),
			draw.Reversed(draw.Disc(draw.Pt(c.X, c.Y+r*0.55), r*0.14)))
	}
}

// halfDisc is a ring whose lower half is filled: on the way.
func halfDisc(d *draw.Drawing, c draw.Point, r float32) {
	const steps = 24
	lower := make([]draw.Point, 0, steps+1)
	for i := range steps + 1 {
		sin, cos := math.Sincos(math.Pi * float64(i) / steps)
		lower = append(lower, draw.Pt(c.X+r*0.66*float32(cos), c.Y+r*0.66*float32(sin)))
	}
	d.Fill(d.Tint, draw.Disc(c, r*discRadius), draw.Reversed(draw.Disc(c, r*0.68)))
	d.Fill(d.Tint, lower)
}

func dashedRing(d *draw.Drawing, c draw.Point, r float32) {
	const dashes = 6
	for i := range dashes {
		var outer, inner []draw.Point
		for step := range 5 {
			a := 2 * math.Pi * (float64(i) + 0.62*float64(step)/4) / dashes
			sin, cos := math.Sincos(a)
			outer = append(outer, draw.Pt(c.X+r*0.95*float32(cos), c.Y+r*0.95*float32(sin)))
			inner = append(inner, draw.Pt(c.X+r*0.6*float32(cos), c.Y+r*0.6*float32(sin)))
		}
		d.Fill(d.Tint, append(outer, draw.Reversed(inner)...))
	}
}
