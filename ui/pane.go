package ui

import (
	"strings"

	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// pane draws the forms and lists that stand over the dimmed wall: a panel, and
// lines from top to bottom in it.
type pane struct {
	sheet
	in      box
	y       float32 // top of the next line
	size    float32 // of the text
	palette themes.Palette
}

// newPane draws the panel of an overlay that fills most of the wall.
func newPane(v view) *pane {
	f := v.frame()
	p := &pane{size: f.floor, palette: v.palette}
	width := min(f.tiles.w, f.floor*30)
	p.in = drawPanel(&p.sheet, v, width, f.tiles.h+f.header.h+f.footer.h-f.floor)
	p.y = p.in.y
	return p
}

func (p *pane) main() ink {
	return ink{face: semibold, size: p.size, color: themes.Ink(p.palette.Panel), on: p.palette.Panel}
}

func (p *pane) quiet() ink {
	return ink{face: medium, size: p.size, color: themes.Quiet(p.palette.Panel, p.palette.Least), on: p.palette.Panel}
}

// toned returns the ink of a message: good and bad news in their colours.
func (p *pane) toned(t kpi.Trend) ink {
	k := p.main()
	better, worse := p.palette.Trend(p.palette.Panel)
	switch t {
	case kpi.Better:
		k.color = better
	case kpi.Worse:
		k.color = worse
	}
	return k
}

// line sets text at the left and, where there is room, text at the right of the
// next line.
func (p *pane) line(part, left, right string, l, r ink) {
	at := p.y + l.size*capHeight
	room := p.in.w
	if w := r.face.width(right, r.size, false); right != "" && w < p.in.w*0.6 {
		p.textRight(part, right, p.in.right(), at, r)
		room -= w + p.size
	}
	p.text(part, l.face.shorten(left, l.size, room), p.in.x, at, l)
	p.y += l.size * 1.4
}

// wrapped sets text over up to lines lines, and a caret behind it where it is
// being typed.
func (p *pane) wrapped(part, text string, lines int, k ink, typing bool) {
	for _, line := range k.face.wrap(text, k.size, p.in.w, lines) {
		w := p.text(part, line, p.in.x, p.y+k.size*capHeight, k)
		p.y += k.size * 1.3
		if typing && strings.HasSuffix(strings.TrimSpace(text), line) {
			p.caret(p.in.x+w, p.y-k.size*(1.3-capHeight), k)
		}
	}
}

// typed sets a line that is being typed, with a caret; its end stays in sight.
func (p *pane) typed(part, text string, k ink) {
	at := p.y + k.size*capHeight
	w := p.text(part, tail(k, text, p.in.w*0.95), p.in.x, at, k)
	p.caret(p.in.x+w, at, k)
	p.y += k.size * 1.4
}

// caret draws where the next character will stand.
func (p *pane) caret(x, baseline float32, k ink) {
	rise := k.size * capHeight
	p.rect("caret", box{x + k.size*0.06, baseline - rise*1.1, max(2, k.size*0.05), rise * 1.25}, k.color, 0)
}

// bottom sets the message and the keys at the foot of the panel.
func (p *pane) bottom(m message, keys string) {
	at := p.in.bottom() - p.size*0.1
	hint := p.quiet()
	lines := hint.face.wrap(keys, hint.size, p.in.w, 2)
	for i := range lines {
		p.text("keys", lines[i], p.in.x, at-float32(len(lines)-1-i)*p.size*1.25, hint)
	}
	k := p.toned(m.tone)
	at -= float32(len(lines)) * p.size * 1.35
	told := k.face.wrap(m.text, k.size, p.in.w, 2)
	for i := range told {
		p.text("message", told[i], p.in.x, at-float32(len(told)-1-i)*p.size*1.25, k)
	}
}

// tail returns the end of a text that is too long for a width: what is being
// typed stays in sight.
func tail(k ink, text string, width float32) string {
	r := []rune(text)
	for len(r) > 1 && k.face.width(string(r), k.size, false) > width {
		r = r[1:]
	}
	return string(r)
}
