package draw

import (
	"image"
	"image/color"
	"math"
)

// rect paints a rectangle and its outline, which lies within it.
func (p *Painter) rect(e *Element) {
	at := p.pixels(e.At, e.Size)
	if at.Empty() {
		return
	}
	radius := min(e.Radius*p.scale, float32(min(at.Dx(), at.Dy()))/2)
	if e.Stroke <= 0 || e.Line.A == 0 {
		p.rounded(at, 0, radius, e.Color)
		return
	}
	width := max(1, p.pixel(e.Stroke))
	under := width / 2 // so that the ground does not shine through between the two
	p.rounded(at.Inset(under), 0, max(0, radius-float32(under)), e.Color)
	p.rounded(at, width, radius, e.Line)
}

// rounded fills a rectangle with round corners, all of it or, where width is not 0, a
// frame of that width along its edge.
func (p *Painter) rounded(at image.Rectangle, width int, radius float32, c color.NRGBA) {
	if c.A == 0 || at.Empty() {
		return
	}
	if width >= min(at.Dx(), at.Dy())/2 {
		width = 0
	}
	corner := min(max(int(math.Ceil(float64(radius))), width), (at.Dx()+1)/2, (at.Dy()+1)/2)
	p.straight(at, width, corner, c)
	inner := max(0, radius-float32(width))
	for y := range corner {
		for x := range corner {
			cover := cornerCover(x, y, radius)
			if width > 0 && x >= width && y >= width {
				cover -= min(cover, cornerCover(x-width, y-width, inner))
			}
			if cover > 0 {
				p.corners(at, x, y, c, cover)
			}
		}
	}
}

// straight fills what lies between the corners.
func (p *Painter) straight(at image.Rectangle, width, corner int, c color.NRGBA) {
	l, r := at.Min.X+corner, at.Max.X-corner
	t, b := at.Min.Y+corner, at.Max.Y-corner
	if width == 0 {
		p.fill(image.Rect(l, at.Min.Y, r, t), c, opaque)
		p.fill(image.Rect(at.Min.X, t, at.Max.X, b), c, opaque)
		p.fill(image.Rect(l, b, r, at.Max.Y), c, opaque)
		return
	}
	p.fill(image.Rect(l, at.Min.Y, r, at.Min.Y+width), c, opaque)
	p.fill(image.Rect(l, at.Max.Y-width, r, at.Max.Y), c, opaque)
	p.fill(image.Rect(at.Min.X, t, at.Min.X+width, b), c, opaque)
	p.fill(image.Rect(at.Max.X-width, t, at.Max.X, b), c, opaque)
}

// corners fills the pixel that is x, y away from a corner, in all four of them, which
// meet in the middle of a small one.
func (p *Painter) corners(at image.Rectangle, x, y int, c color.NRGBA, cover uint8) {
	l, r := at.Min.X+x, at.Max.X-1-x
	t, b := at.Min.Y+y, at.Max.Y-1-y
	dot := func(x, y int) { p.fill(image.Rect(x, y, x+1, y+1), c, cover) }
	dot(l, t)
	if r > l {
		dot(r, t)
	}
	if b > t {
		dot(l, b)
	}
	if r > l && b > t {
		dot(r, b)
	}
}

// cornerCover returns how much of the pixel x, y away from a corner lies within one of
// a radius.
func cornerCover(x, y int, radius float32) uint8 {
	dx, dy := radius-float32(x)-0.5, radius-float32(y)-0.5
	if dx <= 0 || dy <= 0 {
		return opaque
	}
	far := float32(math.Sqrt(float64(dx*dx + dy*dy)))
	return uint8(min(max(radius-far+0.5, 0), 1)*opaque + 0.5)
}
