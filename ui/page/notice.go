package page

import (
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Notice draws the notice over the footer.
func Notice(v View) []draw.Element {
	if v.Notice == "" {
		return nil
	}
	var s draw.Sheet
	f, p := v.Frame(), v.Palette
	k := draw.Ink{Face: draw.Semibold, Size: f.Floor, Color: themes.Ink(p.Panel), On: p.Panel}
	b := draw.NewBox(f.Footer.X, f.Footer.Y-f.Floor*0.5, f.Footer.W, f.Footer.H+f.Floor*0.8)
	s.Rect("notice", b, p.Panel, f.Floor*0.2)
	text := k.Face.Shorten(v.Notice, k.Size, b.W-f.Floor*1.2)
	s.Text("notice", text, b.X+f.Floor*0.6, b.Y+b.H/2+k.Size*draw.CapHeight/2, k)
	return s.Elements
}
