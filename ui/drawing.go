package ui

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// art is something drawn into a picture of its own size: a mark or a chart.
// Art is compared by its value to tell whether it must be drawn again.
type art interface {
	paint(d *drawing)
}

// drawing is the picture that art is painted into, in device pixels.
type drawing struct {
	img  *image.RGBA // the rasterizer is five times as fast on this as on NRGBA
	w, h float32
	tint color.NRGBA
}

type point struct{ x, y float32 }

func paint(a art, tint color.NRGBA, w, h int) image.Image {
	d := &drawing{img: image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1))), w: float32(w), h: float32(h), tint: tint}
	if w > 0 && h > 0 {
		a.paint(d)
	}
	return d.img
}

// fill fills closed outlines; where two overlap in opposite directions there is a hole.
func (d *drawing) fill(c color.NRGBA, outlines ...[]point) {
	z := vector.NewRasterizer(d.img.Rect.Dx(), d.img.Rect.Dy())
	for _, o := range outlines {
		z.MoveTo(o[0].x, o[0].y)
		for _, p := range o[1:] {
			z.LineTo(p.x, p.y)
		}
		z.ClosePath()
	}
	z.Draw(d.img, d.img.Rect, image.NewUniform(c), image.Point{})
}

// stroke draws a line of a width through points, with round joins and ends.
func (d *drawing) stroke(c color.NRGBA, width float32, line ...point) {
	z := vector.NewRasterizer(d.img.Rect.Dx(), d.img.Rect.Dy())
	add := func(outline []point) {
		z.MoveTo(outline[0].x, outline[0].y)
		for _, p := range outline[1:] {
			z.LineTo(p.x, p.y)
		}
		z.ClosePath()
	}
	for i, p := range line {
		add(disc(p, width/2))
		if i > 0 {
			add(bar(line[i-1], p, width))
		}
	}
	z.Draw(d.img, d.img.Rect, image.NewUniform(c), image.Point{})
}

// disc returns a circle's outline, clockwise on the screen.
func disc(center point, radius float32) []point {
	n := max(12, int(radius*2))
	out := make([]point, n)
	for i := range out {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		out[i] = point{center.x + radius*float32(cos), center.y + radius*float32(sin)}
	}
	return out
}

// bar returns the outline of a straight line of a width, in disc's direction.
func bar(a, b point, width float32) []point {
	dx, dy := b.x-a.x, b.y-a.y
	length := float32(math.Hypot(float64(dx), float64(dy)))
	if length == 0 {
		return disc(a, width/2)
	}
	nx, ny := -dy/length*width/2, dx/length*width/2
	return []point{{a.x - nx, a.y - ny}, {b.x - nx, b.y - ny}, {b.x + nx, b.y + ny}, {a.x + nx, a.y + ny}}
}

func reversed(outline []point) []point {
	out := make([]point, len(outline))
	for i, p := range outline {
		out[len(outline)-1-i] = p
	}
	return out
}

// fillRows fills an upright rectangle; whole pixels at the sides, so that
// neighbours meet without a seam.
func (d *drawing) fillRows(c color.NRGBA, l, t, r, b float32) {
	round := func(v float32) float32 { return float32(math.Round(float64(v))) }
	l, r = round(l), round(r)
	d.fill(c, []point{{l, t}, {r, t}, {r, b}, {l, b}})
}

// round clears the picture's corners.
func (d *drawing) round(radius float32) {
	for y := range int(radius) {
		for x := range int(radius) {
			dx, dy := radius-float32(x)-0.5, radius-float32(y)-0.5
			if dx*dx+dy*dy <= radius*radius {
				continue
			}
			w, h := d.img.Rect.Dx()-1, d.img.Rect.Dy()-1
			for _, p := range [][2]int{{x, y}, {w - x, y}, {x, h - y}, {w - x, h - y}} {
				d.img.SetRGBA(p[0], p[1], color.RGBA{})
			}
		}
	}
}
