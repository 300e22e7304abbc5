// Package ui is the wall: it draws boards with Fyne and takes keys. Everything
// in it belongs to the main goroutine; boards come in by [Wall.SetBoard].
//
// Pages are composed by pure functions into lists of elements, and layers keep
// the canvas objects that show them.
package ui

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/themes"
)

// Wall is the whole screen. It is made by [NewWall], fed with boards, and told
// every second what time it is.
type Wall struct {
	// OnQuit is called when somebody confirmed that the wall is to be closed,
	// OnFullScreen when full screen is to be switched on or off.
	OnQuit, OnFullScreen func()

	now      func() time.Time
	board    *board.Board
	palette  themes.Palette
	rotation rotation
	overlay  overlay

	root                         *fyne.Container
	ground                       *canvas.Rectangle
	header, strip, footer, cover *layer
	tiles                        []*layer
	tileBox                      *fyne.Container
}

// NewWall returns an empty wall that takes the time from now.
func NewWall(now func() time.Time) *Wall {
	w := &Wall{
		now: now, OnQuit: func() {}, OnFullScreen: func() {},
		ground: canvas.NewRectangle(color.Transparent), tileBox: container.NewWithoutLayout(),
		header: newLayer(), strip: newLayer(), footer: newLayer(), cover: newLayer(),
	}
	w.palette, _ = themes.Named("")
	w.ground.FillColor = w.palette.Ground
	w.root = container.New(wallLayout{w}, newCursorless(), w.ground, w.tileBox, w.header.box, w.strip.box, w.footer.box, w.cover.box)
	return w
}

// Content returns the object to show in a window. It stays the same for ever.
func (w *Wall) Content() fyne.CanvasObject { return w.root }

// SetBoard shows a new board. The page that stands stays, if it still exists.
func (w *Wall) SetBoard(b *board.Board) {
	before := w.board
	w.board = b
	if p, ok := themes.Named(b.Config.Screen.Theme); ok && p != w.palette {
		w.palette = p
		w.ground.FillColor = p.Ground
		w.ground.Refresh()
	}
	if before == nil || before.Config != b.Config {
		keep := -1
		for i := range b.Config.Pages {
			if before != nil && w.rotation.page < len(before.Config.Pages) && b.Config.Pages[i].ID == before.Config.Pages[w.rotation.page].ID {
				keep = i
			}
		}
		w.rotation.setPages(stays(b.Config), keep, w.now())
	}
	w.draw()
}

// ShowPage shows the page called id and reports whether there is one.
func (w *Wall) ShowPage(id string) bool {
	for i, p := range w.board.Config.Pages {
		if p.ID == id {
			w.jump(i)
			return true
		}
	}
	return false
}

// Tick tells the wall that time has passed. It is to be called at every full second.
func (w *Wall) Tick() {
	if w.board == nil {
		return
	}
	if w.rotation.tick(w.now()) {
		w.draw()
		return
	}
	w.drawEdges()
}

// stays returns how long each page stays in the rotation; 0 for private pages.
func stays(c *config.Config) []time.Duration {
	out := make([]time.Duration, len(c.Pages))
	for i, p := range c.Pages {
		switch {
		case p.Private:
		case p.Stay > 0:
			out[i] = p.Stay
		default:
			out[i] = c.Stay
		}
	}
	return out
}

func (w *Wall) view() view {
	inRotation := 0
	for _, s := range w.rotation.stays {
		if s > 0 {
			inRotation++
		}
	}
	now := w.now()
	return view{
		size: w.root.Size(), board: w.board, palette: w.palette, page: w.rotation.page, now: now,
		left: w.rotation.left(now), held: w.rotation.isHeld(), paging: inRotation > 1,
	}
}

// draw shows everything anew; what did not change is left alone.
func (w *Wall) draw() {
	v := w.view()
	if v.board == nil || v.size.Width < 1 || v.size.Height < 1 {
		return
	}
	tiles := composeTiles(v)
	if tiles == nil {
		tiles = [][]element{composeEmpty(v)}
	}
	for len(w.tiles) < len(tiles) {
		l := newLayer()
		w.tiles = append(w.tiles, l)
		w.tileBox.Add(l.box)
	}
	for i, l := range w.tiles {
		if i < len(tiles) {
			l.set(tiles[i])
		} else {
			l.set(nil)
		}
	}
	w.strip.set(composeStrip(v))
	w.drawEdges()
}

// drawEdges shows what changes with time alone: clock, countdown, overlay.
func (w *Wall) drawEdges() {
	v := w.view()
	w.header.set(composeHeader(v))
	w.footer.set(composeFooter(v))
	w.drawOverlay(v)
}

func (w *Wall) drawOverlay(v view) {
	if w.overlay == nil {
		w.cover.set(nil)
		return
	}
	w.cover.set(w.overlay.compose(v))
}

func (w *Wall) open(o overlay) {
	w.overlay = o
	w.drawOverlay(w.view())
}

func (w *Wall) closeOverlay() {
	w.overlay = nil
	w.draw()
}

// TypedKey handles a named key.
func (w *Wall) TypedKey(e *fyne.KeyEvent) {
	if w.overlay != nil {
		w.overlay.key(w, e.Name)
		return
	}
	w.press(input{key: e.Name})
}

// TypedRune handles a character.
func (w *Wall) TypedRune(r rune) {
	if w.overlay != nil {
		w.overlay.typed(w, r)
		return
	}
	w.press(input{char: r})
}

func (w *Wall) press(in input) {
	if w.board == nil {
		return
	}
	for _, b := range bindings() {
		if b.matches(in) {
			b.do(w, in)
			return
		}
	}
}

func (w *Wall) step(n int) {
	w.rotation.step(n, w.now())
	w.draw()
}

func (w *Wall) jump(page int) {
	w.rotation.jump(page, w.now())
	w.draw()
}

func (w *Wall) toggleHold() {
	if w.rotation.isHeld() {
		w.rotation.release(w.now())
	} else {
		w.rotation.hold(w.now())
	}
	w.drawEdges()
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

// cursorless hides the mouse pointer wherever nothing lies above it.
type cursorless struct{ widget.BaseWidget }

func newCursorless() *cursorless {
	c := &cursorless{}
	c.ExtendBaseWidget(c)
	return c
}

func (c *cursorless) Cursor() desktop.Cursor { return desktop.HiddenCursor }

func (c *cursorless) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
