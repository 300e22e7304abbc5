package draw

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2/test"
)

// drawn returns the box of what is to be seen of a line of text, set at x = 10
// on the baseline y = 60.
func drawn(text string, k Ink) image.Rectangle {
	var s Sheet
	s.Text("text", text, 10, 60, k)
	img := image.NewRGBA(image.Rect(0, 0, 900, 90))
	NewPainter().Paint(img, []image.Rectangle{img.Rect}, 1, image.Point{}, s.Elements)
	var seen image.Rectangle
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

// A painter keeps to what an element reaches: were that too little, signs would be cut.
func TestText_ReachesAsFarAsItsSigns(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{"gjpqy", "ÅŽÇ", "ở̂", "j", "1,234", "Выручка", "(@)", "ﬁ f’"} {
		for size := float32(9); size < 90; size *= 1.37 {
			for _, tabular := range []bool{false, true} {
				for _, scale := range []float32{0.7, 2} {
					var s Sheet
					s.Text("text", text, 100.3, 150.6, Ink{Face: Semibold, Size: size, Color: black, Tabular: tabular})
					img := image.NewRGBA(image.Rect(0, 0, 1300, 420))
					NewPainter().Paint(img, []image.Rectangle{img.Rect}, scale, image.Point{}, s.Elements)
					reach := pixelsAround(s.Elements[0].reach(), scale)
					if seen := seenIn(img); !seen.In(reach.Inset(1)) {
						t.Errorf("%q at %.1f, scale %v: drawn in %v, reaches %v", text, size, scale, seen, reach)
					}
				}
			}
		}
	}
}

// seenIn returns the box of what is to be seen of a picture.
func seenIn(img *image.RGBA) (seen image.Rectangle) {
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.Pix[img.PixOffset(x, y)+3] > 0 {
				seen = seen.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return seen
}
