package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/themes"
)

// composeLint lists notes of [Lint] over the page.
func composeLint(v view, notes []string) []element {
	var s sheet
	f, p := v.frame(), v.palette
	main := ink{face: semibold, size: f.floor * 1.1, color: themes.Ink(p.Panel), on: p.Panel}
	small := ink{face: medium, size: f.floor, color: themes.Quiet(p.Panel, p.Least), on: p.Panel}
	width := f.tiles.w * 0.9
	most := int((f.tiles.h-main.size*2)/(small.size*rowLead)) - 1
	lines := fitLines(notes, small, width, most)
	in := drawPanel(&s, v, width, main.size*1.7+small.size*rowLead*float32(len(lines)))
	y := in.y + main.size*capHeight
	s.text("heading", "Can everybody read this?", in.x, y, main)
	y += main.size * 1.7
	for _, line := range lines {
		s.text("note", line, in.x, y, small)
		y += small.size * rowLead
	}
	return s.elements
}

// fitLines wraps notes into as many lines as there is room for, and says how
// many notes are left over.
func fitLines(notes []string, k ink, width float32, most int) []string {
	if len(notes) == 0 {
		return []string{"Yes: nothing is too small, shortened or left out."}
	}
	var lines []string
	for i, note := range notes {
		wrapped := k.face.wrap(note, k.size, width, 3)
		if len(lines)+len(wrapped) > most {
			return append(lines, fmt.Sprintf("and %d more: see `kpiwall check`", len(notes)-i))
		}
		lines = append(lines, wrapped...)
	}
	return lines
}

// lintList shows what [Lint] finds on this very screen until it is closed.
type lintList struct {
	board *board.Board // for which the notes were made
	size  fyne.Size
	notes []string
}

func (l *lintList) compose(_ *Wall, v view) []element {
	if l.board != v.board || l.size != v.size { // measuring takes longer than a second's tick may
		l.board, l.size, l.notes = v.board, v.size, Lint(v.board, v.size)
	}
	return composeLint(v, l.notes)
}

func (*lintList) key(w *Wall, name fyne.KeyName) {
	switch name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		w.closeOverlay()
	}
}

func (*lintList) typed(w *Wall, _ rune) { w.closeOverlay() }
