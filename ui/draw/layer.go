package draw

import "fyne.io/fyne/v2"

// Layer is a part of a scene whose elements change together: a header, a tile.
type Layer struct {
	Shown []Element

	scene *Scene
	at    fyne.Position
}

// Set shows elements. Only what differs from those before is painted anew; it reports
// whether anything does.
func (l *Layer) Set(elements []Element) (differs bool) {
	before := l.Shown
	l.Shown = elements
	for i := range max(len(before), len(elements)) {
		switch {
		case i >= len(elements):
			l.damage(before[i])
		case i >= len(before):
			l.damage(elements[i])
		case !before[i].Same(elements[i]):
			l.damage(before[i])
			l.damage(elements[i])
		default:
			continue
		}
		differs = true
	}
	return differs
}

func (l *Layer) damage(e Element) { l.scene.damage(e.reach().Moved(l.at)) }

// Move moves all of the layer to a place; it is painted where whole pixels are next to
// that.
func (l *Layer) Move(at fyne.Position) {
	if at != l.at {
		l.at = at
		l.scene.Redraw()
	}
}
