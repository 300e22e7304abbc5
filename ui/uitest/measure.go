package uitest

import (
	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
)

// Sizes are the usual screens.
var Sizes = []fyne.Size{
	fyne.NewSize(1280, 720), fyne.NewSize(1920, 1080), fyne.NewSize(3840, 2160),
	fyne.NewSize(1080, 1920), fyne.NewSize(3440, 1440),
}

// Within reports whether an element lies in a box.
func Within(e draw.Element, b draw.Box) bool {
	const slack = 1.5
	return e.At.X >= b.X-slack && e.At.Y >= b.Y-slack &&
		e.At.X+e.Size.Width <= b.Right()+slack && e.At.Y+e.Size.Height <= b.Bottom()+slack
}

// Overlap reports whether two elements lie over each other.
func Overlap(a, b draw.Element) bool {
	const slack = 1
	return a.At.X+a.Size.Width > b.At.X+slack && b.At.X+b.Size.Width > a.At.X+slack &&
		a.At.Y+a.Size.Height > b.At.Y+slack && b.At.Y+b.Size.Height > a.At.Y+slack
}

// Has reports whether there is an element of a kind.
func Has(elements []draw.Element, kind draw.Kind) bool {
	_, found := Part(elements, kind)
	return found
}

// Part returns the first element of a kind.
func Part(elements []draw.Element, kind draw.Kind) (draw.Element, bool) {
	for _, e := range elements {
		if e.Part.Kind == kind {
			return e, true
		}
	}
	return draw.Element{}, false
}

// Texts returns what the elements of a kind say, in order.
func Texts(elements []draw.Element, kind draw.Kind) (out []string) {
	for _, e := range elements {
		if e.Part.Kind == kind {
			out = append(out, e.Text)
		}
	}
	return out
}

// Tile returns the elements that belong to the tile of a KPI.
func Tile(elements []draw.Element, id string) (out []draw.Element) {
	for _, e := range elements {
		if e.Part.Of == id {
			out = append(out, e)
		}
	}
	return out
}
