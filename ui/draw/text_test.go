package draw

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// drawn returns the box of what is to be seen of a line of text, set at x = 10
// on the baseline y = 60.
func drawn(text string, k Ink) image.Rectangle {
	var s Sheet
	s.Text("text", text, 10, 60, k)
	l := NewLayer()
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(l.Box)
	c.Resize(fyne.NewSize(900, 90))
	l.Set(s.Elements)
	var seen image.Rectangle
	img := c.Capture()
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if _, _, _, a := img.At(x, y).RGBA(); a > 0x5fff {
				seen = seen.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return seen
}

// What was measured decides where a line is cut and what stands beside it. Sizes
// are hardly ever whole.
func TestText_IsDrawnAsWideAsItWasMeasured(t *testing.T) {
	test.NewTempApp(t)
	const text = "HHHH the number of customers who had cancelled by the end of HHHH"
	for _, tabular := range []bool{false, true} {
		for size := float32(12); size < 22; size += 0.3 {
			k := Ink{Face: Medium, Size: size, Color: color.NRGBA{A: 255}, Tabular: tabular}
			measured := 10 + Medium.Width(text, size, tabular)
			if right := float32(drawn(text, k).Max.X); right > measured+0.5 || right < measured-size*0.2 {
				t.Errorf("tabular %v, size %.1f: drawn up to %.0f, measured up to %.1f", tabular, size, right, measured)
			}
		}
	}
}

func TestText_StandsOnItsBaseline(t *testing.T) {
	test.NewTempApp(t)
	for size := float32(12); size < 40; size += 0.7 {
		if foot := drawn("HE", Ink{Face: Semibold, Size: size, Color: color.NRGBA{A: 255}}).Max.Y; foot < 59 || foot > 61 {
			t.Errorf("size %.1f: the baseline is 60, drawn down to %d", size, foot)
		}
	}
}
