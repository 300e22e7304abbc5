package ui

import (
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"golang.org/x/image/font/sfnt"

	"kpiwall/themes"
)

// face is one of the wall's two weights.
type face uint8

const (
	medium face = iota
	semibold
)

// capHeight is the height of a capital or a digit in the wall's faces, as a
// share of the font size: legibility is measured on it.
const capHeight = 0.698

// glyphs tells which characters a face can draw.
var glyphs = sync.OnceValue(func() [2]*sfnt.Font {
	var fonts [2]*sfnt.Font
	for i, res := range []fyne.Resource{themes.Medium, themes.SemiBold} {
		f, err := sfnt.Parse(res.Content())
		if err != nil {
			panic("ui: embedded font: " + err.Error())
		}
		fonts[i] = f
	}
	return fonts
})

// source returns the font that draws text: the face itself or, where the face
// lacks a character, nil for the theme's fonts, which know more scripts.
func (f face) source(text string) (fyne.Resource, fyne.TextStyle) {
	var buf sfnt.Buffer
	for _, r := range text {
		if g, err := glyphs()[f].GlyphIndex(&buf, r); err != nil || g == 0 {
			return nil, fyne.TextStyle{Bold: true}
		}
	}
	if f == semibold {
		return themes.SemiBold, fyne.TextStyle{}
	}
	return themes.Medium, fyne.TextStyle{}
}

// width returns how wide text is at a font size. Tabular text is set a
// character at a time, without kerning.
func (f face) width(text string, size float32, tabular bool) float32 {
	if !tabular {
		w, _ := f.measure(text, size)
		return w
	}
	var sum float32
	for _, r := range text {
		w, _ := f.measure(string(r), size)
		sum += w
	}
	return sum
}

// measure returns the width of text and the distance from the top of its line
// box to its baseline. Both grow linearly with the size, so that one measured
// size serves all and Fyne's cache stays small.
func (f face) measure(text string, size float32) (width, baseline float32) {
	const measured = 100
	src, style := f.source(text)
	box, base := fyne.CurrentApp().Driver().RenderedTextSize(text, measured, style, src)
	return box.Width * size / measured, base * size / measured
}

// fit returns the largest size at which text is at most width wide and its
// capitals at most height high.
func (f face) fit(text string, width, height float32, tabular bool) float32 {
	size := height / capHeight
	if w := f.width(text, 100, tabular); w > 0 {
		size = min(size, 100*width/w)
	}
	return size
}

// wrap breaks text into at most lines lines of at most width, between words
// where it can, and shortens what is left over with an ellipsis.
func (f face) wrap(text string, size, width float32, lines int) []string {
	var out []string
	rest := strings.Join(strings.Fields(text), " ")
	for rest != "" && len(out) < lines-1 {
		if f.width(rest, size, false) <= width {
			return append(out, rest)
		}
		head := f.head(rest, size, width)
		if i := strings.LastIndexByte(head, ' '); i > 0 && len(head) < len(rest) && rest[len(head)] != ' ' {
			head = head[:i]
		}
		if head == "" {
			break
		}
		out = append(out, strings.TrimSpace(head))
		rest = strings.TrimSpace(rest[len(head):])
	}
	if rest == "" {
		return out
	}
	return append(out, f.shorten(rest, size, width))
}

// shorten returns text, or as much of it as fits with an ellipsis.
func (f face) shorten(text string, size, width float32) string {
	if f.width(text, size, false) <= width {
		return text
	}
	head := f.head(text, size, width-f.width("…", size, false))
	return strings.TrimRight(head, " ,;:·–-") + "…"
}

// head returns the longest prefix of text that is at most width wide.
func (f face) head(text string, size, width float32) string {
	ends := []int{0}
	for i, r := range text {
		ends = append(ends, i+len(string(r)))
	}
	lo, hi := 0, len(ends)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if f.width(text[:ends[mid]], size, false) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return text[:ends[lo]]
}
