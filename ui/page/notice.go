package page

import (
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Measures of a notice: how far it reaches above the footer, in gaps of tiles, so that it
// covers nothing; and in floor sizes how far below, its corners and its padding.
const (
	noticeRise   = 0.8
	noticeFall   = 0.3
	noticeCorner = 0.2
	noticePad    = 0.6
)

// Notice draws the notice over the footer.
func Notice(v View) []draw.Element {
	if v.Notice == "" {
		return nil
	}
	var s draw.Sheet
	f, p := v.Frame(), v.Palette
	k := draw.Ink{Face: draw.Semibold, Size: f.Floor, Color: themes.Ink(p.Panel), On: p.Panel}
	rise := f.gap * noticeRise
	b := draw.NewBox(f.Footer.X, f.Footer.Y-rise, f.Footer.W, f.Footer.H+rise+f.Floor*noticeFall)
	s.Rect("notice", b, p.Panel, f.Floor*noticeCorner)
	text := k.Face.Shorten(v.Notice, k.Size, b.W-f.Floor*2*noticePad)
	s.Text("notice", text, b.X+f.Floor*noticePad, b.Y+b.H/2+k.Size*draw.CapHeight/2, k)
	return s.Elements
}
