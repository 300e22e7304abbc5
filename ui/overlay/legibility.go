package overlay

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// composeLint lists notes of [page.Lint] over the page.
func composeLint(v page.View, notes []finding.Finding) []draw.Element {
	var s draw.Sheet
	speech := words.Of(v.Board.Config)
	f, p := v.Frame(), v.Palette
	main := draw.Ink{Face: draw.Semibold, Size: f.Floor * 1.1, Color: themes.Ink(p.Panel), On: p.Panel}
	small := draw.Ink{Face: draw.Medium, Size: f.Floor, Color: themes.SecondaryText(p.Panel, p.MinContrast), On: p.Panel}
	width := f.Tiles.W * 0.9
	most := int((f.Tiles.H-main.Size*2)/(small.Size*page.RowLead)) - 1
	lines := fitLines(speech, notes, small, width, most)
	in := page.Panel(&s, v, width, main.Size*1.7+small.Size*page.RowLead*float32(len(lines)))
	y := in.Y + main.Size*draw.CapHeight
	s.Text("heading", speech.Say("legibility.question", nil), in.X, y, main)
	y += main.Size * 1.7
	for _, line := range lines {
		s.Text("note", line, in.X, y, small)
		y += small.Size * page.RowLead
	}
	return s.Elements
}

// fitLines wraps notes into as many lines as there is room for, and says how
// many notes are left over.
func fitLines(s *words.Speech, notes []finding.Finding, k draw.Ink, width float32, most int) []string {
	if len(notes) == 0 {
		return []string{s.Say("legibility.yes", nil)}
	}
	var lines []string
	for i, note := range notes {
		wrapped := k.Face.Wrap(s.Line(note), k.Size, width, 5)
		if len(lines)+len(wrapped) > most {
			return append(lines, s.Say("legibility.more", words.Args{"Count": len(notes) - i}))
		}
		lines = append(lines, wrapped...)
	}
	return lines
}

// Legibility shows what [page.Lint] finds on this very screen until it is closed.
type Legibility struct {
	Base
	stack *Stack

	board *board.Board // for which the notes were made
	size  fyne.Size
	notes []finding.Finding
}

// NewLegibility returns the list of what cannot be read from afar.
func NewLegibility(s *Stack) *Legibility { return &Legibility{stack: s} }

// Section closes the list with the key that opens it, too.
func (l *Legibility) Section() Section {
	return Section{Title: "keys.legibility", Bindings: []Binding{
		{Keys: slices.Concat(Escape, Enter), Runes: "lq", Label: "key.name.escape", Words: "key.back", Do: func(Input) { l.stack.Back() }},
	}}
}

// Compose draws the notes. They are made once for a board and a size: measuring
// takes longer than a second's tick may.
func (l *Legibility) Compose(v page.View) []draw.Element {
	if l.board != v.Board || l.size != v.Size {
		l.board, l.size, l.notes = v.Board, v.Size, page.Lint(v.Board, v.Size)
	}
	return composeLint(v, l.notes)
}
