package overlay

import (
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// The room behind a key and behind what it does, and the distance of two lines of keys,
// in sizes of their text.
const (
	behindKey  = 0.3
	behindHint = 1
	keysLead   = 1.35
)

// messageLines is how many lines a message may have.
const messageLines = 4

// Foot says how something went, and the keys that do something now.
func (p *Pane) Foot(m Message, bindings []Binding) { p.setFoot(m, bindings, 0) }

// FootWithMessage does the same, and leaves room for a message where there is none: in
// what takes values they come and go.
func (p *Pane) FootWithMessage(m Message, bindings []Binding) { p.setFoot(m, bindings, 1) }

func (p *Pane) setFoot(m Message, bindings []Binding, lines int) {
	foot := Pane{In: p.In, Size: p.Size, Near: p.Near, Palette: p.Palette}
	said := p.Toned(m.Tone)
	wrapped := said.Face.Wrap(m.Text, said.Size, p.In.W, messageLines)
	for i, line := range wrapped {
		foot.Text("message", line, p.In.X, said.Size*(draw.CapHeight+float32(i)*messageLead), said)
	}
	if n := max(lines, len(wrapped)); n > 0 {
		foot.Y = p.Size * (float32(n)*messageLead + belowNews)
	}
	foot.keys(hints(p.Speech, bindings))
	p.foot, p.footed = foot.Elements, foot.Y
	p.bottom = p.In.Bottom() - p.footed - p.Size*aboveFoot
}

// keys sets keys and what they do, as many in a line as have room: no key is parted
// from what it does.
func (p *Pane) keys(all []hint) {
	key, text := p.Main(), p.Quiet()
	key.Size, text.Size = p.Near, p.Near
	x, at := p.In.X, p.Y+p.Near*draw.CapHeight
	for _, h := range all {
		wide := key.Face.Width(h.key, p.Near, false) + p.Near*behindKey + text.Face.Width(h.words, p.Near, false)
		if x > p.In.X && x+wide > p.In.Right() {
			x, at = p.In.X, at+p.Near*keysLead
		}
		x += p.Text("key", h.key, x, at, key) + p.Near*behindKey
		lines := text.Face.Wrap(h.words, p.Near, p.In.Right()-x, messageLines)
		for i, line := range lines {
			if i > 0 {
				at += p.Near * page.RowLead
			}
			wide = p.Text("keys", line, x, at, text)
		}
		x += wide + p.Near*behindHint
	}
	p.Y = at
}
