package draw

import (
	"bytes"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"

	"kpiwall/themes"
)

// drawer is what draws a character: the wall's own face, Fyne's font, or
// whatever the machine has.
type drawer uint8

const (
	byFace drawer = iota
	byFyne
	byMachine
)

// fonts are those of the first drawers, by face. They are read when they are first
// needed: a wall in English never needs Fyne's.
var fonts = map[drawer][2]func() *font.Face{
	byFace: {read(func() fyne.Resource { return themes.Medium }), read(func() fyne.Resource { return themes.SemiBold })},
	byFyne: {read(theme.DefaultTextFont), read(theme.DefaultTextBoldFont)},
}

func read(source func() fyne.Resource) func() *font.Face {
	return sync.OnceValue(func() *font.Face {
		f, err := font.ParseTTF(bytes.NewReader(source().Content()))
		if err != nil {
			panic("draw: embedded font: " + err.Error())
		}
		return f
	})
}

// font returns the font that one of the first drawers draws a face with.
func (f Face) font(by drawer) *font.Face { return fonts[by][f]() }

// style is how a face is asked for where other fonts draw.
func (f Face) style() fyne.TextStyle { return fyne.TextStyle{Bold: f == Semibold} }

// drawnBy returns what draws r.
func (f Face) drawnBy(r rune) drawer {
	for _, by := range []drawer{byFace, byFyne} {
		if g, ok := f.font(by).NominalGlyph(r); ok && g != 0 {
			return by
		}
	}
	return byMachine
}

// drawer returns what draws a run: the last resort that one of its characters
// needs.
func (f Face) drawer(run string) (by drawer) {
	for _, r := range run {
		by = max(by, f.drawnBy(r))
	}
	return by
}
