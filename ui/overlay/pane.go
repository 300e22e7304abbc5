package overlay

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Pane draws what stands over the dimmed wall: a panel that has the same place and
// width for all of them and is as high as what is in it, a head, lines from top to
// bottom, and a foot with a message and the keys. The foot is said first, since what
// stands above it is left out where it has no room; [Pane.Done] draws the panel.
type Pane struct {
	draw.Sheet
	In      draw.Box
	Y       float32 // top of the next line
	Size    float32 // of the text
	Near    float32 // of text that is for the person at the keyboard alone
	Palette themes.Palette
	Speech  *words.Speech

	view   page.View
	top    float32
	bottom float32 // of what stands above the foot
	foot   []draw.Element
	footed float32 // height of the foot
}

// Message is a line that says how something went.
type Message struct {
	Text string
	Tone kpi.Trend // Better: it went well, Worse: it did not
}

// NewPane begins a panel over the page of v.
func NewPane(v page.View) *Pane {
	p := &Pane{Palette: v.Palette, Speech: words.Of(v.Board.Config), view: v, In: page.PanelRoom(v)}
	p.Size, p.Near = page.PanelText(v)
	p.Y, p.top, p.bottom = p.In.Y, p.In.Y, p.In.Bottom()
	return p
}

// Measures of a panel, in sizes of its text: its title; the air below that and above the
// foot; and what a message and the keys have of it.
const (
	titleScale  = 1.15
	belowTitle  = 0.35
	aboveFoot   = 0.55
	messageLead = 1.25
	belowNews   = 0.1
)

// TitleInk is the ink of what the panel is about.
func (p *Pane) TitleInk() draw.Ink {
	k := p.Main()
	k.Size = p.Size * titleScale
	return k
}

// Head sets what the panel is about, and at its right what there is to say of it.
func (p *Pane) Head(title, right string) {
	k, r := p.TitleInk(), p.Quiet()
	at, room := p.Y+k.Size*draw.CapHeight, p.In.W
	if right != "" {
		room -= p.TextRight("of the title", right, p.In.Right(), at, r) + p.Size
	}
	for _, line := range k.Face.Wrap(title, k.Size, room, 2) {
		p.Text("title", line, p.In.X, at, k)
		at += k.Size * page.NameLead
	}
	p.Y = at - k.Size*draw.CapHeight + p.Size*belowTitle
}

// Done draws the panel around what was set and returns all of it.
func (p *Pane) Done() []draw.Element {
	var s draw.Sheet
	end := min(max(p.Y, p.top), p.bottom)
	height := end - p.top
	if len(p.foot) > 0 {
		height += p.Size*aboveFoot + p.footed
	}
	page.Panel(&s, p.view, height)
	by := fyne.NewPos(0, end+p.Size*aboveFoot)
	for i := range p.foot {
		p.foot[i].At = p.foot[i].At.Add(by)
	}
	return slices.Concat(s.Elements, p.Elements, p.foot)
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

// The distances of two lines, in font sizes: of two that are different things, and of
// those of one text.
const (
	lineLead = 1.4
	wrapLead = 1.3
)

// Line sets text in the next line.
func (p *Pane) Line(kind draw.Kind, text string, k draw.Ink) {
	if p.Y+k.Size > p.bottom {
		return
	}
	p.Text(kind, k.Face.Shorten(text, k.Size, p.In.W), p.In.X, p.Y+k.Size*draw.CapHeight, k)
	p.Y += k.Size * lineLead
}

// Wrapped sets text over up to lines lines.
func (p *Pane) Wrapped(kind draw.Kind, text string, lines int, k draw.Ink) {
	for _, line := range k.Face.Wrap(text, k.Size, p.In.W, lines) {
		if p.Y+k.Size > p.bottom {
			return
		}
		p.Text(kind, line, p.In.X, p.Y+k.Size*draw.CapHeight, k)
		p.Y += k.Size * wrapLead
	}
}

// Room returns the height that there is above the foot for further lines.
func (p *Pane) Room() float32 { return max(0, p.bottom-p.Y) }

// KeepsUpTo has the panel reach down to y at least, as far as there is room: so it does
// not jump where lines come and go.
func (p *Pane) KeepsUpTo(y float32) { p.Y = min(max(p.Y, y), p.bottom) }
