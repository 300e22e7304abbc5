package draw

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
)

// Scene is all that is to be seen: layers of elements over a ground. It paints itself
// into a picture that is kept from one time to the next, and there only what has changed.
//
// Whoever shows a scene asks for [Scene.Frame], or with a picture of its own for
// [Scene.FrameIn], when something has changed, and puts the parts of it that come with
// it on the screen. A scene belongs to one goroutine.
type Scene struct {
	layers  []*Layer
	ground  color.NRGBA
	size    fyne.Size
	painter *Painter
	own     *image.RGBA // that of Frame
	screen  *image.RGBA // what is seen
	frame   *image.RGBA // what is painted: the same, unless one fades into the other
	changed patches     // in pixels of the frame
	all     bool        // everything has changed
	fade    fade
}

// NewScene returns an empty scene.
func NewScene() *Scene { return &Scene{painter: NewPainter(), all: true} }

// NewLayer returns an empty layer, which is seen once [Scene.Stack] has it.
func (s *Scene) NewLayer() *Layer { return &Layer{scene: s} }

// Stack says which layers are seen, from the lowest up.
func (s *Scene) Stack(layers ...*Layer) {
	s.layers = layers
	s.Redraw()
}

// SetGround sets the colour below all, which is to be opaque.
func (s *Scene) SetGround(c color.NRGBA) {
	if c != s.ground {
		s.ground = c
		s.Redraw()
	}
}

// Resize sets the size of the canvas in the units of the elements.
func (s *Scene) Resize(size fyne.Size) {
	if size != s.size {
		s.size = size
		s.Redraw()
	}
}

// Size returns the size of the canvas.
func (s *Scene) Size() fyne.Size { return s.size }

// Redraw has everything painted anew.
func (s *Scene) Redraw() { s.all = true }

// damage notes that a part of the canvas looks different.
func (s *Scene) damage(b Box) {
	if !s.all {
		s.changed.add(pixelsAround(b, s.scale()).Inset(-1)) // a layer may be moved by a part of a pixel
	}
}

// scale returns how many pixels a unit of the elements has.
func (s *Scene) scale() float32 {
	if s.frame == nil || s.size.Width <= 0 {
		return 1
	}
	return float32(s.frame.Rect.Dx()) / s.size.Width
}

// Frame returns the picture of the scene in w × h pixels, and which parts of it differ
// from the one that was returned before; no two of them overlap. Both are good until
// the next call, and the picture is not to be written to.
func (s *Scene) Frame(w, h int) (frame *image.RGBA, changed []image.Rectangle) {
	if bounds := image.Rect(0, 0, max(w, 1), max(h, 1)); s.own == nil || s.own.Rect != bounds {
		s.own = image.NewRGBA(bounds)
	}
	return s.own, s.FrameIn(s.own, false)
}

// FrameIn is [Scene.Frame] in a picture of the caller's, in which red and blue are
// swapped if that is said. Another picture than the time before is painted as a whole;
// that of before is not touched any more.
func (s *Scene) FrameIn(screen *image.RGBA, swapped bool) (changed []image.Rectangle) {
	if screen != s.screen || swapped != s.painter.swapped {
		s.screen, s.frame, s.all, s.fade = screen, screen, true, fade{}
		s.painter.swap(swapped)
	}
	changed = s.damaged(screen.Rect)
	s.changed, s.all = s.changed[:0], false
	s.paint(changed)
	if !s.fade.steps() {
		return changed
	}
	if s.fade.mix(s.screen, s.frame) {
		s.frame = s.screen
	}
	return []image.Rectangle{screen.Rect}
}

// damaged returns the parts of the frame that are to be painted.
func (s *Scene) damaged(bounds image.Rectangle) []image.Rectangle {
	if s.all {
		return []image.Rectangle{bounds}
	}
	var parts []image.Rectangle
	for _, r := range s.changed {
		if r = r.Intersect(bounds); !r.Empty() {
			parts = append(parts, r)
		}
	}
	return parts
}

// paint paints parts of the frame anew.
func (s *Scene) paint(parts []image.Rectangle) {
	if len(parts) == 0 {
		return
	}
	for _, r := range parts {
		fill(s.frame, r, s.painter.order(s.ground), opaque)
	}
	scale := s.scale()
	for _, l := range s.layers {
		at := image.Pt(nearest(l.at.X*scale), nearest(l.at.Y*scale))
		s.painter.Paint(s.frame, parts, scale, at, l.Shown)
	}
}
