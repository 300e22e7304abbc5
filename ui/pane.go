package ui

import (
	"strings"

	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// pane draws the forms and lists that stand over the dimmed wall: a panel, and
// lines from top to bottom in it.
type pane struct {
	draw.Sheet
	in      draw.Box
	y       float32 // top of the next line
	size    float32 // of the text
	palette themes.Palette
}

// newPane draws the panel of an overlay that fills most of the wall.
func newPane(v page.View) *pane {
	f := v.Frame()
	p := &pane{size: f.Floor, palette: v.Palette}
	width := min(f.Tiles.W, f.Floor*30)
	p.in = page.Panel(&p.Sheet, v, width, f.Tiles.H+f.Header.H+f.Footer.H-f.Floor)
	p.y = p.in.Y
	return p
}

func (p *pane) main() draw.Ink {
	return draw.Ink{Face: draw.Semibold, Size: p.size, Color: themes.Ink(p.palette.Panel), On: p.palette.Panel}
}

func (p *pane) quiet() draw.Ink {
	return draw.Ink{Face: draw.Medium, Size: p.size, Color: themes.SecondaryText(p.palette.Panel, p.palette.MinContrast), On: p.palette.Panel}
}

// toned returns the ink of a message: good and bad news in their colours.
func (p *pane) toned(t kpi.Trend) draw.Ink {
	k := p.main()
	better, worse := p.palette.Trend(p.palette.Panel)
	switch t {
	case kpi.Better:
		k.Color = better
	case kpi.Worse:
		k.Color = worse
	}
	return k
}

// line sets text at the left and, where there is room, text at the right of the
// next line.
func (p *pane) line(kind draw.Kind, left, right string, l, r draw.Ink) {
	at := p.y + l.Size*draw.CapHeight
	room := p.in.W
	if w := r.Face.Width(right, r.Size, false); right != "" && w < p.in.W*0.6 {
		p.TextRight(kind, right, p.in.Right(), at, r)
		room -= w + p.size
	}
	p.Text(kind, l.Face.Shorten(left, l.Size, room), p.in.X, at, l)
	p.y += l.Size * 1.4
}

// wrapped sets text over up to lines lines, and a caret behind it where it is
// being typed.
func (p *pane) wrapped(kind draw.Kind, text string, lines int, k draw.Ink, typing bool) {
	for _, line := range k.Face.Wrap(text, k.Size, p.in.W, lines) {
		w := p.Text(kind, line, p.in.X, p.y+k.Size*draw.CapHeight, k)
		p.y += k.Size * 1.3
		if typing && strings.HasSuffix(strings.TrimSpace(text), line) {
			p.caret(p.in.X+w, p.y-k.Size*(1.3-draw.CapHeight), k)
		}
	}
}

// typed sets a line that is being typed, with a caret; its end stays in sight.
func (p *pane) typed(kind draw.Kind, text string, k draw.Ink) {
	at := p.y + k.Size*draw.CapHeight
	w := p.Text(kind, tail(k, text, p.in.W*0.95), p.in.X, at, k)
	p.caret(p.in.X+w, at, k)
	p.y += k.Size * 1.4
}

// caret draws where the next character will stand.
func (p *pane) caret(x, baseline float32, k draw.Ink) {
	rise := k.Size * draw.CapHeight
	p.Rect("caret", draw.NewBox(x+k.Size*0.06, baseline-rise*1.1, max(2, k.Size*0.05), rise*1.25), k.Color, 0)
}

// bottom sets the message and the keys at the foot of the panel.
func (p *pane) bottom(m message, keys string) {
	at := p.in.Bottom() - p.size*0.1
	hint := p.quiet()
	lines := hint.Face.Wrap(keys, hint.Size, p.in.W, 2)
	for i := range lines {
		p.Text("keys", lines[i], p.in.X, at-float32(len(lines)-1-i)*p.size*1.25, hint)
	}
	k := p.toned(m.tone)
	at -= float32(len(lines)) * p.size * 1.35
	told := k.Face.Wrap(m.text, k.Size, p.in.W, 2)
	for i := range told {
		p.Text("message", told[i], p.in.X, at-float32(len(told)-1-i)*p.size*1.25, k)
	}
}

// tail returns the end of a text that is too long for a width: what is being
// typed stays in sight.
func tail(k draw.Ink, text string, width float32) string {
	r := []rune(text)
	for len(r) > 1 && k.Face.Width(string(r), k.Size, false) > width {
		r = r[1:]
	}
	return string(r)
}
