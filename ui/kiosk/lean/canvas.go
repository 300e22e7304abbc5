package lean

import (
	"image"

	"fyne.io/fyne/v2"
)

// canvas is what is in the window: one object, as large as the window, in pixels.
type canvas struct {
	fyne.ShortcutHandler
	content fyne.CanvasObject
	focused fyne.Focusable
	size    fyne.Size
	dirty   bool // the content looks different from what is on the screen
	whole   bool // nothing of it is on the screen

	key  func(*fyne.KeyEvent)
	char func(rune)
}

func (c *canvas) Content() fyne.CanvasObject { return c.content }

func (c *canvas) SetContent(o fyne.CanvasObject) {
	c.content, c.whole = o, true
	c.layout()
}

// Refresh has the content shown anew.
func (c *canvas) Refresh(fyne.CanvasObject) { c.dirty = true }

// resize makes the canvas as large as the window.
func (c *canvas) resize(w, h int) {
	c.size, c.whole = fyne.NewSize(float32(w), float32(h)), true
	c.layout()
}

func (c *canvas) layout() {
	if c.content != nil && !c.size.IsZero() {
		c.content.Resize(c.size)
	}
}

func (c *canvas) Focus(f fyne.Focusable) {
	if f == c.focused {
		return
	}
	if c.focused != nil {
		c.focused.FocusLost()
	}
	if c.focused = f; f != nil {
		f.FocusGained()
	}
}

func (c *canvas) Unfocus()                { c.Focus(nil) }
func (c *canvas) Focused() fyne.Focusable { return c.focused }

// FocusNext does nothing: there is one object.
func (c *canvas) FocusNext() {}

// FocusPrevious does nothing.
func (c *canvas) FocusPrevious() {}

func (c *canvas) Size() fyne.Size { return c.size }

// Scale returns 1: the content is drawn by the pixels that there are.
func (c *canvas) Scale() float32 { return 1 }

func (c *canvas) OnTypedRune() func(rune)              { return c.char }
func (c *canvas) SetOnTypedRune(f func(rune))          { c.char = f }
func (c *canvas) OnTypedKey() func(*fyne.KeyEvent)     { return c.key }
func (c *canvas) SetOnTypedKey(f func(*fyne.KeyEvent)) { c.key = f }

// typedKey hands a key to whoever has the focus.
func (c *canvas) typedKey(e *fyne.KeyEvent) {
	switch {
	case c.focused != nil:
		c.focused.TypedKey(e)
	case c.key != nil:
		c.key(e)
	}
}

// typedRune does the same with a character.
func (c *canvas) typedRune(r rune) {
	switch {
	case c.focused != nil:
		c.focused.TypedRune(r)
	case c.char != nil:
		c.char(r)
	}
}

// Capture returns a copy of the picture.
func (c *canvas) Capture() image.Image {
	p, ok := c.content.(Picture)
	if !ok {
		return image.NewRGBA(image.Rectangle{})
	}
	picture := image.NewRGBA(image.Rect(0, 0, int(c.size.Width), int(c.size.Height)))
	p.FrameIn(picture, false)
	c.whole = true // what has changed in it is not on the screen
	return picture
}

func (c *canvas) PixelCoordinateForPosition(p fyne.Position) (x, y int) {
	return int(p.X), int(p.Y)
}

func (c *canvas) InteractiveArea() (fyne.Position, fyne.Size) { return fyne.Position{}, c.size }

// Overlays returns a stack in which nothing stays: what stands over the content is
// part of its picture.
func (c *canvas) Overlays() fyne.OverlayStack { return noOverlays{} }

type noOverlays struct{}

func (noOverlays) Add(fyne.CanvasObject)     {}
func (noOverlays) Remove(fyne.CanvasObject)  {}
func (noOverlays) List() []fyne.CanvasObject { return nil }
func (noOverlays) Top() fyne.CanvasObject    { return nil }
