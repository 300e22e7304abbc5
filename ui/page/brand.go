package page

import (
	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// logoScale is the height of the logo, in cap heights of the title beside it.
const logoScale = 1.6

// Logo is the board's logo, of which something is to be seen.
type Logo struct {
	picture *draw.Picture
	aspect  float32 // width by height
}

// LogoOf returns the logo that a screen is configured to have; nil without one,
// and where nothing of it would be seen. That takes some milliseconds to find
// out: it is for when a config is new.
func LogoOf(c config.Screen) *Logo {
	if c.Logo == nil {
		return nil
	}
	p := &draw.Picture{Name: c.Logo.Name, Data: c.Logo.Data}
	if !p.Visible() {
		return nil
	}
	return &Logo{p, float32(c.Logo.Width / c.Logo.Height)}
}

// draw draws the logo beside a title whose baseline is at, and returns the room
// that it takes.
func (l *Logo) draw(s *draw.Sheet, x, at float32, title draw.Ink) float32 {
	if l == nil {
		return 0
	}
	rise := title.Size * draw.CapHeight
	h := rise * logoScale
	w := h * l.aspect
	if most := title.Size * 8; w > most { // a very wide one would push the title away
		w, h = most, h*most/w
	}
	s.Add(draw.Element{Part: "logo", At: fyne.NewPos(x, at-rise/2-h/2), Size: fyne.NewSize(w, h), Picture: l.picture})
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
