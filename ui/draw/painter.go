package draw

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
)

// Painter paints elements into a picture by the processor alone: no Fyne, no
// graphics library and no display. It keeps the shapes of glyphs that it has drawn,
// and what it works with, so that painting leaves next to no garbage. A painter
// belongs to one goroutine; several may paint at the same time.
type Painter struct {
	glyphs *cache[glyphKey, mask]
	others *cache[otherKey, other]
	shapes shapes

	swapped bool // what it paints has red where blue is, and blue where red is

	// Of the picture that is being painted.
	dst   *image.RGBA
	boxes []image.Rectangle
	scale float32
	at    image.Point

	within []image.Rectangle // the boxes, as far as the element reaches that is being painted
}

// How much a painter keeps, in bytes: the shapes of glyphs, and pictures of what the
// wall's own faces do not draw. A page in full HD has some 300 KB of the first.
const (
	keptGlyphs = 2 << 20
	keptOthers = 1 << 20
)

// NewPainter returns a painter that has drawn nothing yet.
func NewPainter() *Painter {
	return &Painter{glyphs: newCache[glyphKey, mask](keptGlyphs), others: newCache[otherKey, other](keptOthers)}
}

// Paint paints elements, in their order, into dst: what of it lies in boxes, which
// are not to overlap, and nothing else. An element's unit is scale pixels, and its
// origin is the pixel at. What of an element lies in a box looks the same whatever
// the other boxes are.
func (p *Painter) Paint(dst *image.RGBA, boxes []image.Rectangle, scale float32, at image.Point, elements []Element) {
	p.dst, p.boxes, p.scale, p.at = dst, boxes, scale, at
	for i := range elements {
		e := &elements[i]
		if !p.limit(p.around(e.reach())) {
			continue
		}
		switch {
		case e.Text != "":
			p.text(e)
		case e.Art != nil:
			p.art(e)
		case e.Picture != nil:
			p.picture(e)
		default:
			p.rect(e)
		}
	}
	p.dst, p.boxes = nil, nil
}

// swap has all that is painted from now on with red and blue swapped, or as they are.
func (p *Painter) swap(swapped bool) {
	if swapped != p.swapped {
		p.swapped, p.others = swapped, newCache[otherKey, other](keptOthers)
	}
}

// order returns a colour as what is painted has it.
func (p *Painter) order(c color.NRGBA) color.NRGBA {
	if p.swapped {
		c.R, c.B = c.B, c.R
	}
	return c
}

// limit keeps to a part of the boxes, and reports whether anything is left.
func (p *Painter) limit(reach image.Rectangle) bool {
	p.within = p.within[:0]
	for _, b := range p.boxes {
		if b = b.Intersect(reach); !b.Empty() {
			p.within = append(p.within, b)
		}
	}
	return len(p.within) > 0
}

// reaches reports whether any of r is to be painted.
func (p *Painter) reaches(r image.Rectangle) bool {
	for _, b := range p.within {
		if r.Overlaps(b) {
			return true
		}
	}
	return false
}

// fill lays a colour over r.
func (p *Painter) fill(r image.Rectangle, c color.NRGBA, cover uint8) {
	c = p.order(c)
	for _, b := range p.within {
		fill(p.dst, r.Intersect(b), c, cover)
	}
}

// tint lays a colour over what a mask covers that is moved by an offset.
func (p *Painter) tint(m mask, by image.Point, c color.NRGBA) {
	c = p.order(c)
	for _, b := range p.within {
		tint(p.dst, b, m, by, c)
	}
}

// around returns the pixels that a box of the canvas touches.
func (p *Painter) around(b Box) image.Rectangle { return pixelsAround(b, p.scale).Add(p.at) }

func pixelsAround(b Box, scale float32) image.Rectangle {
	down := func(v float32) int { return int(math.Floor(float64(v * scale))) }
	up := func(v float32) int { return int(math.Ceil(float64(v * scale))) }
	return image.Rect(down(b.X), down(b.Y), up(b.Right()), up(b.Bottom()))
}

// pixels returns the pixels that a thing fills, at least one each way: whole ones, so
// that edges are sharp and neighbours meet.
func (p *Painter) pixels(at fyne.Position, size fyne.Size) image.Rectangle {
	if size.Width <= 0 || size.Height <= 0 {
		return image.Rectangle{}
	}
	l, t := p.pixel(at.X), p.pixel(at.Y)
	r, b := max(l+1, p.pixel(at.X+size.Width)), max(t+1, p.pixel(at.Y+size.Height))
	return image.Rect(l, t, r, b).Add(p.at)
}

// pixel returns the pixel next to a distance on the canvas.
func (p *Painter) pixel(v float32) int { return nearest(v * p.scale) }

func nearest(v float32) int { return int(math.Floor(float64(v) + 0.5)) }

func (p *Painter) art(e *Element) {
	at := p.pixels(e.At, e.Size)
	if at.Empty() || !p.limit(at) {
		return
	}
	e.Art.Paint(&Drawing{W: float32(at.Dx()), H: float32(at.Dy()), Tint: e.Color, painter: p, at: at})
}
