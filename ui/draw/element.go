// Package draw paints shapes, pictures and text, and knows nothing
// of KPIs. What is to be seen is a list of [Element]s, which pure functions
// compose on a [Sheet]; a [Scene] holds such lists in layers and paints what changes of
// them into its frame, by a [Painter].
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
	Part  PartID // what it is
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

// PartID says what an element is: a kind that whoever composes it chooses and,
// where a picture has several of that kind, which one it is, such as the id of
// the KPI whose tile it is on.
type PartID struct {
	Kind Kind
	Of   string
}

// Kind is a kind of elements: "name", "chart", "clock".
type Kind string

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
// capitals' height, and what is set to whole pixels may lie beside its place.
func (e Element) reach() Box {
	b := e.Box()
	if e.Text != "" {
		b = e.ink()
	}
	return b.Inset(-2)
}

// ink returns the box that holds the signs of a text.
func (e Element) ink() Box {
	const air = 0.05 // the distances may be those of the next whole size
	l, size := e.Face.line(e.Text, e.Tabular), e.Points
	left, base := e.At.X, e.At.Y+e.Size.Height
	return Box{
		left + (l.left-air)*size, base - (l.up+air)*size,
		max(l.right-l.left, 0)*whole(size) + 2*air*size, (l.up + l.down + 2*air) * size,
	}
}

// Box is a rectangle on the canvas.
type Box struct{ X, Y, W, H float32 }

// NewBox returns the box of a width and a height with its top left corner at x, y.
func NewBox(x, y, w, h float32) Box { return Box{x, y, w, h} }

// Inset returns the box without a border of d on each side.
func (b Box) Inset(d float32) Box { return Box{b.X + d, b.Y + d, b.W - 2*d, b.H - 2*d} }

// Moved returns the box somewhere else.
func (b Box) Moved(by fyne.Position) Box { return Box{b.X + by.X, b.Y + by.Y, b.W, b.H} }

// Right returns where the box ends to the right.
func (b Box) Right() float32 { return b.X + b.W }

// Bottom returns where the box ends below.
func (b Box) Bottom() float32 { return b.Y + b.H }
