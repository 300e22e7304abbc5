package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// fadeFor is how long a page takes to fade in.
const fadeFor = 350 * time.Millisecond

// layers are what the wall's scene is made of, from the tiles up to what covers them.
type layers struct {
	scene                        *draw.Scene
	header, strip, footer, cover *draw.Layer
	tiles                        []*draw.Layer
	at                           fyne.Position // of all but the cover

	onDraw func() // hears that something looks different from now on
}

func newLayers(onDraw func()) *layers {
	s := draw.NewScene()
	l := &layers{scene: s, header: s.NewLayer(), strip: s.NewLayer(), footer: s.NewLayer(), cover: s.NewLayer(), onDraw: onDraw}
	l.stack()
	return l
}

// stack puts the layers over each other.
func (l *layers) stack() {
	l.scene.Stack(append(l.moving(), l.cover)...)
}

// moving returns the layers below the cover, which move together.
func (l *layers) moving() []*draw.Layer {
	return append(slices.Clone(l.tiles), l.header, l.strip, l.footer)
}

// show lets a layer show elements.
func (l *layers) show(on *draw.Layer, elements []draw.Element) {
	if on.Set(elements) {
		l.onDraw()
	}
}

// showTiles shows the elements of each tile; what did not change is left alone.
func (l *layers) showTiles(tiles [][]draw.Element) {
	for len(l.tiles) < len(tiles) {
		tile := l.scene.NewLayer()
		tile.Move(l.at)
		l.tiles = append(l.tiles, tile)
		l.stack()
	}
	for i, tile := range l.tiles {
		var shown []draw.Element
		if i < len(tiles) {
			shown = tiles[i]
		}
		l.show(tile, shown)
	}
}

// showMarks shows over the tiles which one is chosen, which ones changed, and a
// notice.
func (l *layers) showMarks(v page.View) {
	shown := make([][]draw.Element, len(l.tiles))
	for i, layer := range l.tiles {
		shown[i] = layer.Shown
	}
	l.show(l.cover, slices.Concat(page.Changed(v, shown), page.Chosen(v, shown), page.Notice(v)))
}

// moveTo moves the picture below the cover to a place.
func (l *layers) moveTo(at fyne.Position) {
	if at == l.at {
		return
	}
	l.at = at
	for _, layer := range l.moving() {
		layer.Move(at)
	}
	l.onDraw()
}

// fade lets the page that comes up next appear out of the one that is seen now. moves
// is called before each step, of which the last may come late.
func (l *layers) fade(moves func(time.Duration)) {
	moves(fadeFor)
	l.scene.BeginFade()
	fyne.NewAnimation(fadeFor, func(done float32) {
		l.scene.Fade(done)
		if done < 1 {
			moves(fadeFor)
		}
		l.onDraw()
	}).Start()
}
