package page

import (
	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// logoScale is the height of the logo, in cap heights of the title beside it.
const logoScale = 1.6

// drawLogo draws the board's logo beside a title whose baseline is at, and returns
// the room that it takes.
func drawLogo(s *draw.Sheet, l *config.Logo, x, at float32, title draw.Ink) float32 {
	if l == nil {
		return 0
	}
	rise := title.Size * draw.CapHeight
	h := rise * logoScale
	w := h * float32(l.Width/l.Height)
	if most := title.Size * 8; w > most { // a very wide one would push the title away
		w, h = most, h*most/w
	}
	s.Add(draw.Element{Part: "logo", At: fyne.NewPos(x, at-rise/2-h/2), Size: fyne.NewSize(w, h), Picture: &draw.Picture{Name: l.Name, Data: l.Data}})
	return w + title.Size*0.5
}

// brandLine draws the line in the brand's colour between header and tiles.
func (v View) brandLine(s *draw.Sheet, f Frame) {
	if v.Palette.Brand.A == 0 {
		return
	}
	h := max(2, f.gap*brandShare)
	s.Rect("brand", draw.NewBox(f.Header.X, f.Tiles.Y-f.gap*0.5-h, f.Header.W, h), v.Palette.Brand, 0)
}

// brandShare is the thickness of the brand's line, and brandAir the room that it
// takes between header and tiles, both in gaps.
const (
	brandShare = 0.26
	brandAir   = 0.5
)
