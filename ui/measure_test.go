package ui

import (
	"strings"

	"fyne.io/fyne/v2"
)

var testSizes = []fyne.Size{
	fyne.NewSize(1280, 720), fyne.NewSize(1920, 1080), fyne.NewSize(3840, 2160),
	fyne.NewSize(1080, 1920), fyne.NewSize(3440, 1440),
}

func within(e element, b box) bool {
	const slack = 1.5
	return e.at.X >= b.x-slack && e.at.Y >= b.y-slack &&
		e.at.X+e.size.Width <= b.right()+slack && e.at.Y+e.size.Height <= b.bottom()+slack
}

func overlap(a, b element) bool {
	const slack = 1
	return a.at.X+a.size.Width > b.at.X+slack && b.at.X+b.size.Width > a.at.X+slack &&
		a.at.Y+a.size.Height > b.at.Y+slack && b.at.Y+b.size.Height > a.at.Y+slack
}

func has(elements []element, part string) bool {
	for _, e := range elements {
		if strings.HasPrefix(e.part, part+" ") {
			return true
		}
	}
	return false
}

// texts returns what parts of a name say, in order.
func texts(elements []element, part string) (out []string) {
	for _, e := range elements {
		if e.part == part {
			out = append(out, e.text)
		}
	}
	return out
}

func part(elements []element, name string) (element, bool) {
	for _, e := range elements {
		if e.part == name {
			return e, true
		}
	}
	return element{}, false
}
