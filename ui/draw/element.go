// Package draw puts shapes, pictures and text on a Fyne canvas, and knows nothing
// of KPIs. What is to be seen is a list of [Element]s, which pure functions
// compose on a [Sheet]; a [Layer] keeps the canvas objects that show a list. All
// of it belongs to the main goroutine.
package draw

import (
	"image/color"
	"reflect"

	"fyne.io/fyne/v2"
)

// Element is one thing drawn on the wall: a text, art or a picture, whichever of
// these is set, or else a rectangle. Lists of them are plain values, so that the
// legibility of a page can be checked without a window.
type Element struct {
	Part  string // what it is, for a person: "name of tile mrr"
	At    fyne.Position
	Size  fyne.Size
	Color color.NRGBA

	// Of a text At and Size are the box from cap height to baseline.
	Text    string
	Face    Face
	Points  float32     // font size
	Tabular bool        // set a character at a time
	On      color.NRGBA // the fill below, for the contrast

	// Of a rectangle.
	Radius float32     // of its corners
	Stroke float32     // width of its outline
	Line   color.NRGBA // colour of its outline

	Art     Art // a chart or mark
	Picture *Picture
}

// Same reports whether e draws what o draws.
func (e Element) Same(o Element) bool {
	if !reflect.DeepEqual(e.Art, o.Art) {
		return false
	}
	e.Art, o.Art = nil, nil
	return reflect.DeepEqual(e, o)
}

// Box returns where e is.
func (e Element) Box() Box { return Box{e.At.X, e.At.Y, e.Size.Width, e.Size.Height} }

// reach returns the box that holds all that is drawn of e: signs reach beyond the
// capitals' height, outlines lie on the edge.
func (e Element) reach() Box {
	return e.Box().Inset(-1 - e.Stroke - e.Points)
}

// Box is a rectangle on the canvas.
type Box struct{ X, Y, W, H float32 }

// NewBox returns the box of a width and a height with its top left corner at x, y.
func NewBox(x, y, w, h float32) Box { return Box{x, y, w, h} }

// Inset returns the box without a border of d on each side.
func (b Box) Inset(d float32) Box { return Box{b.X + d, b.Y + d, b.W - 2*d, b.H - 2*d} }

// Moved returns the box somewhere else.
func (b Box) Moved(by fyne.Position) Box { return Box{b.X + by.X, b.Y + by.Y, b.W, b.H} }

// Union returns the smallest box around both; one of no size adds nothing.
func (b Box) Union(o Box) Box {
	switch {
	case o.W <= 0 || o.H <= 0:
		return b
	case b.W <= 0 || b.H <= 0:
		return o
	}
	x, y := min(b.X, o.X), min(b.Y, o.Y)
	return Box{x, y, max(b.Right(), o.Right()) - x, max(b.Bottom(), o.Bottom()) - y}
}

// Right returns where the box ends to the right.
func (b Box) Right() float32 { return b.X + b.W }

// Bottom returns where the box ends below.
func (b Box) Bottom() float32 { return b.Y + b.H }

// Sheet collects the elements of one region.
type Sheet struct{ Elements []Element }

// Rect adds a rectangle, whose outline may be set in what it returns.
func (s *Sheet) Rect(part string, b Box, fill color.NRGBA, radius float32) *Element {
	return s.Add(Element{Part: part, At: fyne.NewPos(b.X, b.Y), Size: fyne.NewSize(b.W, b.H), Color: fill, Radius: radius})
}

// Art adds art in a colour, which is the tint of its drawing.
func (s *Sheet) Art(part string, b Box, a Art, c color.NRGBA) {
	s.Add(Element{Part: part, At: fyne.NewPos(b.X, b.Y), Size: fyne.NewSize(b.W, b.H), Art: a, Color: c})
}

// Ink is how a piece of text looks and what it stands on.
type Ink struct {
	Face      Face
	Size      float32
	Color, On color.NRGBA
	Tabular   bool
}

// Text sets a line with its left end at x and returns its width. What is not
// tabular is set in the next whole size: in another one it would be as wide.
func (s *Sheet) Text(part, text string, x, baseline float32, k Ink) float32 {
	if text == "" {
		return 0
	}
	w := k.Face.Width(text, k.Size, k.Tabular)
	if !k.Tabular {
		k.Size = whole(k.Size)
	}
	rise := k.Size * CapHeight
	s.Add(Element{
		Part: part, At: fyne.NewPos(x, baseline-rise), Size: fyne.NewSize(w, rise), Color: k.Color,
		Text: text, Face: k.Face, Points: k.Size, Tabular: k.Tabular, On: k.On,
	})
	return w
}

// TextRight sets a line with its right end at x and returns its width.
func (s *Sheet) TextRight(part, text string, x, baseline float32, k Ink) float32 {
	return s.Text(part, text, x-k.Face.Width(text, k.Size, k.Tabular), baseline, k)
}

// Add adds an element. What it returns is good until the next one is added.
func (s *Sheet) Add(e Element) *Element {
	s.Elements = append(s.Elements, e)
	return &s.Elements[len(s.Elements)-1]
}
