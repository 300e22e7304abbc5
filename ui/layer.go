package ui

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// layer shows a list of elements with canvas objects that it keeps for ever:
// Fyne never forgets objects that leave the tree of a window that stays open,
// so a wall must not make new ones for every page.
type layer struct {
	box   *fyne.Container
	shown []element
	slots []*slot
}

// slot holds the objects that have served one place in the list so far.
type slot struct {
	box    *fyne.Container
	rect   *canvas.Rectangle
	raster *canvas.Raster
	image  *canvas.Image
	art    art
	tint   color.NRGBA
	glyphs []*canvas.Text
}

func newLayer() *layer { return &layer{box: container.NewWithoutLayout()} }

// set shows elements. Only what changed is touched; it reports whether any did.
func (l *layer) set(elements []element) bool {
	changed := false
	for len(l.slots) < len(elements) {
		s := &slot{box: container.NewWithoutLayout()}
		l.slots = append(l.slots, s)
		l.box.Add(s.box)
	}
	for i, e := range elements {
		if i < len(l.shown) && l.shown[i].same(e) {
			continue
		}
		l.slots[i].show(e)
		changed = true
	}
	for i := len(elements); i < len(l.shown); i++ {
		l.slots[i].box.Hide()
		changed = true
	}
	l.shown = elements
	return changed
}

func (s *slot) show(e element) {
	s.box.Show()
	s.hideAll()
	switch {
	case e.text != "":
		s.showText(e)
	case e.art != nil:
		s.showArt(e)
	case e.picture != nil:
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

func (s *slot) showRect(e element) {
	if s.rect == nil {
		s.rect = canvas.NewRectangle(color.Transparent)
		s.box.Add(s.rect)
	}
	s.rect.FillColor, s.rect.CornerRadius = e.color, e.radius
	s.rect.StrokeWidth, s.rect.StrokeColor = e.stroke, e.line
	s.rect.Move(e.at)
	s.rect.Resize(e.size)
	s.rect.Show()
	s.rect.Refresh()
}

func (s *slot) showArt(e element) {
	if s.raster == nil {
		s.raster = canvas.NewRaster(func(w, h int) image.Image { return paint(s.art, s.tint, w, h) })
		s.box.Add(s.raster)
	}
	s.art, s.tint = e.art, e.color
	s.raster.Move(e.at)
	s.raster.Resize(e.size)
	s.raster.Show()
	s.raster.Refresh()
}

func (s *slot) showPicture(e element) {
	if s.image == nil {
		s.image = &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
		s.box.Add(s.image)
	}
	s.image.Resource = e.picture.resource()
	s.image.Move(e.at)
	s.image.Resize(e.size)
	s.image.Show()
	s.image.Refresh()
}

func (s *slot) showText(e element) {
	x := e.at.X
	for i, run := range e.face.runs(e.text, e.tabular) {
		for len(s.glyphs) <= i {
			t := canvas.NewText("", color.Transparent)
			s.glyphs = append(s.glyphs, t)
			s.box.Add(t)
		}
		width, _ := e.face.measured(run, e.points)
		t := s.glyphs[i]
		t.Text, t.TextSize, t.Color = run, e.points, e.color
		t.FontSource, t.TextStyle = e.face.source(run)
		t.Move(fyne.NewPos(x, e.at.Y+e.size.Height-e.face.baseline(run, e.points)))
		t.Resize(t.MinSize())
		t.Show()
		t.Refresh()
		x += width
	}
}
