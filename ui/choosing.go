package ui

import (
	"slices"

	"fyne.io/fyne/v2"
)

// enterOrLook opens the detail of the chosen tile, or the round of values. The
// letter e always enters: into the chosen tile, if there is one.
func (w *Wall) enterOrLook(in input) {
	if w.marked != "" && in.char == 0 {
		w.open(newDetail(w.marked))
		return
	}
	w.enter(w.marked)
}

// mark chooses the first tile of the page, or the next one in the direction of key.
func (w *Wall) mark(key fyne.KeyName) {
	tiles := w.tileIDs()
	if len(tiles) == 0 {
		return
	}
	i := slices.Index(tiles, w.marked)
	switch {
	case i < 0 && key == fyne.KeyUp:
		i = len(tiles) - 1
	case i < 0:
		i = 0
	case key == fyne.KeyUp || key == fyne.KeyLeft:
		i = (i + len(tiles) - 1) % len(tiles)
	default:
		i = (i + 1) % len(tiles)
	}
	w.setMark(tiles[i])
}

// turn turns pages or, once a tile is chosen, chooses the next one.
func (w *Wall) turn(key fyne.KeyName) {
	switch {
	case w.marked != "":
		w.mark(key)
	case key == fyne.KeyLeft:
		w.step(-1)
	default:
		w.step(1)
	}
}

// setMark chooses the tile of a KPI, or none; the page waits as long as one is
// chosen.
func (w *Wall) setMark(id string) {
	w.marked = id
	if id != "" {
		w.rotation.pause(w.now())
	}
	w.goOn()
	w.drawEdges()
}

// tileIDs returns the KPIs of the page that stands.
func (w *Wall) tileIDs() []string {
	if page := w.view().Shown(); page != nil {
		return page.Tiles
	}
	return nil
}

// markedOrFirst returns the chosen KPI, or the page's first.
func (w *Wall) markedOrFirst() string {
	if tiles := w.tileIDs(); w.marked == "" && len(tiles) > 0 {
		return tiles[0]
	}
	return w.marked
}
