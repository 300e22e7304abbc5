package overlay

import (
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Pane draws the forms and lists that stand over the dimmed wall: a panel, and
// lines from top to bottom in it.
type Pane struct {
	draw.Sheet
	In      draw.Box
	Y       float32 // top of the next line
	Size    float32 // of the text
	Palette themes.Palette
	Speech  *words.Speech

	bottom float32 // of what stands above the message: what has no room there is left out
}

// Message is a line that says how something went.
type Message struct {
	Text string
	Tone kpi.Trend // Better: it went well, Worse: it did not
}

// NewPane draws the panel of an overlay that fills most of the wall.
func NewPane(v page.View) *Pane {
	f := v.Frame()
	p := &Pane{Size: f.Floor, Palette: v.Palette, Speech: words.Of(v.Board.Config)}
	p.In = page.Panel(&p.Sheet, v, min(f.Tiles.W, max(f.Floor*30, v.Size.Width*0.75)), f.Footer.Bottom()-f.Header.Y-f.Floor*2)
	p.Y, p.bottom = p.In.Y, p.In.Bottom()
	return p
}

// Main is the ink of what matters.
func (p *Pane) Main() draw.Ink {
	return draw.Ink{Face: draw.Semibold, Size: p.Size, Color: themes.Ink(p.Palette.Panel), On: p.Palette.Panel}
}

// Quiet is the ink of the rest.
func (p *Pane) Quiet() draw.Ink {
	return draw.Ink{Face: draw.Medium, Size: p.Size, Color: themes.SecondaryText(p.Palette.Panel, p.Palette.MinContrast), On: p.Palette.Panel}
}

// Toned returns the ink of a message: good and bad news in their colours.
func (p *Pane) Toned(t kpi.Trend) draw.Ink {
	k := p.Main()
	better, worse := p.Palette.Trend(p.Palette.Panel)
	switch t {
	case kpi.Better:
		k.Color = better
	case kpi.Worse:
		k.Color = worse
	}
	return k
}

// Line sets text at the left and, where there is room, text at the right of the
// next line.
func (p *Pane) Line(kind draw.Kind, left, right string, l, r draw.Ink) {
	if p.Y+l.Size > p.bottom {
		return
	}
	at := p.Y + l.Size*draw.CapHeight
	room := p.In.W
	if w := r.Face.Width(right, r.Size, false); right != "" && w < p.In.W*0.6 {
		p.TextRight(kind, right, p.In.Right(), at, r)
		room -= w + p.Size
	}
	p.Text(kind, l.Face.Shorten(left, l.Size, room), p.In.X, at, l)
	p.Y += l.Size * 1.4
}

// Wrapped sets text over up to lines lines.
func (p *Pane) Wrapped(kind draw.Kind, text string, lines int, k draw.Ink) {
	for _, line := range k.Face.Wrap(text, k.Size, p.In.W, lines) {
		if p.Y+k.Size > p.bottom {
			return
		}
		p.Text(kind, line, p.In.X, p.Y+k.Size*draw.CapHeight, k)
		p.Y += k.Size * 1.3
	}
}

// bottomLines is how many lines a message, or the keys, may take.
const bottomLines = 4

// Bottom sets the message, and the keys that do something now, at the foot of the
// panel. It returns where they begin, and comes before what stands above them: that
// is left out where it has no room.
func (p *Pane) Bottom(m Message, bindings []Binding) float32 {
	lead := p.Size * 1.25
	last := p.In.Bottom() - p.Size*0.1
	hint := p.Quiet()
	last = p.upwards("keys", packed(hints(p.Speech, bindings), hint, p.In.W), last, lead, hint)
	said := p.Toned(m.Tone)
	last = p.upwards("message", said.Face.Wrap(m.Text, said.Size, p.In.W, bottomLines), last-p.Size*0.1, lead, said)
	p.bottom = last + lead - p.Size
	return p.bottom
}

// upwards sets lines of which the last has its baseline at last, and returns where the
// text above them has its own.
func (p *Pane) upwards(kind draw.Kind, lines []string, last, lead float32, k draw.Ink) float32 {
	for i, line := range lines {
		p.Text(kind, line, p.In.X, last-float32(len(lines)-1-i)*lead, k)
	}
	return last - float32(len(lines))*lead
}

// packed puts as many hints in a line as have room, so that no key is parted from
// what it does. A hint that is wider than a line is broken.
func packed(hints []string, k draw.Ink, width float32) []string {
	var lines []string
	line := ""
	for _, hint := range hints {
		longer := hint
		if line != "" {
			longer = line + hintMark + hint
		}
		if line != "" && k.Face.Width(longer, k.Size, false) > width {
			lines = append(lines, k.Face.Wrap(line, k.Size, width, bottomLines)...)
			longer = hint
		}
		line = longer
	}
	return append(lines, k.Face.Wrap(line, k.Size, width, bottomLines)...)
}
