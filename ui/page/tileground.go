package page

import (
	"image/color"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// ground draws what a tile's parts stand on. It returns the fill, and the colour
// that text is to be measured against, which is the worst that it may lie on.
func (t tile) ground(s *draw.Sheet) (fill, on color.NRGBA) {
	b, pl := t.box, t.plan
	radius := pl.pad * 0.5
	status := t.reading.Status
	fill = t.palette.Fill(status)
	if status == kpi.NoValue { // a hole in the wall
		fill = t.palette.Ground
	}
	s.Rect(t.part("fill"), b, fill, radius)
	on = fill
	switch {
	case status == kpi.NoValue || status == kpi.Overdue:
		on = t.unsure(s, fill, radius)
	case t.style == config.Edge && pl.band > 0:
		fill = t.palette.Panel
		on = fill
		var frame float32
		if status == kpi.Near || status.Off() {
			frame = pl.small * 0.16
		}
		s.Rect(t.part("panel"), draw.NewBox(b.X+frame, b.Y+frame, b.W-2*frame, pl.h-frame), fill, radius-frame*0.5)
	}
	return fill, on
}

// sentence sets what a judged KPI says in the room for its number, as large as
// it fits.
func (t tile) sentence(s *draw.Sheet, text string, k draw.Ink) {
	b, pl := t.box, t.plan
	top := pl.nameAt + pl.nameHeight() - pl.name*draw.CapHeight + pl.small*0.25
	height := pl.numberAt - top
	k.Size = pl.floor
	var lines []string
	for size := max(pl.floor, min(t.digits, pl.small*2)); ; size = max(pl.floor, size*0.94) {
		most := max(1, int((height/size-draw.CapHeight)/NameLead)+1)
		k.Size, lines = size, k.Face.Wrap(text, size, pl.numberRoom, most)
		if size == pl.floor || !draw.Shortened(lines) {
			break
		}
	}
	used := k.Size * (draw.CapHeight + NameLead*float32(len(lines)-1))
	y := b.Y + top + max(0, (height-used)*0.6) + k.Size*draw.CapHeight
	for i, line := range lines {
		s.Text(t.part("sentence"), line, b.X+pl.pad, y+float32(i)*k.Size*NameLead, k)
	}
}
