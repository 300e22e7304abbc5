package draw

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"fyne.io/fyne/v2/test"
)

func pngOf(t *testing.T, c color.NRGBA) *Picture {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 20, 10))
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = c.R, c.G, c.B, c.A
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return &Picture{Name: "logo.png", Data: b.Bytes()}
}

func TestPicture_IsVisibleWhereSomethingOfItIsSeen(t *testing.T) {
	test.NewTempApp(t)
	for name, row := range map[string]struct {
		p    *Picture
		want bool
	}{
		"a red PNG":        {pngOf(t, color.NRGBA{R: 255, A: 255}), true},
		"a clear PNG":      {pngOf(t, color.NRGBA{R: 255}), false},
		"a broken PNG":     {&Picture{Name: "a.png", Data: []byte("\x89PNG")}, false},
		"an SVG":           {&Picture{Name: "a.svg", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>`)}, true},
		"an SVG of text":   {&Picture{Name: "a.svg", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><text y="2">A</text></svg>`)}, false},
		"something else":   {&Picture{Name: "a.svg", Data: []byte("hello")}, false},
		"an empty picture": {&Picture{Name: "a.png"}, false},
	} {
		if got := row.p.Visible(); got != row.want {
			t.Errorf("%s is visible: %v", name, got)
		}
	}
}

// A logo that was saved anew under its old name would stay the old one otherwise.
func TestPicture_OfAnotherContentIsAnotherResource(t *testing.T) {
	red, blue := pngOf(t, color.NRGBA{R: 255, A: 255}), pngOf(t, color.NRGBA{B: 255, A: 255})
	if red.resource().Name() == blue.resource().Name() {
		t.Error("two contents share a name")
	}
	if again := pngOf(t, color.NRGBA{R: 255, A: 255}); red.resource().Name() != again.resource().Name() {
		t.Error("one content has two names")
	}
}
