package draw

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

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

// drawnByFonts are the fonts of the first drawers: the two faces, and Fyne's.
type drawnByFonts struct {
	faces [2]*sfnt.Font
	fyne  *sfnt.Font
	known [2][knownRunes]drawer // by face: looking up takes longer than a page has time for
}

// knownRunes is where the alphabets end and the signs of the East begin.
const knownRunes = 0x3000

var drawnByFont = sync.OnceValue(func() *drawnByFonts {
	d := &drawnByFonts{faces: [2]*sfnt.Font{parsed(themes.Medium), parsed(themes.SemiBold)}, fyne: parsed(theme.DefaultTextFont())}
	for f := range d.known {
		for r := range d.known[f] {
			d.known[f][r] = d.lookUp(Face(f), rune(r))
		}
	}
	return d
})

func parsed(font fyne.Resource) *sfnt.Font {
	f, err := sfnt.Parse(font.Content())
	if err != nil {
		panic("draw: embedded font: " + err.Error())
	}
	return f
}

func (d *drawnByFonts) lookUp(f Face, r rune) drawer {
	var buf sfnt.Buffer
	for i, font := range []*sfnt.Font{d.faces[f], d.fyne} {
		if g, err := font.GlyphIndex(&buf, r); err == nil && g != 0 {
			return drawer(i)
		}
	}
	return byMachine
}

// drawnBy returns what draws r.
func (f Face) drawnBy(r rune) drawer {
	fonts := drawnByFont()
	if r >= 0 && r < knownRunes {
		return fonts.known[f][r]
	}
	return fonts.lookUp(f, r)
}

// drawer returns what draws a run: the last resort that one of its characters
// needs.
func (f Face) drawer(run string) (by drawer) {
	for _, r := range run {
		by = max(by, f.drawnBy(r))
	}
	return by
}

// source returns the font that draws a run: the face itself or, where the face
// lacks a character, nil for the theme's fonts, which know more scripts.
func (f Face) source(run string) (fyne.Resource, fyne.TextStyle) {
	switch {
	case f.drawer(run) != byFace:
		return nil, fyne.TextStyle{Bold: f == Semibold}
	case f == Semibold:
		return themes.SemiBold, fyne.TextStyle{}
	}
	return themes.Medium, fyne.TextStyle{}
}

// measured returns the width of a run and the distance from the top of its line
// box to its baseline, at the next whole size. Both are looked up at one size,
// which serves all, so that Fyne's cache stays small.
func (f Face) measured(run string, size float32) (width, baseline float32) {
	const measured = 100
	src, style := f.source(run)
	box, base := fyne.CurrentApp().Driver().RenderedTextSize(run, measured, style, src)
	return box.Width * whole(size) / measured, base * whole(size) / measured
}

// whole returns the size whose distances Fyne takes: it draws characters in any
// size, but as far apart as those of the next whole one, and sets the line where
// that one has it (shaping.Shape of go-text rounds up what came in 64ths).
func whole(size float32) float32 { return float32(fixed.Int26_6(size * 64).Ceil()) }
