package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// view returns all that decides what the wall looks like now.
func (w *Wall) view() page.View {
	inRotation := 0
	for _, s := range w.rotation.stays {
		if s > 0 {
			inRotation++
		}
	}
	now := w.now()
	return page.View{
		Size: w.root.Size(), Board: w.board, Palette: w.palette, Logo: w.logo, Page: w.rotation.page, Now: now,
		Left: w.rotation.left(now), Held: w.rotation.isHeld(), Paging: inRotation > 1,
		Notice: w.notices.at(now), Unsaved: w.unsavedTexts(), Marked: w.marked, Calm: w.calm, Changed: w.changed,
	}
}

// draw shows everything anew; what did not change is left alone.
func (w *Wall) draw() {
	v := w.view()
	if v.Board == nil || v.Size.Width < 1 || v.Size.Height < 1 {
		return
	}
	w.unsavedShown = v.Unsaved
	tiles := page.Tiles(v)
	if tiles == nil {
		tiles = [][]draw.Element{page.Empty(v)}
	}
	for len(w.tiles) < len(tiles) {
		l := draw.NewLayer()
		w.tiles = append(w.tiles, l)
		w.tileBox.Add(l.Box)
	}
	for i, l := range w.tiles {
		var shown []draw.Element
		if i < len(tiles) {
			shown = tiles[i]
		}
		w.OnDraw(l.Set(shown).Moved(w.tileBox.Position()))
	}
	w.show(w.strip, page.Strip(v))
	w.drawEdges()
}

// drawEdges shows what changes with time alone: clock, countdown, overlay.
func (w *Wall) drawEdges() {
	v := w.view()
	if !slices.Equal(v.Unsaved, w.unsavedShown) { // the banner takes room from the tiles
		w.draw()
		return
	}
	w.show(w.header, page.Header(v))
	w.show(w.footer, page.Footer(v))
	w.drawOverlay(v)
}

func (w *Wall) drawOverlay(v page.View) {
	if w.asleep {
		w.show(w.cover, composeSleep(v))
		return
	}
	if w.top() == nil {
		shown := make([][]draw.Element, len(w.tiles))
		for i, l := range w.tiles {
			shown[i] = l.Shown
		}
		w.show(w.cover, slices.Concat(page.Changed(v, shown), page.Chosen(v, shown), page.Notice(v)))
		return
	}
	w.show(w.cover, w.top().compose(w, v))
}

// show lets a layer show elements.
func (w *Wall) show(l *draw.Layer, elements []draw.Element) { w.OnDraw(l.Set(elements)) }

// refresh draws all again, for what is no element.
func (w *Wall) refresh() {
	w.root.Refresh()
	w.OnDraw(w.whole())
}

// whole returns the box of the screen.
func (w *Wall) whole() draw.Box {
	size := w.root.Size()
	return draw.NewBox(0, 0, size.Width, size.Height)
}

// wallLayout draws the wall for whatever size the window has. It asks for no
// room itself, or the window could not be smaller than the screen.
type wallLayout struct{ wall *Wall }

func (l wallLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l wallLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
	l.wall.draw()
}
