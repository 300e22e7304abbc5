package draw

import (
	"image"
	"image/color"
	"sync"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// baseline returns the distance from the top of the line box of a run that the
// machine's fonts draw to the line that it is to stand on. Fyne puts it at a height
// that it does not tell, so that it is looked up in a picture.
func (f Face) baseline(run string, size float32) float32 {
	sign, onLine := reference(run)
	switch e := extentOf(sign); {
	case e.bottom <= e.top: // nothing to be seen
		_, base := fyne.CurrentApp().Driver().RenderedTextSize(run, setAt, f.style(), nil)
		return base * size / setAt
	case onLine:
		return e.bottom * size
	default:
		return ((e.top+e.bottom)/2 + CapHeight/2) * size
	}
}

// references are a letter of each script that stands on the line.
var references = []struct {
	script *unicode.RangeTable
	letter string
}{
	{unicode.Hebrew, "ה"},
	{unicode.Arabic, "ا"},
	{unicode.Thai, "ก"},
	{unicode.Devanagari, "क"},
	{unicode.Bengali, "ক"},
	{unicode.Tamil, "க"},
	{unicode.Telugu, "క"},
	{unicode.Georgian, "ა"},
	{unicode.Armenian, "Ա"},
	{unicode.Ethiopic, "አ"},
}

// square are the scripts whose signs fill a square, set by its middle.
var square = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}

// reference returns a sign of the run's script by which its height is found, and
// whether that stands on the line. Signs that do not are set at the middle of
// the capitals beside them.
func reference(run string) (sign string, onLine bool) {
	for _, r := range run {
		for _, ref := range references {
			if unicode.Is(ref.script, r) {
				return ref.letter, true
			}
		}
		switch {
		case unicode.In(r, square...):
			return "国", false
		case unicode.Is(unicode.Hangul, r):
			return "한", false
		case unicode.IsLetter(r):
			return string(r), true
		}
	}
	return run, false
}

// extent is where the ink of a sign lies below the top of its line box, in font
// sizes.
type extent struct{ top, bottom float32 }

// extents keeps what was looked up, by sign: drawing a picture takes longer than
// a page has time for.
var extents sync.Map

// extentOf draws a sign and returns where its ink lies.
func extentOf(sign string) extent {
	if e, ok := extents.Load(sign); ok {
		return e.(extent)
	}
	const size = 100
	text := canvas.NewText(sign, color.White)
	text.TextSize = size
	e := inkOf(captured(text, text.MinSize(), 1), size)
	extents.Store(sign, e)
	return e
}

// inkOf returns the rows of a picture that hold anything.
func inkOf(img image.Image, size float32) extent {
	e := extent{top: 2}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if _, _, _, a := img.At(x, y).RGBA(); a > 0x7fff {
				e.top = min(e.top, float32(y)/size)
				e.bottom = float32(y+1) / size
				break
			}
		}
	}
	return e
}
