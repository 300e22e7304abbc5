package detail

import (
	"kpiwall/data/board"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// roomyTiles is the height of the place for tiles, in floor sizes, from which a
// title may have two lines.
const roomyTiles = 7

// behindKey and behindHint are the room behind a key and what it does, in sizes of
// their text.
const (
	behindKey  = 0.3
	behindHint = 1
)

// nearLead is the distance of two lines of small text, in font sizes.
const nearLead = 1.3

// composition composes the detail of one KPI at one moment.
type composition struct {
	draw.Sheet
	v       page.View
	say     *words.Speech
	f       page.Frame
	id      string
	reading *board.Reading // nil: the board has it no more
	span    int            // index into Spans
	hints   []Hint
	near    float32  // font size of all that is for people near the screen
	main    draw.Ink // for what the small text says
	strong  draw.Ink // for what it is about
	quiet   draw.Ink // for what it is called
	cut     []string // config keys of what there was no room for, or not for all of it
}

// newComposition begins the detail with a size of what is for people near the screen. The
// detail is called up by people who stand there: its title, number and status keep the
// wall's floor, but charts, notes and the definition may be smaller.
func newComposition(near float32, v page.View, id string, span int, hints []Hint) *composition {
	f, g := v.Frame(), v.Palette.Ground
	return &composition{
		v: v, say: v.Words(), f: f, id: id, reading: v.Board.Readings[id], span: span, hints: hints, near: near,
		main:   draw.Ink{Face: draw.Medium, Size: near, Color: themes.Ink(g), On: g},
		strong: draw.Ink{Face: draw.Semibold, Size: near, Color: themes.Ink(g), On: g},
		quiet:  draw.Ink{Face: draw.Medium, Size: near, Color: themes.SecondaryText(g, v.Palette.MinContrast), On: g},
	}
}

// head draws the KPI's name in the place of the page's title, beside the clock
// and the badges of the wall: a detail left open must still be seen to live,
// and must not pass for another day's. It returns what is left for the rest.
func (p *composition) head() draw.Box {
	f := p.f
	corner, _ := page.Corner(&p.Sheet, p.v)
	name := p.id
	if p.reading != nil {
		name = p.reading.KPI.Name
	}
	k := p.v.TitleInk()
	taken := f.Header.Right() - corner + f.Floor // beside the first line
	maxLines := 2
	if f.Tiles.H < f.Floor*roomyTiles { // a far screen needs the room for the number
		maxLines = 1
	}
	lines := wrapAfter(k, name, taken, f.Header.W, maxLines)
	if p.reading != nil && draw.Shortened(lines...) {
		p.cut = append(p.cut, "name")
	}
	at := f.Header.Y + k.Size*draw.CapHeight
	for i, line := range lines {
		p.Text("title of the detail", line, f.Header.X, at+float32(i)*k.Size*page.NameLead, k)
	}
	used := k.Size * page.NameLead * float32(max(0, len(lines)-1))
	page.BrandLine(&p.Sheet, p.v, f.Tiles.Y+used)
	return draw.NewBox(f.Tiles.X, f.Tiles.Y+used, f.Tiles.W, f.Tiles.H-used)
}

// foot draws the keys in the place of the page's number, and keeps the rest of
// the wall's footer: how old the data is, and any trouble.
func (p *composition) foot() {
	f := p.f
	room := f.Strip.W
	if age := page.Age(&p.Sheet, p.v); f.Strip.Y == f.Footer.Y {
		room = age - f.Floor - f.Strip.X
	}
	page.Banner(&p.Sheet, p.v)
	x, at := f.Strip.X, f.Strip.Bottom()-f.Floor*page.FooterRise
	for _, h := range p.fitHints(room) {
		x += p.Text("key", h[0], x, at, p.strong) + p.near*behindKey
		x += p.Text("hint", h[1], x, at, p.quiet) + p.near*behindHint
	}
}

// fitHints returns the keys and what they do, in as many words as there is room
// for, and leaves out the last where there is none.
func (p *composition) fitHints(room float32) [][2]string {
	long, short := make([][2]string, len(p.hints)), make([][2]string, len(p.hints))
	for i, h := range p.hints {
		long[i], short[i] = [2]string{h.Key, h.Words}, [2]string{h.Key, h.Short}
	}
	if p.hintsWidth(long) <= room {
		return long
	}
	for len(short) > 1 && p.hintsWidth(short) > room {
		short = short[:len(short)-1]
	}
	return short
}

// hintsWidth returns the width of hints as foot sets them.
func (p *composition) hintsWidth(hints [][2]string) (w float32) {
	for _, h := range hints {
		w += draw.Semibold.Width(h[0], p.near, false) + draw.Medium.Width(h[1], p.near, false) + p.near*(behindKey+behindHint)
	}
	return w - p.near*behindHint
}

// gone says that a new config left the KPI out.
func (p *composition) gone(b draw.Box) {
	y := b.Y + p.f.Floor
	k := p.main
	k.Size = p.f.Floor
	for _, line := range k.Face.Wrap(p.say.Say("wall.gone", words.Args{"KPI": p.id}), k.Size, b.W, 3) {
		p.Text("message", line, b.X, y, k)
		y += k.Size * nearLead
	}
}
