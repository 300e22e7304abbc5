package page

import (
	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// logoScale is the height of the logo, in cap heights of the title beside it;
// maxLogo is its width at most and besideLogo the room behind it, in font sizes of
// that title.
const (
	logoScale  = 1.6
	maxLogo    = 8
	besideLogo = 0.5
)

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
	if maxWidth := title.Size * maxLogo; w > maxWidth { // a very wide one would push the title away
		w, h = maxWidth, h*maxWidth/w
	}
	s.Picture("logo", draw.NewBox(x, at-rise/2-h/2, w, h), l.picture)
	return w + title.Size*besideLogo
}

// BrandLine draws the line in the brand's colour, if it has one, below a header
// and above what begins at top.
func BrandLine(s *draw.Sheet, v View, top float32) {
	if v.Palette.Brand.A == 0 {
		return
	}
	f := v.plainFrame()
	h := max(minBrand, f.gap*brandShare)
	s.Rect("brand", draw.NewBox(f.Header.X, top-f.gap*belowBrand-h, f.Header.W, h), v.Palette.Brand, 0)
}

// The brand's line in gaps of tiles: its thickness, which is minBrand at least, the
// room that it takes between header and tiles, and its distance from these.
const (
	brandShare = 0.26
	brandAir   = 0.5
	belowBrand = 0.5
	minBrand   = 2
)
