package ui

import (
	"image/color"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// ground draws what a tile's parts stand on. It returns the fill, and the colour
// that text is to be measured against, which is the worst that it may lie on.
func (t tile) ground(s *sheet) (fill, on color.NRGBA) {
	b, pl := t.box, t.plan
	radius := pl.pad * 0.5
	status := t.reading.Status
	fill = t.palette.Fill(status)
	if status == kpi.NoValue { // a hole in the wall
		fill = t.palette.Ground
	}
	s.rect(t.part("fill"), b, fill, radius)
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
		s.rect(t.part("panel"), box{b.x + frame, b.y + frame, b.w - 2*frame, pl.h - frame}, fill, radius-frame*0.5)
	}
	return fill, on
}

// unsure draws a tile whose number is missing or too old to be trusted: framed
// by dashes, and hatched where there is a number. It returns the colour that
// text is to be measured against.
func (t tile) unsure(s *sheet, fill color.NRGBA, radius float32) color.NRGBA {
	b, pl := t.box, t.plan
	on := fill
	if t.reading.Status == kpi.Overdue {
		on = themes.Mix(fill, themes.Ink(fill), 0.07)
		s.art(t.part("hatch"), b, hatch{step: pl.small / b.h, radius: radius / b.h}, on)
	}
	line := themes.Quiet(on, t.palette.Least)
	s.art(t.part("frame"), b, dashedFrame{width: pl.small * 0.08 / b.h, dash: pl.small * 0.5 / b.h}, line)
	return on
}

// sentence sets what a judged KPI says in the room for its number, as large as
// it fits.
func (t tile) sentence(s *sheet, text string, k ink) {
	b, pl := t.box, t.plan
	top := pl.nameAt + pl.nameHeight() - pl.name*capHeight + pl.small*0.25
	height := pl.numberAt - top
	k.size = pl.floor
	var lines []string
	for size := max(pl.floor, min(t.digits, pl.small*2)); ; size = max(pl.floor, size*0.94) {
		most := max(1, int((height/size-capHeight)/nameLead)+1)
		k.size, lines = size, k.face.wrap(text, size, pl.numberRoom, most)
		if size == pl.floor || !shortened(lines) {
			break
		}
	}
	used := k.size * (capHeight + nameLead*float32(len(lines)-1))
	y := b.y + top + max(0, (height-used)*0.6) + k.size*capHeight
	for i, line := range lines {
		s.text(t.part("sentence"), line, b.x+pl.pad, y+float32(i)*k.size*nameLead, k)
	}
}
