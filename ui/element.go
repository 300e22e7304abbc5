package ui

import (
	"hash/fnv"
	"image/color"
	"reflect"
	"strconv"

	"fyne.io/fyne/v2"
)

// element is one thing drawn on the wall. A page is composed as a list of
// elements by pure functions, so that its legibility can be checked without a
// window; a [layer] then turns the list into canvas objects.
type element struct {
	part  string // what it is, for a person: "name of tile mrr"
	at    fyne.Position
	size  fyne.Size
	color color.NRGBA

	// Text: at and size are then the box from cap height to baseline.
	text    string
	face    face
	points  float32     // font size
	tabular bool        // set a character at a time
	on      color.NRGBA // the fill below, for the contrast

	// A rectangle, where both text and art are empty.
	radius float32
	stroke float32
	line   color.NRGBA

	art art // a chart or mark

	picture *picture
}

// picture is a picture from a file: a PNG or SVG, by the ending of its name.
type picture struct {
	name string
	data []byte
}

// resource makes a Fyne resource of a picture. Fyne keeps pictures by their
// name, which has to be another one for another content.
func (p *picture) resource() fyne.Resource {
	hash := fnv.New64a()
	hash.Write(p.data)
	return fyne.NewStaticResource(strconv.FormatUint(hash.Sum64(), 36)+p.name, p.data)
}

// same reports whether e draws what o draws.
func (e element) same(o element) bool {
	if !reflect.DeepEqual(e.art, o.art) {
		return false
	}
	e.art, o.art = nil, nil
	return reflect.DeepEqual(e, o)
}

// box is a rectangle on the canvas.
type box struct{ x, y, w, h float32 }

func (b box) inset(d float32) box { return box{b.x + d, b.y + d, b.w - 2*d, b.h - 2*d} }

func (b box) right() float32  { return b.x + b.w }
func (b box) bottom() float32 { return b.y + b.h }

// sheet collects the elements of one region.
type sheet struct{ elements []element }

func (s *sheet) rect(part string, b box, fill color.NRGBA, radius float32) *element {
	return s.add(element{part: part, at: fyne.NewPos(b.x, b.y), size: fyne.NewSize(b.w, b.h), color: fill, radius: radius})
}

func (s *sheet) art(part string, b box, a art, c color.NRGBA) {
	s.add(element{part: part, at: fyne.NewPos(b.x, b.y), size: fyne.NewSize(b.w, b.h), art: a, color: c})
}

// ink is how a piece of text looks and what it stands on.
type ink struct {
	face      face
	size      float32
	color, on color.NRGBA
	tabular   bool
}

// text sets a line with its left end at x and returns its width.
func (s *sheet) text(part, text string, x, baseline float32, k ink) float32 {
	w := k.face.width(text, k.size, k.tabular)
	if text == "" {
		return 0
	}
	rise := k.size * capHeight
	s.add(element{
		part: part, at: fyne.NewPos(x, baseline-rise), size: fyne.NewSize(w, rise), color: k.color,
		text: text, face: k.face, points: k.size, tabular: k.tabular, on: k.on,
	})
	return w
}

// textRight sets a line with its right end at x and returns its width.
func (s *sheet) textRight(part, text string, x, baseline float32, k ink) float32 {
	return s.text(part, text, x-k.face.width(text, k.size, k.tabular), baseline, k)
}

func (s *sheet) add(e element) *element {
	s.elements = append(s.elements, e)
	return &s.elements[len(s.elements)-1]
}
