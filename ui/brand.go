package ui

import (
	"fyne.io/fyne/v2"

	"kpiwall/data/config"
)

// logoScale is the height of the logo, in cap heights of the title beside it.
const logoScale = 1.6

// drawLogo draws the board's logo beside a title whose baseline is at, and returns
// the room that it takes.
func drawLogo(s *sheet, l *config.Logo, x, at float32, title ink) float32 {
	if l == nil {
		return 0
	}
	rise := title.size * capHeight
	h := rise * logoScale
	w := h * float32(l.Width/l.Height)
	if most := title.size * 8; w > most { // a very wide one would push the title away
		w, h = most, h*most/w
	}
	s.add(element{part: "logo", at: fyne.NewPos(x, at-rise/2-h/2), size: fyne.NewSize(w, h), picture: &picture{name: l.Name, data: l.Data}})
	return w + title.size*0.5
}

// brandLine draws the line in the brand's colour between header and tiles.
func (v view) brandLine(s *sheet, f frame) {
	if v.palette.Brand.A == 0 {
		return
	}
	h := max(2, f.gap*brandShare)
	s.rect("brand", box{f.header.x, f.tiles.y - f.gap*0.5 - h, f.header.w, h}, v.palette.Brand, 0)
}

// brandShare is the thickness of the brand's line, and brandAir the room that it
// takes between header and tiles, both in gaps.
const (
	brandShare = 0.26
	brandAir   = 0.5
)
