package ui

import (
	"fyne.io/fyne/v2"

	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// overlay is something that stands over the wall and has the keyboard until it
// is closed. Escape always leads one step back.
type overlay interface {
	// compose draws the overlay over the page of v, on the wall w.
	compose(w *Wall, v page.View) []draw.Element
	// key and typed handle a named key and a character.
	key(w *Wall, name fyne.KeyName)
	typed(w *Wall, r rune)
}

// help shows the table of keys.
type help struct{}

func (*help) compose(_ *Wall, v page.View) []draw.Element {
	var s draw.Sheet
	size := v.Frame().Floor
	p := v.Palette
	rows := Keys()
	keyInk := draw.Ink{Face: draw.Semibold, Size: size, Color: themes.Ink(p.Panel), On: p.Panel}
	textInk := draw.Ink{Face: draw.Medium, Size: size, Color: themes.SecondaryText(p.Panel, p.MinContrast), On: p.Panel}
	var keys, texts float32
	for _, row := range rows {
		keys = max(keys, keyInk.Face.Width(row[0], size, false))
		texts = max(texts, textInk.Face.Width(row[1], size, false))
	}
	lead := size * 1.35
	in := page.Panel(&s, v, keys+size+texts, lead*float32(len(rows))-size*0.4)
	y := in.Y + size*draw.CapHeight
	for _, row := range rows {
		s.Text("key", row[0], in.X, y, keyInk)
		s.Text("help", textInk.Face.Shorten(row[1], size, in.Right()-in.X-keys-size), in.X+keys+size, y, textInk)
		y += lead
	}
	return s.Elements
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

func (*quit) compose(w *Wall, v page.View) []draw.Element {
	var s draw.Sheet
	size, p := v.Frame().Floor, v.Palette
	lines := []string{"Close the wall?", "Enter closes it · Esc keeps it"}
	if loss := w.session.loss(); loss != "" {
		lines = append([]string{lines[0]}, loss, lines[1])
	}
	big := draw.Ink{Face: draw.Semibold, Size: size * 1.3, Color: themes.Ink(p.Panel), On: p.Panel}
	small := draw.Ink{Face: draw.Medium, Size: size, Color: themes.SecondaryText(p.Panel, p.MinContrast), On: p.Panel}
	width := big.Face.Width(lines[0], big.Size, false)
	for _, line := range lines[1:] {
		width = max(width, small.Face.Width(line, size, false))
	}
	in := page.Panel(&s, v, width, size*(0.8+1.6*float32(len(lines)-1)))
	y := in.Y + big.Size*draw.CapHeight
	s.Text("question", lines[0], in.X, y, big)
	for _, line := range lines[1:] {
		y += size * 1.6
		s.Text("answers", line, in.X, y, small)
	}
	return s.Elements
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
