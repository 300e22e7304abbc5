package draw

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Layer shows a list of elements with canvas objects that it keeps for ever:
// Fyne never forgets objects that leave the tree of a window that stays open,
// so a wall must not make new ones for every page.
type Layer struct {
	Box   *fyne.Container
	Shown []Element
	slots []*slot
}

// slot holds the objects that have served one place in the list so far.
type slot struct {
	box    *fyne.Container
	rect   *canvas.Rectangle
	raster *canvas.Raster
	image  *canvas.Image
	art    Art
	tint   color.NRGBA
	glyphs []*canvas.Text
}

// NewLayer returns a layer that shows nothing yet.
func NewLayer() *Layer { return &Layer{Box: container.NewWithoutLayout()} }

// Set shows elements. Only what changed is touched; it returns the box that holds
// what was and what is there now, seen from what the layer lies in, and of no size
// where nothing changed.
func (l *Layer) Set(elements []Element) (changed Box) {
	for len(l.slots) < len(elements) {
		s := &slot{box: container.NewWithoutLayout()}
		l.slots = append(l.slots, s)
		l.Box.Add(s.box)
	}
	for i, e := range elements {
		if i < len(l.Shown) && l.Shown[i].Same(e) {
			continue
		}
		l.slots[i].show(e)
		changed = changed.Union(e.reach())
		if i < len(l.Shown) {
			changed = changed.Union(l.Shown[i].reach())
		}
	}
	for i := len(elements); i < len(l.Shown); i++ {
		l.slots[i].box.Hide()
		changed = changed.Union(l.Shown[i].reach())
	}
	l.Shown = elements
	return changed.Moved(l.Box.Position())
}

func (s *slot) show(e Element) {
	s.box.Show()
	s.hideAll()
	switch {
	case e.Text != "":
		s.showText(e)
	case e.Art != nil:
		s.showArt(e)
	case e.Picture != nil:
		s.showPicture(e)
	default:
		s.showRect(e)
	}
}

func (s *slot) hideAll() {
	for _, o := range s.box.Objects {
		o.Hide()
	}
}

func (s *slot) showRect(e Element) {
	if s.rect == nil {
		s.rect = canvas.NewRectangle(color.Transparent)
		s.box.Add(s.rect)
	}
	s.rect.FillColor, s.rect.CornerRadius = e.Color, e.Radius
	s.rect.StrokeWidth, s.rect.StrokeColor = e.Stroke, e.Line
	s.rect.Move(e.At)
	s.rect.Resize(e.Size)
	s.rect.Show()
	s.rect.Refresh()
}

func (s *slot) showArt(e Element) {
	if s.raster == nil {
		s.raster = canvas.NewRaster(func(w, h int) image.Image { return Paint(s.art, s.tint, w, h) })
		s.box.Add(s.raster)
	}
	s.art, s.tint = e.Art, e.Color
	s.raster.Move(e.At)
	s.raster.Resize(e.Size)
	s.raster.Show()
	s.raster.Refresh()
}

func (s *slot) showPicture(e Element) {
	if s.image == nil {
		s.image = &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
		s.box.Add(s.image)
	}
	s.image.Resource = e.Picture.resource()
	s.image.Move(e.At)
	s.image.Resize(e.Size)
	s.image.Show()
	s.image.Refresh()
}

func (s *slot) showText(e Element) {
	x := e.At.X
	for i, run := range e.Face.runs(e.Text, e.Tabular) {
		for len(s.glyphs) <= i {
			t := canvas.NewText("", color.Transparent)
			s.glyphs = append(s.glyphs, t)
			s.box.Add(t)
		}
		t := s.glyphs[i]
		t.Text, t.TextSize, t.Color = run, e.Points, e.Color
		t.FontSource, t.TextStyle = e.Face.source(run)
		t.Move(fyne.NewPos(x, e.At.Y+e.Size.Height-e.Face.baseline(run, e.Points)))
		t.Resize(t.MinSize())
		t.Show()
		t.Refresh()
		x += e.Face.advance(run, e.Points, e.Tabular)
	}
}
