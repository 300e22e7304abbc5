package draw

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// newTestScene returns a scene of 400 × 300 with two layers.
func newTestScene() (s *Scene, below, above *Layer) {
	s = NewScene()
	s.SetGround(color.NRGBA{20, 30, 40, 255})
	s.Resize(fyne.NewSize(400, 300))
	below, above = s.NewLayer(), s.NewLayer()
	s.Stack(below, above)
	return s, below, above
}

// anything returns an element of a random kind at a random place.
func anything(r *rand.Rand, logo *Picture) Element {
	e := Element{
		At: fyne.NewPos(r.Float32()*380, r.Float32()*280), Size: fyne.NewSize(4+r.Float32()*80, 4+r.Float32()*60),
		Color: color.NRGBA{uint8(r.IntN(256)), uint8(r.IntN(256)), uint8(r.IntN(256)), uint8(100 + r.IntN(156))},
	}
	switch r.IntN(7) {
	case 0:
		e.Radius, e.Stroke, e.Line = r.Float32()*20, r.Float32()*5, color.NRGBA{255, 255, 255, 200}
	case 1:
		e.Art = wave(r.IntN(5))
	case 2:
		e.Picture = logo
	case 3, 4:
		e.Text = []string{"gÅÇj", "1,234.5", "ở̂ Ž", "Выручка", "Team 🚀 up", "הכנסה"}[r.IntN(6)]
		e.Points, e.Face, e.Tabular = 8+r.Float32()*50, Face(r.IntN(2)), r.IntN(2) == 0
		e.Size = fyne.NewSize(e.Face.Width(e.Text, e.Points, e.Tabular), e.Points*CapHeight)
	default:
		e.Radius = float32(r.IntN(2)) * r.Float32() * 30
	}
	return e
}

// wave is art with a line, a disc and rows, which are all of a drawing's means.
type wave int

func (w wave) Paint(d *Drawing) {
	d.FillRows(color.NRGBA{0, 90, 0, 130}, d.W*0.1, d.H*0.23, d.W*0.9, d.H*0.71)
	line := []Point{}
	for i := range 7 {
		line = append(line, Pt(d.W*float32(i)/6, d.H*float32((i*int(w)+i*i)%5)/4))
	}
	d.Stroke(d.Tint, 3, line...)
	d.Fill(color.NRGBA{255, 0, 0, 255}, Disc(Pt(d.W/2, d.H/2), 6), Disc(Pt(d.W, d.H), 9))
}

// What is painted in parts must be what would be painted in whole: the rest would stay
// on the wall.
func TestScene_PaintedInPartsIsAsInWhole(t *testing.T) {
	test.NewTempApp(t)
	r := rand.New(rand.NewPCG(3, 4))
	logo := pngOf(t, color.NRGBA{R: 255, A: 255})
	for _, scale := range []int{1, 2} {
		s, below, above := newTestScene()
		w, h := 400*scale, 300*scale
		last, _ := s.Frame(w, h)
		before := bytes.Clone(last.Pix)
		for round := range 100 {
			l := []*Layer{below, above}[r.IntN(2)]
			shown := append([]Element{}, l.Shown...)
			switch {
			case len(shown) > 0 && r.IntN(3) > 0:
				shown[r.IntN(len(shown))] = anything(r, logo)
			case len(shown) > 8:
				shown = shown[:r.IntN(8)]
			default:
				shown = append(shown, anything(r, logo))
			}
			if round == 50 {
				above.Move(fyne.NewPos(2.4, -1.7))
			}
			l.Set(shown)
			frame, changed := s.Frame(w, h)
			parts := bytes.Clone(frame.Pix)
			wantApart(t, changed)
			wantAsBefore(t, fmt.Sprint("round ", round), frame, before, changed)
			s.Redraw()
			if s.Frame(w, h); !bytes.Equal(parts, frame.Pix) {
				t.Fatalf("round %d, scale %d: painted in whole it looks different", round, scale)
			}
			before = parts
		}
	}
}

// wantApart fails where parts overlap: something would be laid over itself.
func wantApart(t *testing.T, parts []image.Rectangle) {
	t.Helper()
	for i, a := range parts {
		for _, b := range parts[:i] {
			if a.Overlaps(b) {
				t.Fatalf("%v and %v overlap", a, b)
			}
		}
	}
}

// wantAsBefore fails where a pixel has changed that no part holds: it would not be put
// on the screen.
func wantAsBefore(t *testing.T, name string, frame *image.RGBA, before []byte, parts []image.Rectangle) {
	t.Helper()
	for y := range frame.Rect.Dy() {
	pixel:
		for x := range frame.Rect.Dx() {
			i := frame.PixOffset(x, y)
			if bytes.Equal(frame.Pix[i:i+4], before[i:i+4]) {
				continue
			}
			for _, r := range parts {
				if image.Pt(x, y).In(r) {
					continue pixel
				}
			}
			t.Fatalf("%s: the pixel at %d, %d has changed, which is not said", name, x, y)
		}
	}
}

func TestScene_SaysNothingWhereNothingChanges(t *testing.T) {
	s, below, _ := newTestScene()
	red := Element{At: fyne.NewPos(10, 10), Size: fyne.NewSize(50, 20), Color: color.NRGBA{R: 255, A: 255}}
	if !below.Set([]Element{red}) {
		t.Error("something new is no difference")
	}
	if _, changed := s.Frame(400, 300); len(changed) != 1 || changed[0] != image.Rect(0, 0, 400, 300) {
		t.Errorf("the first frame changes %v", changed)
	}
	if below.Set([]Element{red}) {
		t.Error("the same is a difference")
	}
	if _, changed := s.Frame(400, 300); len(changed) > 0 {
		t.Errorf("%v changed", changed)
	}
	if frame, changed := s.Frame(200, 150); frame.Rect.Dx() != 200 || len(changed) != 1 || frame.RGBAAt(10, 8).R != 255 {
		t.Errorf("in another size %v changed of %v", changed, frame.Rect)
	}
}

// The clock and the foot of a page would otherwise make the whole screen one part.
func TestScene_KeepsDistantPartsApart(t *testing.T) {
	s, below, above := newTestScene()
	s.Frame(400, 300)
	below.Set([]Element{{At: fyne.NewPos(5, 5), Size: fyne.NewSize(20, 10), Color: black}})
	above.Set([]Element{{At: fyne.NewPos(370, 280), Size: fyne.NewSize(20, 10), Color: black}})
	_, changed := s.Frame(400, 300)
	area := 0
	for _, r := range changed {
		area += r.Dx() * r.Dy()
	}
	if len(changed) != 2 || area > 1500 {
		t.Errorf("%v changed", changed)
	}
}

func TestFade_GoesEvenlyAndWithoutColoursOfItsOwn(t *testing.T) {
	for _, share := range []uint32{0, 64, 128, 256} {
		for _, pair := range [][2]color.RGBA{{{0, 255, 7, 255}, {255, 0, 201, 255}}, {{9, 9, 9, 255}, {9, 9, 10, 255}}} {
			a, b := pair[0], pair[1]
			pack := func(c color.RGBA) uint32 {
				return uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | uint32(c.A)<<24
			}
			got := mixed(pack(a), pack(b), share)
			for i, v := range [][2]uint8{{a.R, b.R}, {a.G, b.G}, {a.B, b.B}, {a.A, b.A}} {
				want := (float64(v[0])*float64(256-share) + float64(v[1])*float64(share)) / 256
				if d := float64(got>>(8*i)&255) - want; d > 1 || d < -1 {
					t.Errorf("%d of %v and %v: channel %d is %d, want %.1f", share, a, b, i, got>>(8*i)&255, want)
				}
			}
		}
	}
}
