package draw

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/test"
)

var black = color.NRGBA{A: 255}

func TestSheet_NamesWhatIsAddedToIt(t *testing.T) {
	test.NewTempApp(t)
	s := Sheet{Of: "mrr"}
	s.Rect("fill", NewBox(0, 0, 10, 10), black, 2).Stroke = 3
	s.Art("mark", NewBox(1, 2, 3, 4), points{1}, black)
	s.Picture("logo", NewBox(5, 6, 7, 8), &Picture{Name: "l.png"})
	s.Of = "churn"
	s.Text("name", "Churn", 0, 20, Ink{Size: 12})
	for i, want := range []PartID{{"fill", "mrr"}, {"mark", "mrr"}, {"logo", "mrr"}, {"name", "churn"}} {
		if got := s.Elements[i].Part; got != want {
			t.Errorf("element %d is %v, want %v", i, got, want)
		}
	}
	fill, mark, logo := s.Elements[0], s.Elements[1], s.Elements[2]
	if fill.Stroke != 3 || fill.Radius != 2 || mark.Art == nil || mark.Box() != NewBox(1, 2, 3, 4) || logo.Picture == nil || logo.Box() != NewBox(5, 6, 7, 8) {
		t.Errorf("got %+v", s.Elements)
	}
}

// A text's box is what is measured for legibility: from the capitals' height to the
// baseline.
func TestSheet_TextFillsTheBoxFromItsCapitalsToItsBaseline(t *testing.T) {
	test.NewTempApp(t)
	for _, k := range []Ink{{Face: Medium, Size: 19.3}, {Face: Semibold, Size: 19.3, Tabular: true}} {
		var s Sheet
		w := s.Text("t", "1,234", 100, 60, k)
		e := s.Elements[0]
		if e.Box().Bottom() != 60 || e.At.X != 100 || e.Size.Width != w || w != k.Face.Width("1,234", k.Size, k.Tabular) {
			t.Errorf("tabular %v: it is %v wide, its box %v", k.Tabular, w, e.Box())
		}
		if rise := e.Points * CapHeight; e.Size.Height < rise-0.01 || e.Size.Height > rise+0.01 {
			t.Errorf("tabular %v: the box is %.2f high, capitals are %.2f", k.Tabular, e.Size.Height, rise)
		}
		if want := map[bool]float32{true: 19.3, false: 20}[k.Tabular]; e.Points != want {
			t.Errorf("tabular %v: set in %v, want %v", k.Tabular, e.Points, want)
		}
	}
}

func TestSheet_TextRightEndsWhereItShould(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{"14:32", "הכנסה MRR", "🚀 up"} {
		var s Sheet
		w := s.TextRight("t", text, 300, 40, Ink{Face: Medium, Size: 22})
		if b := s.Elements[0].Box(); w == 0 || b.Right() < 299.9 || b.Right() > 300.1 {
			t.Errorf("%q ends at %v", text, b.Right())
		}
	}
}

func TestSheet_NoTextIsNoElement(t *testing.T) {
	test.NewTempApp(t)
	var s Sheet
	if w := s.Text("t", "", 0, 0, Ink{Size: 20}) + s.TextRight("t", "", 0, 0, Ink{Size: 20}); w != 0 || len(s.Elements) > 0 {
		t.Errorf("it is %v wide: %v", w, s.Elements)
	}
}
