package draw

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// Art is something drawn into a picture of its own size: a mark or a chart.
// Art is compared by its value to tell whether it must be drawn again.
type Art interface {
	Paint(d *Drawing) // paints it as large as d
}

// Drawing is the picture that art is painted into.
type Drawing struct {
	img  *image.RGBA // the rasterizer is five times as fast on this as on NRGBA
	W, H float32     // in device pixels
	Tint color.NRGBA // the colour of the art's element
}

// Point is a place in a drawing, in pixels from its top left corner.
type Point struct{ X, Y float32 }

// Pt returns the point at x, y.
func Pt(x, y float32) Point { return Point{x, y} }

// Outline returns the points whose coordinates are given in pairs.
func Outline(xy ...float32) []Point {
	out := make([]Point, len(xy)/2)
	for i := range out {
		out[i] = Point{xy[2*i], xy[2*i+1]}
	}
	return out
}

// Paint draws art into a picture of w × h pixels.
func Paint(a Art, tint color.NRGBA, w, h int) image.Image {
	d := &Drawing{img: image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1))), W: float32(w), H: float32(h), Tint: tint}
	if w > 0 && h > 0 {
		a.Paint(d)
	}
	return d.img
}

// Fill fills closed outlines; where two overlap in opposite directions there is a hole.
func (d *Drawing) Fill(c color.NRGBA, outlines ...[]Point) {
	z := vector.NewRasterizer(d.img.Rect.Dx(), d.img.Rect.Dy())
	for _, o := range outlines {
		z.MoveTo(o[0].X, o[0].Y)
		for _, p := range o[1:] {
			z.LineTo(p.X, p.Y)
		}
		z.ClosePath()
	}
	z.Draw(d.img, d.img.Rect, image.NewUniform(c), image.Point{})
}

// Stroke draws a line of a width through points, with round joins and ends.
func (d *Drawing) Stroke(c color.NRGBA, width float32, line ...Point) {
	z := vector.NewRasterizer(d.img.Rect.Dx(), d.img.Rect.Dy())
	add := func(outline []Point) {
		z.MoveTo(outline[0].X, outline[0].Y)
		for _, p := range outline[1:] {
			z.LineTo(p.X, p.Y)
		}
		z.ClosePath()
	}
	for i, p := range line {
		add(Disc(p, width/2))
		if i > 0 {
			add(Bar(line[i-1], p, width))
		}
	}
	z.Draw(d.img, d.img.Rect, image.NewUniform(c), image.Point{})
}

// Disc returns a circle's outline, clockwise on the screen.
func Disc(center Point, radius float32) []Point {
	n := max(12, int(radius*2))
	out := make([]Point, n)
	for i := range out {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		out[i] = Point{center.X + radius*float32(cos), center.Y + radius*float32(sin)}
	}
	return out
}

// Bar returns the outline of a straight line of a width, in the direction of [Disc].
func Bar(a, b Point, width float32) []Point {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := float32(math.Hypot(float64(dx), float64(dy)))
	if length == 0 {
		return Disc(a, width/2)
	}
	nx, ny := -dy/length*width/2, dx/length*width/2
	return []Point{{a.X - nx, a.Y - ny}, {b.X - nx, b.Y - ny}, {b.X + nx, b.Y + ny}, {a.X + nx, a.Y + ny}}
}

// Reversed returns an outline the other way around, which makes a hole of it.
func Reversed(outline []Point) []Point {
	out := make([]Point, len(outline))
	for i, p := range outline {
		out[len(outline)-1-i] = p
	}
	return out
}

// FillRows fills an upright rectangle; whole pixels at the sides, so that
// neighbours meet without a seam.
func (d *Drawing) FillRows(c color.NRGBA, l, t, r, b float32) {
	round := func(v float32) float32 { return float32(math.Round(float64(v))) }
	l, r = round(l), round(r)
	d.Fill(c, []Point{{l, t}, {r, t}, {r, b}, {l, b}})
}

// Round clears the picture's corners.
func (d *Drawing) Round(radius float32) {
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
