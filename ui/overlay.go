package ui

import (
	"fyne.io/fyne/v2"

	"kpiwall/themes"
)

// overlay is something that stands over the wall and has the keyboard until it
// is closed. Escape always leads one step back.
type overlay interface {
	// compose draws the overlay over the page of v, on the wall w.
	compose(w *Wall, v view) []element
	// key and typed handle a named key and a character.
	key(w *Wall, name fyne.KeyName)
	typed(w *Wall, r rune)
}

// help shows the table of keys.
type help struct{}

func (*help) compose(_ *Wall, v view) []element {
	var s sheet
	size := v.frame().floor
	p := v.palette
	rows := Keys()
	keyInk := ink{face: semibold, size: size, color: themes.Ink(p.Panel), on: p.Panel}
	textInk := ink{face: medium, size: size, color: themes.Quiet(p.Panel, p.Least), on: p.Panel}
	var keys, texts float32
	for _, row := range rows {
		keys = max(keys, keyInk.face.width(row[0], size, false))
		texts = max(texts, textInk.face.width(row[1], size, false))
	}
	lead := size * 1.35
	in := drawPanel(&s, v, keys+size+texts, lead*float32(len(rows))-size*0.4)
	y := in.y + size*capHeight
	for _, row := range rows {
		s.text("key", row[0], in.x, y, keyInk)
		s.text("help", textInk.face.shorten(row[1], size, in.right()-in.x-keys-size), in.x+keys+size, y, textInk)
		y += lead
	}
	return s.elements
}

func (*help) key(w *Wall, name fyne.KeyName) {
	switch name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		w.closeOverlay()
	}
}

func (*help) typed(w *Wall, r rune) {
	if r == '?' {
		w.closeOverlay()
	}
}

// quit asks whether the wall is really to be closed.
type quit struct{}

func (*quit) compose(_ *Wall, v view) []element {
	var s sheet
	size, p := v.frame().floor, v.palette
	lines := []string{"Close the wall?", "Enter closes it · Esc keeps it"}
	big := ink{face: semibold, size: size * 1.3, color: themes.Ink(p.Panel), on: p.Panel}
	small := ink{face: medium, size: size, color: themes.Quiet(p.Panel, p.Least), on: p.Panel}
	width := max(big.face.width(lines[0], big.size, false), small.face.width(lines[1], size, false))
	in := drawPanel(&s, v, width, size*2.4)
	s.text("question", lines[0], in.x, in.y+big.size*capHeight, big)
	s.text("answers", lines[1], in.x, in.y+big.size*capHeight+size*1.6, small)
	return s.elements
}

func (*quit) key(w *Wall, name fyne.KeyName) {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		w.OnQuit()
	case fyne.KeyEscape:
		w.closeOverlay()
	}
}

func (*quit) typed(w *Wall, r rune) {
	switch r {
	case 'y', 'Y':
		w.OnQuit()
	case 'n', 'N', 'q', 'Q':
		w.closeOverlay()
	}
}
