package draw

import (
	"sync"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// line is a text as it is set: runs beside each other.
type line struct {
	runs  []run
	width float32 // in font sizes

	ink // of all runs
}

// ink is how far signs reach: to the left and right, seen from where they begin, and
// above and below the line, in font sizes.
type ink struct{ left, right, up, down float32 }

// with returns the reach of two, of which one begins further right.
func (k ink) with(o ink, at float32) ink {
	return ink{min(k.left, o.left+at), max(k.right, o.right+at), max(k.up, o.up), max(k.down, o.down)}
}

// lineBox is more than a line of the machine's fonts takes above and below.
var lineBox = ink{up: 1.5, down: 1}

// run is a piece of text that one font draws.
type run struct {
	text  string
	by    drawer
	width float32 // in font sizes
	glyph []glyph // unless it is drawn by the machine's fonts
	ink   ink
}

// glyph is a sign of a font and where its origin lies, seen from the beginning of
// its run, in font sizes; up is above the line.
type glyph struct {
	id    font.GID
	x, up float32
}

// setAt is the size at which text is measured and set for all sizes.
const setAt = 100

// keptLines is how much of set lines is kept, in bytes: those of some pages, and what
// wrapping them has tried. A page has some 20 KB of them.
const keptLines = 1 << 20

// typesetter sets text. Neither go-text's shaper and fonts nor Fyne's are for more
// than one goroutine at a time, while pictures are drawn by several.
var typesetter = struct {
	sync.Mutex
	shaper    shaping.HarfbuzzShaper
	segmenter shaping.Segmenter
	lines     *cache[lineKey, *line]
}{lines: newCache[lineKey, *line](keptLines)}

type lineKey struct {
	face    Face
	tabular bool
	text    string
}

// line sets text, or looks up how it was set before.
func (f Face) line(text string, tabular bool) *line {
	typesetter.Lock()
	defer typesetter.Unlock()
	key := lineKey{f, tabular, text}
	if l, ok := typesetter.lines.get(key); ok {
		return l
	}
	l := &line{}
	for _, piece := range f.runs(text, tabular) {
		r := f.set(piece)
		l.runs = append(l.runs, r)
		l.ink = l.ink.with(r.ink, l.width)
		l.width += r.width
	}
	typesetter.lines.put(key, l, l.size())
	return l
}

// size returns about how many bytes a line takes, with its place in the cache.
func (l *line) size() int {
	size := 250
	for _, r := range l.runs {
		size += 80 + 2*len(r.text) + 12*cap(r.glyph)
	}
	return size
}

// set sets a run: by the shaper that Fyne draws text with, in the same way, or, what
// the machine's fonts draw, by Fyne itself.
func (f Face) set(text string) run {
	r := run{text: text, by: f.drawer(text)}
	if r.by != byMachine {
		if f.shape(&r) {
			return r
		}
		r = run{text: text, by: byMachine}
	}
	box, _ := fyne.CurrentApp().Driver().RenderedTextSize(text, setAt, f.style(), nil)
	r.width = box.Width / setAt
	r.ink = lineBox
	r.ink.right = r.width
	return r
}

// shape turns a run into glyphs of a font, and reports whether that has all of them.
func (f Face) shape(r *run) bool {
	runes, from := []rune(r.text), f.font(r.by)
	r.glyph = make([]glyph, 0, len(runes))
	whole := shaping.Input{Text: runes, RunEnd: len(runes), Face: from, Size: fixed.I(setAt)}
	for _, in := range typesetter.segmenter.Split(whole, oneFont{from}) {
		for _, g := range typesetter.shaper.Shape(in).Glyphs {
			if g.GlyphID == 0 {
				return false
			}
			at := glyph{g.GlyphID, r.width + inSizes(g.XOffset), inSizes(g.YOffset)}
			r.glyph = append(r.glyph, at)
			left, up := inSizes(g.XBearing), at.up+inSizes(g.YBearing)
			r.ink = r.ink.with(ink{left, left + inSizes(g.Width), up, -up - inSizes(g.Height)}, at.x)
			r.width += inSizes(g.Advance)
		}
	}
	return true
}

// inSizes returns a distance at the size setAt, in font sizes.
func inSizes(i fixed.Int26_6) float32 { return float32(i) / (64 * setAt) }

// oneFont has the same font for every character.
type oneFont struct{ face *font.Face }

func (f oneFont) ResolveFace(rune) *font.Face { return f.face }

// whole returns the size whose distances text is set in that is not tabular: Fyne
// draws characters in any size, but as far apart as those of the next whole one
// ([shaping.HarfbuzzShaper] rounds up what came in 64ths), and what it draws of
// other scripts must meet what the wall's own faces draw beside it.
func whole(size float32) float32 { return float32(fixed.Int26_6(size * 64).Ceil()) }
