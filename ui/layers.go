package ui

import (
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// fadeFor is how long a page takes to fade in.
const fadeFor = 350 * time.Millisecond

// layers are the objects that the wall is drawn with, from the tiles up to what
// covers them. They are made once and show what they are told to.
type layers struct {
	root                         *fyne.Container
	header, strip, footer, cover *draw.Layer
	tiles                        []*draw.Layer
	tileBox                      *fyne.Container
	veil                         *canvas.Rectangle // what a page fades in from

	onDraw func(draw.Box) // hears which part of the screen looks different from now on
}

// newLayers returns empty layers over what lies below all. resized is called for each
// new size of the window.
func newLayers(below fyne.CanvasObject, resized func(), onDraw func(draw.Box)) *layers {
	l := &layers{
		header: draw.NewLayer(), strip: draw.NewLayer(), footer: draw.NewLayer(), cover: draw.NewLayer(),
		tileBox: container.NewWithoutLayout(), veil: canvas.NewRectangle(color.Transparent), onDraw: onDraw,
	}
	l.veil.Hide()
	l.root = container.New(fillLayout{resized}, below, l.tileBox, l.header.Box, l.strip.Box, l.footer.Box, l.veil, l.cover.Box)
	return l
}

// fillLayout gives all objects the size of the window. It asks for no room itself,
// or the window could not be smaller than the screen.
type fillLayout struct{ resized func() }

func (l fillLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l fillLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
	l.resized()
}

// show lets a layer show elements.
func (l *layers) show(on *draw.Layer, elements []draw.Element) { l.onDraw(on.Set(elements)) }

// showTiles shows the elements of each tile; what did not change is left alone.
func (l *layers) showTiles(tiles [][]draw.Element) {
	for len(l.tiles) < len(tiles) {
		layer := draw.NewLayer()
		l.tiles = append(l.tiles, layer)
		l.tileBox.Add(layer.Box)
	}
	for i, layer := range l.tiles {
		var shown []draw.Element
		if i < len(tiles) {
			shown = tiles[i]
		}
		l.onDraw(layer.Set(shown).Moved(l.tileBox.Position()))
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

// refresh draws all again, for what is no element.
func (l *layers) refresh() {
	l.root.Refresh()
	l.onDraw(l.whole())
}

// whole returns the box of the screen.
func (l *layers) whole() draw.Box {
	size := l.root.Size()
	return draw.NewBox(0, 0, size.Width, size.Height)
}

// moveTo moves the picture below the cover to a place.
func (l *layers) moveTo(at fyne.Position) {
	if at == l.tileBox.Position() {
		return
	}
	for _, o := range []fyne.CanvasObject{l.tileBox, l.header.Box, l.strip.Box, l.footer.Box} {
		o.Move(at)
	}
	l.refresh()
}

// fade lets the page that has just come up appear out of the ground. Only one
// rectangle moves: a text whose colour changes would cost a picture of it for each
// step. moves is called before each step, of which the last may come late.
func (l *layers) fade(ground color.NRGBA, moves func(time.Duration)) {
	moves(fadeFor)
	l.veil.Resize(l.root.Size())
	l.veil.Show()
	fyne.NewAnimation(fadeFor, func(done float32) {
		l.veil.FillColor = color.NRGBA{ground.R, ground.G, ground.B, uint8(255 * (1 - done))}
		if done >= 1 {
			l.veil.Hide()
		} else {
			moves(fadeFor)
		}
		l.veil.Refresh()
		l.onDraw(l.whole())
	}).Start()
}
