package page

import (
	"image/color"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// cornerShare is the radius of a tile's corners in paddings, and alarmFrame the
// width of the frame of an edged tile that is off its target, in sizes of its
// small text.
const (
	cornerShare = 0.5
	alarmFrame  = 0.16
)

// radius is that of a tile's corners.
func (pl *plan) radius() float32 { return pl.pad * cornerShare }

// frame is the width of the frame that a tile may wear, which its chart leaves free.
func (pl *plan) frame() float32 {
	if pl.band == 0 {
		return 0
	}
	return pl.small * alarmFrame
}

// ground draws what a tile's parts stand on, and returns its colour.
func (t tile) ground(s *draw.Sheet) color.NRGBA {
	b, pl := t.box, t.plan
	radius := pl.radius()
	fill := t.palette.Fill(t.Status)
	if t.Status == kpi.NoValue || t.Status == kpi.Waiting { // a hole in the wall
		fill = t.palette.Ground
	}
	s.Rect(kindFill, b, fill, radius)
	switch {
	case t.isUntrusted():
		t.untrusted(s, fill)
	case t.style == config.Edge && pl.band > 0:
		fill = t.palette.Panel
		var frame float32
		if t.Status == kpi.Near || t.Status.Off() {
			frame = pl.frame()
		}
		s.Rect("panel", draw.NewBox(b.X+frame, b.Y+frame, b.W-2*frame, pl.h-frame), fill, radius-frame*0.5)
	}
	return fill
}

// kindFill is the first element of a tile, as large as the tile.
const kindFill draw.Kind = "fill"
