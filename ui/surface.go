package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kpiwall/ui/draw"
)

// Surface is the one object of the window: it shows the wall's scene, has the focus
// as long as the wall runs, and hides the mouse pointer. Fyne hands the Tab key to a
// focused object only; everything else would reach the canvas too.
//
// Fyne's own drivers take the picture whole, from a raster. A driver that can do with
// parts of it asks for [Surface.FrameIn] instead.
type Surface struct {
	widget.BaseWidget
	scene   *draw.Scene
	raster  *canvas.Raster
	resized func()
	key     func(*fyne.KeyEvent)
	char    func(rune)
}

var (
	_ fyne.Tabbable      = (*Surface)(nil)
	_ desktop.Cursorable = (*Surface)(nil)
)

// newSurface returns the surface of a scene. resized is called for each new size, key
// and char for what is pressed.
func newSurface(scene *draw.Scene, resized func(), key func(*fyne.KeyEvent), char func(rune)) *Surface {
	s := &Surface{scene: scene, resized: resized, key: key, char: char}
	s.raster = canvas.NewRaster(func(w, h int) image.Image {
		frame, _ := scene.Frame(w, h)
		return frame
	})
	s.raster.ScaleMode = canvas.ImageScalePixels
	s.ExtendBaseWidget(s)
	return s
}

// Frame returns the picture of the wall in w × h pixels, and which parts of it differ
// from the picture that was returned before, by this or to Fyne; they do not overlap.
// Both are good until the next call, and the picture is not to be written to. It
// belongs to the main goroutine. Wall.OnDraw tells when it is worth calling.
func (s *Surface) Frame(w, h int) (frame *image.RGBA, changed []image.Rectangle) {
	return s.scene.Frame(w, h)
}

// FrameIn is [Surface.Frame] in a picture of the caller's, as [draw.Scene.FrameIn].
func (s *Surface) FrameIn(screen *image.RGBA, swapped bool) (changed []image.Rectangle) {
	return s.scene.FrameIn(screen, swapped)
}

func (s *Surface) AcceptsTab() bool          { return true }
func (s *Surface) FocusGained()              {}
func (s *Surface) FocusLost()                {}
func (s *Surface) TypedKey(e *fyne.KeyEvent) { s.key(e) }
func (s *Surface) TypedRune(r rune)          { s.char(r) }
func (s *Surface) Cursor() desktop.Cursor    { return desktop.HiddenCursor }

// CreateRenderer returns what Fyne shows the surface with.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer { return surfaceRenderer{s} }

type surfaceRenderer struct{ s *Surface }

// MinSize asks for no room, or the window could not be smaller than the screen.
func (r surfaceRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r surfaceRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.raster} }
func (r surfaceRenderer) Refresh()                     { canvas.Refresh(r.s.raster) }
func (r surfaceRenderer) Destroy()                     {}

func (r surfaceRenderer) Layout(size fyne.Size) {
	r.s.raster.Resize(size)
	r.s.scene.Resize(size)
	r.s.resized()
}
