package draw

import (
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
)

// sketch is art made of a function.
type sketch func(*Drawing)

func (s sketch) Paint(d *Drawing) { s(d) }

// painted paints art into an empty picture of w × h pixels.
func painted(a Art, tint color.NRGBA, w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	e := Element{Size: fyne.NewSize(float32(w), float32(h)), Art: a, Color: tint}
	NewPainter().Paint(img, []image.Rectangle{img.Rect}, 1, image.Point{}, []Element{e})
	return img
}

// coverage returns how many pixels are painted, those at an edge in part.
func coverage(img image.Image) (sum float64) {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			sum += float64(alphaAt(img, x, y)) / 255
		}
	}
	return sum
}

func alphaAt(img image.Image, x, y int) uint8 {
	return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA).A
}

func TestDrawing_ShapesHaveTheirArea(t *testing.T) {
	ring := [][]Point{Disc(Pt(50, 50), 40), Reversed(Disc(Pt(50, 50), 30))}
	for name, row := range map[string]struct {
		paint sketch
		want  float64
	}{
		"a disc":                      {func(d *Drawing) { d.Fill(black, Disc(Pt(50, 50), 40)) }, math.Pi * 1600},
		"a ring has a hole":           {func(d *Drawing) { d.Fill(black, ring...) }, math.Pi * 700},
		"a slanted bar":               {func(d *Drawing) { d.Fill(black, Bar(Pt(20, 20), Pt(80, 80), 10)) }, 60 * math.Sqrt2 * 10},
		"a bar without length":        {func(d *Drawing) { d.Fill(black, Bar(Pt(50, 50), Pt(50, 50), 20)) }, math.Pi * 100},
		"a stroke with round ends":    {func(d *Drawing) { d.Stroke(black, 10, Pt(20, 50), Pt(80, 50)) }, 600 + math.Pi*25},
		"a stroke's joins count once": {func(d *Drawing) { d.Stroke(black, 10, Pt(20, 50), Pt(50, 50), Pt(80, 50)) }, 600 + math.Pi*25},
		"what lies outside is cut":    {func(d *Drawing) { d.Fill(black, Outline(-50, -50, 50, -50, 50, 50, -50, 50)) }, 2500},
		"a corner":                    {func(d *Drawing) { d.Fill(black, Outline(0, 0, 100, 0, 0, 100)) }, 5000},
	} {
		if got := coverage(painted(row.paint, black, 100, 100)); math.Abs(got-row.want) > row.want*0.02 {
			t.Errorf("%s covers %.0f pixels, want %.0f", name, got, row.want)
		}
	}
}

// Neighbouring bands of a target would show a line between them otherwise.
func TestDrawing_RowsMeetWithoutASeam(t *testing.T) {
	half := color.NRGBA{A: 128}
	img := painted(sketch(func(d *Drawing) {
		d.FillRows(half, 0, 0, 33.4, 20)
		d.FillRows(half, 33.4, 0, 66.7, 20)
		d.FillRows(half, 66.7, 0, 100, 20)
	}), black, 100, 20)
	for x := range 100 {
		if a := alphaAt(img, x, 10); a != 128 {
			t.Errorf("at %d the band is %d strong", x, a)
		}
	}
}

// A tile may leave no room at all for its chart.
func TestArt_OfNoSizePaintsNothing(t *testing.T) {
	img := painted(sketch(func(*Drawing) { t.Error("it is painted") }), black, 0, 12)
	if img.Bounds().Empty() || coverage(img) != 0 {
		t.Errorf("got a picture of %v", img.Bounds())
	}
}

func TestArt_GivesTheArtItsTint(t *testing.T) {
	red := color.NRGBA{R: 200, A: 255}
	img := painted(sketch(func(d *Drawing) { d.FillRows(d.Tint, 0, 0, d.W, d.H) }), red, 8, 8)
	if got := color.NRGBAModel.Convert(img.At(4, 4)); got != red {
		t.Errorf("it is %v", got)
	}
}
