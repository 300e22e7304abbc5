package draw

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
)

func TestBox_Geometry(t *testing.T) {
	b := NewBox(10, 20, 100, 50)
	for name, row := range map[string]struct{ got, want Box }{
		"inset":         {b.Inset(5), NewBox(15, 25, 90, 40)},
		"outset":        {b.Inset(-5), NewBox(5, 15, 110, 60)},
		"moved":         {b.Moved(fyne.NewPos(3, -4)), NewBox(13, 16, 100, 50)},
		"of an element": {Element{At: fyne.NewPos(10, 20), Size: fyne.NewSize(100, 50)}.Box(), b},
	} {
		if row.got != row.want {
			t.Errorf("%s: got %v, want %v", name, row.got, row.want)
		}
	}
	if b.Right() != 110 || b.Bottom() != 70 {
		t.Errorf("it ends at %v, %v", b.Right(), b.Bottom())
	}
}

// points is art that holds a slice, which == would not compare.
type points []float32

func (points) Paint(*Drawing) {}

// What is the same is not drawn again, so a difference that is overlooked stays on
// the wall.
func TestSame_SeesEveryDifference(t *testing.T) {
	base := Element{
		Part: PartID{"name", "mrr"}, At: fyne.NewPos(1, 2), Size: fyne.NewSize(3, 4), Text: "MRR", Points: 20,
		Color: color.NRGBA{A: 255}, Art: points{1, 2}, Picture: &Picture{Name: "a.png", Data: []byte{1}},
	}
	same := base
	same.Art, same.Picture = points{1, 2}, &Picture{Name: "a.png", Data: []byte{1}}
	if !base.Same(same) {
		t.Error("equal art and an equal picture count as others")
	}
	for name, change := range map[string]func(*Element){
		"part":    func(e *Element) { e.Part.Of = "churn" },
		"place":   func(e *Element) { e.At.X++ },
		"size":    func(e *Element) { e.Size.Height++ },
		"colour":  func(e *Element) { e.Color.R++ },
		"text":    func(e *Element) { e.Text += "." },
		"face":    func(e *Element) { e.Face = Semibold },
		"points":  func(e *Element) { e.Points++ },
		"outline": func(e *Element) { e.Stroke = 1 },
		"art":     func(e *Element) { e.Art = points{1, 3} },
		"no art":  func(e *Element) { e.Art = nil },
		"picture": func(e *Element) { e.Picture = &Picture{Name: "a.png", Data: []byte{2}} },
	} {
		other := base
		change(&other)
		if base.Same(other) {
			t.Errorf("another %s counts as the same", name)
		}
	}
}
