package draw

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Sheet collects the elements of one region. Of is which one of their kind the
// elements are that are added to it; see [PartID].
type Sheet struct {
	Of       string
	Elements []Element
}

// Rect adds a rectangle, whose outline may be set in what it returns: that is
// good until the next element is added.
func (s *Sheet) Rect(kind Kind, b Box, fill color.NRGBA, radius float32) *Element {
	return s.add(kind, b, Element{Color: fill, Radius: radius})
}

// Art adds art in a colour, which is the tint of its drawing.
func (s *Sheet) Art(kind Kind, b Box, a Art, c color.NRGBA) {
	s.add(kind, b, Element{Art: a, Color: c})
}

// Picture adds a picture.
func (s *Sheet) Picture(kind Kind, b Box, p *Picture) {
	s.add(kind, b, Element{Picture: p})
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
func (s *Sheet) Text(kind Kind, text string, x, baseline float32, k Ink) float32 {
	if text == "" {
		return 0
	}
	w := k.Face.Width(text, k.Size, k.Tabular)
	if !k.Tabular {
		k.Size = whole(k.Size)
	}
	rise := k.Size * CapHeight
	s.add(kind, NewBox(x, baseline-rise, w, rise), Element{
		Color: k.Color, Text: text, Face: k.Face, Points: k.Size, Tabular: k.Tabular, On: k.On,
	})
	return w
}

// TextRight sets a line with its right end at x and returns its width.
func (s *Sheet) TextRight(kind Kind, text string, x, baseline float32, k Ink) float32 {
	return s.Text(kind, text, x-k.Face.Width(text, k.Size, k.Tabular), baseline, k)
}

func (s *Sheet) add(kind Kind, b Box, e Element) *Element {
	e.Part = PartID{Kind: kind, Of: s.Of}
	e.At, e.Size = fyne.NewPos(b.X, b.Y), fyne.NewSize(b.W, b.H)
	s.Elements = append(s.Elements, e)
	return &s.Elements[len(s.Elements)-1]
}
