package overlay

import (
	"slices"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Measures of the help: the distance of two lines, in font sizes; the room behind the
// keys and between two columns, and the width that a column's text has at least, in
// sizes of the panel's text; and how many lines the help for a key may take.
const (
	helpLead    = 1.35
	behindKeys  = 0.7
	betweenCols = 1.2
	minHelpText = 8.5
	maxHelpCols = 2
	helpLines   = 4
)

// Help shows what the keys do, over what has them.
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

// helpRow is a key and what it does, or why it does nothing now, also in lines.
type helpRow struct {
	key, text string
	lines     []string
}

// Compose draws the keys and what they do in columns, of which the first is read first.
func (h *Help) Compose(v page.View) []draw.Element {
	p := NewPane(v)
	p.Head(p.Speech.Say(h.of.Title, nil), p.Speech.Say("keys.help", nil))
	p.Foot(Message{}, h.Section().Bindings)
	size, cols := p.Size, h.columns(p, p.Size)
	for p.height(cols, size) > p.Room() && size > p.Near { // people who ask for help are near
		size = max(p.Near, size-1)
		cols = h.columns(p, size)
	}
	top, end := p.Y, p.Y
	wide := p.columnWidth(len(cols))
	for i, col := range cols {
		x := p.In.X + float32(i)*(wide+p.Size*betweenCols)
		text := x + widestKey(p, col, size) + p.Size*behindKeys
		p.Y = top
		for _, row := range col {
			p.helpRow(row, x, text, size)
		}
		end = max(end, p.Y)
	}
	p.Y = end
	return p.Done()
}

// helpRow sets one key and what it does.
func (p *Pane) helpRow(row helpRow, x, text, size float32) {
	key, said := p.Main(), p.Quiet()
	key.Size, said.Size = size, size
	p.Text("key", row.key, x, p.Y+size*draw.CapHeight, key)
	for _, line := range row.lines {
		p.Text("help", line, text, p.Y+size*draw.CapHeight, said)
		p.Y += size * helpLead
	}
}

// columns breaks what the keys do into lines of a size, in two columns where their texts
// have room beside each other.
func (h *Help) columns(p *Pane, size float32) [][]helpRow {
	rows := h.rows(p)
	half := (len(rows) + 1) / 2
	for n := maxHelpCols; ; n-- {
		cols := [][]helpRow{rows}
		if n > 1 {
			cols = [][]helpRow{rows[:half], rows[half:]}
		}
		narrow := false
		for _, col := range cols {
			room := p.columnWidth(n) - widestKey(p, col, size) - p.Size*behindKeys
			narrow = narrow || room < size*minHelpText
			for i := range col {
				col[i].lines = p.Quiet().Face.Wrap(col[i].text, size, room, helpLines)
			}
		}
		if n == 1 || !narrow {
			return cols
		}
	}
}

func widestKey(p *Pane, rows []helpRow, size float32) (w float32) {
	for _, row := range rows {
		w = max(w, p.Main().Face.Width(row.key, size, false))
	}
	return w
}

// columnWidth is that of one of n columns.
func (p *Pane) columnWidth(n int) float32 {
	return (p.In.W - float32(n-1)*p.Size*betweenCols) / float32(n)
}

// height returns how high the highest of the columns is.
func (p *Pane) height(cols [][]helpRow, size float32) (h float32) {
	for _, col := range cols {
		lines := 0
		for _, row := range col {
			lines += len(row.lines)
		}
		h = max(h, size*(helpLead*float32(lines)))
	}
	return h
}

// rows returns the section's rows, without those that this wall has not; what does nothing
// now says why.
func (h *Help) rows(p *Pane) (rows []helpRow) {
	for _, b := range h.of.Bindings {
		if b.Label == "" || !b.has() {
			continue
		}
		text := b.words(p.Speech)
		if why := b.off(); why != "" {
			text += " (" + why + ")"
		}
		rows = append(rows, helpRow{key: b.label(p.Speech), text: text})
	}
	return rows
}
