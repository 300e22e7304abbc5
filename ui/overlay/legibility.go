package overlay

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/words"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// compose lists notes of [page.Lint] over the page.
func (l *Legibility) compose(v page.View) []draw.Element {
	p := NewPane(v)
	p.Head(p.Speech.Say("legibility.question", nil), "")
	p.Foot(Message{}, l.Section().Bindings)
	k := p.Quiet()
	for _, line := range fitLines(p.Speech, l.notes, k, p.In.W, int(p.Room()/(k.Size*wrapLead))-1) {
		p.Wrapped("note", line, 1, k)
	}
	return p.Done()
}

// noteLines is how many lines a note may take.
const noteLines = 5

// fitLines wraps notes into as many lines as there is room for, and says how
// many notes are left over.
func fitLines(s *words.Speech, notes []finding.Finding, k draw.Ink, width float32, most int) []string {
	if len(notes) == 0 {
		return k.Face.Wrap(s.Say("legibility.yes", nil), k.Size, width, noteLines)
	}
	var lines []string
	for i, note := range notes {
		wrapped := k.Face.Wrap(s.Line(note), k.Size, width, noteLines)
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
	return l.compose(v)
}
