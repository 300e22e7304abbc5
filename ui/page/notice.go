package page

import (
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Measures of a notice in floor sizes: how far it reaches above the footer, by how
// much it is higher, its corners and its padding.
const (
	noticeRise   = 0.5
	noticeGrowth = 0.8
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
	b := draw.NewBox(f.Footer.X, f.Footer.Y-f.Floor*noticeRise, f.Footer.W, f.Footer.H+f.Floor*noticeGrowth)
	s.Rect("notice", b, p.Panel, f.Floor*noticeCorner)
	text := k.Face.Shorten(v.Notice, k.Size, b.W-f.Floor*2*noticePad)
	s.Text("notice", text, b.X+f.Floor*noticePad, b.Y+b.H/2+k.Size*draw.CapHeight/2, k)
	return s.Elements
}
