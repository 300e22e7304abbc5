package overlay

import (
	"slices"

	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// helpLines is how many lines the help for a key may take.
const helpLines = 4

// Help shows what the keys do.
type Help struct {
	Base
	stack *Stack
	of    Section
}

// NewHelp returns the help for a section.
func NewHelp(s *Stack, of Section) *Help { return &Help{stack: s, of: of} }

// Section closes the help with the key that opens it, too.
func (h *Help) Section() Section {
	return Section{Title: "keys.help", Bindings: []Binding{
		{Keys: slices.Concat(Escape, Enter), Runes: "?", Label: "key.name.escape", Words: "key.back", Do: func(Input) { h.stack.Back() }},
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
	room := min(texts, page.PanelRoom(v)-keys-size)
	lines := make([][]string, len(rows))
	count := 0
	for i, row := range rows {
		lines[i] = textInk.Face.Wrap(row[1], size, room, helpLines)
		count += max(1, len(lines[i]))
	}
	lead := size * 1.35
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
