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

// ground draws what a tile's parts stand on. It returns the fill, and the colour
// that text is to be measured against, which is the worst that it may lie on.
func (t tile) ground(s *draw.Sheet) (fill, on color.NRGBA) {
	b, pl := t.box, t.plan
	radius := pl.pad * cornerShare
	fill = t.palette.Fill(t.Status)
	if t.Status == kpi.NoValue { // a hole in the wall
		fill = t.palette.Ground
	}
	s.Rect(kindFill, b, fill, radius)
	on = fill
	switch {
	case t.Status == kpi.NoValue || t.Status == kpi.Overdue:
		on = t.untrusted(s, fill, radius)
	case t.style == config.Edge && pl.band > 0:
		fill = t.palette.Panel
		on = fill
		var frame float32
		if t.Status == kpi.Near || t.Status.Off() {
			frame = pl.small * alarmFrame
		}
		s.Rect("panel", draw.NewBox(b.X+frame, b.Y+frame, b.W-2*frame, pl.h-frame), fill, radius-frame*0.5)
	}
	return fill, on
}

// kindFill is the first element of a tile, as large as the tile.
const kindFill draw.Kind = "fill"
