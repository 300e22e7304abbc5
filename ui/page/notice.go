package page

import (
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Measures of a notice: how far it reaches above the footer, in gaps of tiles, so that
// it covers nothing; in floor sizes how far below, its corners, its padding and the
// distance of two lines; and how many lines there are. What a key is about to undo has
// to be read to its end, also on an upright screen: a second line may cover what is
// above the footer for a moment.
const (
	noticeRise   = 0.8
	noticeFall   = 0.3
	noticeCorner = 0.2
	noticePad    = 0.6
	noticeLead   = 1.15
	noticeLines  = 2
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
	lines := k.Face.Wrap(v.Notice, k.Size, f.Footer.W-f.Floor*2*noticePad, noticeLines)
	more := float32(len(lines)-1) * k.Size * noticeLead
	b := draw.NewBox(f.Footer.X, f.Footer.Y-rise-more, f.Footer.W, f.Footer.H+rise+f.Floor*noticeFall+more)
	s.Rect("notice", b, p.Panel, f.Floor*noticeCorner)
	y := b.Y + (b.H-more)/2 + k.Size*draw.CapHeight/2
	for _, line := range lines {
		s.Text("notice", line, b.X+f.Floor*noticePad, y, k)
		y += k.Size * noticeLead
	}
	return s.Elements
}
