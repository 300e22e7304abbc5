package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// binding is one thing that a key does on the wall. The table below is the only
// place that names keys: it feeds the dispatch, the help on the screen and the
// README's table.
type binding struct {
	keys  []fyne.KeyName
	runes string // characters, where the key is a letter, a digit or a sign
	label string // the keys as help shows them
	help  string
	do    func(w *Wall, in input)
}

// input is a key as it was pressed: a named key, or a character.
type input struct {
	key  fyne.KeyName
	char rune
}

func bindings() []binding {
	return []binding{
		{
			keys: []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}, runes: "eE", label: "Enter or e",
			help: "enter values; or look into the chosen tile", do: func(w *Wall, in input) { w.enterOrLook(in) },
		},
		{
			keys: []fyne.KeyName{fyne.KeyUp, fyne.KeyDown}, label: "↑ ↓", help: "choose a tile",
			do: func(w *Wall, in input) { w.mark(in.key) },
		},
		{
			keys: []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight}, label: "← →", help: "page back, page on",
			do: func(w *Wall, in input) { w.turn(in.key) },
		},
		{
			runes: "123456789", label: "1 … 9", help: "go to a page",
			do: func(w *Wall, in input) { w.jump(int(in.char - '1')) },
		},
		{
			keys: []fyne.KeyName{fyne.KeySpace}, label: "Space", help: "hold the page, let it go",
			do: func(w *Wall, _ input) { w.toggleHold() },
		},
		{
			runes: "uU", label: "u", help: "undo what was entered last here",
			do: func(w *Wall, _ input) { w.takeBack(func(m message) { w.say(m.text) }) },
		},
		{
			runes: "hH", label: "h", help: "all values of the chosen tile",
			do: func(w *Wall, _ input) { w.showHistory(w.markedOrFirst()) },
		},
		{
			keys: []fyne.KeyName{fyne.KeyF11}, runes: "fF", label: "f or F11", help: "full screen on, off",
			do: func(w *Wall, _ input) { w.OnFullScreen() },
		},
		{
			runes: "lL", label: "l", help: "what cannot be read from afar",
			do: func(w *Wall, _ input) { w.open(&lintList{}) },
		},
		{
			runes: "?", label: "?", help: "this help",
			do: func(w *Wall, _ input) { w.open(&help{}) },
		},
		{
			runes: "qQ", label: "q", help: "close the wall",
			do: func(w *Wall, _ input) { w.open(&quit{}) },
		},
		{
			keys: []fyne.KeyName{fyne.KeyEscape}, label: "Esc", help: "one step back, to the wall",
			do: func(w *Wall, _ input) { w.setMark("") },
		},
	}
}

// matches reports whether b is what in presses.
func (b binding) matches(in input) bool {
	if in.char != 0 {
		return strings.ContainsRune(b.runes, in.char)
	}
	return slices.Contains(b.keys, in.key)
}

// Keys returns the bindings as rows of keys and meaning, for the manual.
func Keys() [][2]string {
	var rows [][2]string
	for _, b := range bindings() {
		rows = append(rows, [2]string{b.label, b.help})
	}
	return rows
}
