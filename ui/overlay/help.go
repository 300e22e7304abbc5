package overlay

import (
	"slices"

	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

const (
	// helpLines is how many lines the help for a key may take.
	helpLines = 4

	// helpLead is the distance of two lines, in font sizes, and minHelpLead where there
	// are many.
	helpLead    = 1.35
	minHelpLead = 1.15
)

// Help shows what the keys do.
type Help struct {
	Base
	stack *Stack
	of    Section
}

// NewHelp returns the help for a section.
func NewHelp(s *Stack, of Section) *Help { return &Help{stack: s, of: of} }

// Section closes the help with the key that opens it, too, and with the one that
// closes the wall.
func (h *Help) Section() Section {
	return Section{Title: "keys.help", Bindings: []Binding{
		{Keys: slices.Concat(Escape, Enter), Runes: "?q", Label: "key.name.escape", Words: "key.back", Do: func(Input) { h.stack.Back() }},
	}}
}

// Compose draws the keys and what they do, or why they do nothing now.
func (h *Help) Compose(v page.View) []draw.Element {
	var s draw.Sheet
	size := v.Frame().Floor
	p := v.Palette
	rows := h.rows(words.Of(v.Board.Config))
	keyInk := draw.Ink{Face: draw.Semibold, Size: size, Color: themes.Ink(p.Panel), On: p.Panel}
	textInk := draw.Ink{Face: draw.Medium, Size: size, Color: themes.SecondaryText(p.Panel, p.MinContrast), On: p.Panel}
	var keys, texts float32
	for _, row := range rows {
		keys = max(keys, keyInk.Face.Width(row[0], size, false))
		texts = max(texts, textInk.Face.Width(row[1], size, false))
	}
	width, height := page.PanelRoom(v)
	room := min(texts+size*0.1, width-keys-size) // words one by one are a little wider
	lines, count := wrapRows(rows, textInk, room, int(height/(size*minHelpLead)))
	lead := min(size*helpLead, height/float32(count))
	in := page.Panel(&s, v, keys+size+room, lead*float32(count)-size*0.4)
	y := in.Y + size*draw.CapHeight
	for i, row := range rows {
		s.Text("key", row[0], in.X, y, keyInk)
		for _, line := range lines[i] {
			s.Text("help", line, in.X+keys+size, y, textInk)
			y += lead
		}
	}
	return s.Elements
}

// wrapRows wraps what keys do into a width: into one line each where there would be
// more than there is room for. It returns how many there are in all.
func wrapRows(rows [][2]string, k draw.Ink, width float32, room int) (lines [][]string, count int) {
	for n := helpLines; n > 0; n-- {
		lines, count = nil, 0
		for _, row := range rows {
			wrapped := k.Face.Wrap(row[1], k.Size, width, n)
			lines, count = append(lines, wrapped), count+max(1, len(wrapped))
		}
		if count <= room {
			break
		}
	}
	return lines, count
}

// rows returns the section's rows; what does nothing now says why.
func (h *Help) rows(s *words.Speech) [][2]string {
	var rows [][2]string
	for _, b := range h.of.Bindings {
		if b.Label == "" {
			continue
		}
		text := b.words(s)
		if why := b.off(); why != "" {
			text += " (" + why + ")"
		}
		rows = append(rows, [2]string{b.label(s), text})
	}
	return rows
}
