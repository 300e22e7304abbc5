package ui

import (
	"fmt"
	"math"
	"strings"

	"kpiwall/data/board"
	"kpiwall/themes"
)

// nearScale is the smallest text of the detail, in floor sizes. The detail is
// called up by people who stand at the screen: its title, number and status
// keep the wall's floor, but charts, notes and the definition may be smaller.
const nearScale = 0.62

// leastNear is the smallest text as a share of the screen's shorter side, for
// the same reason as [minimumFloor].
const leastNear = 0.022

// nearLead is the distance of two lines of small text, in font sizes.
const nearLead = 1.3

// detailPage composes the detail of one KPI at one moment.
type detailPage struct {
	sheet
	v       view
	f       frame
	id      string
	reading *board.Reading // nil: the board has it no more
	span    int            // index into spans
	near    float32        // font size of all that is for people near the screen
	main    ink            // for what the small text says
	strong  ink            // for what it is about
	quiet   ink            // for what it is called
}

func newDetailPage(v view, id string, span int) *detailPage {
	f, g := v.frame(), v.palette.Ground
	// A whole size: Fyne draws others as wide as the next whole one.
	near := ceil(max(f.floor*nearScale, leastNear*min(v.size.Width, v.size.Height)))
	return &detailPage{
		v: v, f: f, id: id, reading: v.board.Readings[id], span: span, near: near,
		main:   ink{face: medium, size: near, color: themes.Ink(g), on: g},
		strong: ink{face: semibold, size: near, color: themes.Ink(g), on: g},
		quiet:  ink{face: medium, size: near, color: themes.Quiet(g, v.palette.Least), on: g},
	}
}

// head draws the KPI's name in the place of the page's title, beside the clock
// and the badges of the wall: a detail left open must still be seen to live,
// and must not pass for another day's. It returns what is left for the rest.
func (p *detailPage) head() box {
	f := p.f
	right := f.header.right()
	var brand []element
	for _, e := range composeHeader(p.v) {
		switch {
		case e.part == "brand":
			brand = append(brand, e)
		case e.part == "badge" || strings.Contains(e.part, "clock"):
			p.add(e)
			right = min(right, e.at.X)
		}
	}
	name := p.id
	if p.reading != nil {
		name = p.reading.KPI.Name
	}
	g := p.v.palette.Ground
	k := ink{face: semibold, size: f.floor * 1.2, color: themes.Ink(g), on: g}
	taken := f.header.right() - right + f.floor // beside the first line
	most := 2
	if f.tiles.h < f.floor*7 { // a far screen needs the room for the number
		most = 1
	}
	lines := wrapAfter(k, name, taken, f.header.w, most)
	at := f.header.y + k.size*capHeight
	for i, line := range lines {
		p.text("title of the detail", line, f.header.x, at+float32(i)*k.size*nameLead, k)
	}
	used := k.size * nameLead * float32(max(0, len(lines)-1))
	for _, e := range brand {
		e.at.Y += used
		p.add(e)
	}
	return box{f.tiles.x, f.tiles.y + used, f.tiles.w, f.tiles.h - used}
}

// foot draws the keys in the place of the page's number, and keeps the rest of
// the wall's footer: how old the data is, and any trouble.
func (p *detailPage) foot() {
	f := p.f
	room := f.strip.w
	for _, e := range composeFooter(p.v) {
		if e.part == "page" {
			continue
		}
		p.add(e)
		if e.part == "age of the data" && f.strip.y == f.footer.y {
			room = e.at.X - f.floor - f.strip.x
		}
	}
	x, at := f.strip.x, f.strip.bottom()-f.floor*0.08
	for _, h := range p.hints(room) {
		x += p.text("key", h[0], x, at, p.strong) + p.near*0.3
		x += p.text("hint", h[1], x, at, p.quiet) + p.near
	}
}

// hints returns the keys and what they do, in as many words as there is room
// for, and leaves out the last where there is none.
func (p *detailPage) hints(room float32) [][2]string {
	long := [][2]string{
		{"Esc", "back"},
		{"← →", fmt.Sprintf("%d, %d or %d periods", spans[0], spans[1], spans[2])},
		{"↑ ↓", "other KPIs"},
		{"Enter", "new value"},
		{"h", "history"},
	}
	short := [][2]string{{"Esc", "back"}, {"← →", "span"}, {"↑ ↓", "KPI"}, {"Enter", "value"}, {"h", "history"}}
	if p.v.board.Config.Entry.Off {
		long, short = append(long[:3:3], long[4]), append(short[:3:3], short[4])
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
func (p *detailPage) hintsWidth(hints [][2]string) (w float32) {
	for _, h := range hints {
		w += semibold.width(h[0], p.near, false) + medium.width(h[1], p.near, false) + p.near*1.3
	}
	return w - p.near
}

// gone says that a new config left the KPI out.
func (p *detailPage) gone(b box) {
	y := b.y + p.f.floor
	k := p.main
	k.size = p.f.floor
	for _, line := range k.face.wrap(fmt.Sprintf("The config has no KPI %q any more.", p.id), k.size, b.w, 3) {
		p.text("message", line, b.x, y, k)
		y += k.size * nearLead
	}
}

func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }
