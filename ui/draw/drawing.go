package draw

import (
	"image"
	"image/color"
	"math"
)

// Art is something drawn into a room of its own size: a mark or a chart.
// Art is compared by its value to tell whether it must be drawn again.
type Art interface {
	Paint(d *Drawing) // paints it as large as d
}

// Drawing is the room that art is painted in: a part of the frame, beyond which
// nothing is painted.
type Drawing struct {
	W, H float32     // in device pixels
	Tint color.NRGBA // the colour of the art's element

	painter *Painter
	at      image.Rectangle // in the frame
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

// Fill fills closed outlines; where two overlap in opposite directions there is a hole.
func (d *Drawing) Fill(c color.NRGBA, outlines ...[]Point) {
	s := &d.painter.shapes
	s.begin()
	for _, o := range outlines {
		s.add(o)
	}
	d.fill(c)
}

// Stroke draws a line of a width through points, with round joins and ends.
func (d *Drawing) Stroke(c color.NRGBA, width float32, line ...Point) {
	s := &d.painter.shapes
	s.begin()
	for i, p := range line {
		s.disc(p, width/2)
		if i > 0 && line[i-1] != p {
			s.bar(line[i-1], p, width)
		}
	}
	d.fill(c)
}

// fill fills the painter's shapes.
func (d *Drawing) fill(c color.NRGBA) {
	p := d.painter
	room := image.Rect(0, 0, d.at.Dx(), d.at.Dy())
	for m := range p.shapes.masks(room, func(r image.Rectangle) bool { return p.reaches(r.Add(d.at.Min)) }) {
		p.tint(m, d.at.Min, c)
	}
}

// Disc returns a circle's outline, clockwise on the screen.
func Disc(center Point, radius float32) []Point { return appendDisc(nil, center, radius) }

func appendDisc(out []Point, center Point, radius float32) []Point {
	n := max(12, int(radius*2))
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		out = append(out, Point{center.X + radius*float32(cos), center.Y + radius*float32(sin)})
	}
	return out
}

// Bar returns the outline of a straight line of a width, in the direction of [Disc].
func Bar(a, b Point, width float32) []Point {
	if a == b {
		return Disc(a, width/2)
	}
	return appendBar(nil, a, b, width)
}

func appendBar(out []Point, a, b Point, width float32) []Point {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := float32(math.Hypot(float64(dx), float64(dy)))
	nx, ny := -dy/length*width/2, dx/length*width/2
	return append(out, Point{a.X - nx, a.Y - ny}, Point{b.X - nx, b.Y - ny}, Point{b.X + nx, b.Y + ny}, Point{a.X + nx, a.Y + ny})
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
	l, r = float32(math.Round(float64(l))), float32(math.Round(float64(r)))
	t, b = max(t, 0), min(b, d.H)
	if t >= b {
		return
	}
	first, last := int(math.Floor(float64(t))), int(math.Ceil(float64(b)))
	rows := func(from, to int, share float32) {
		at := image.Rect(int(l), from, int(r), to).Add(d.at.Min).Intersect(d.at)
		d.painter.fill(at, c, uint8(share*opaque+0.5))
	}
	if last-first == 1 {
		rows(first, last, b-t)
		return
	}
	rows(first, first+1, float32(first+1)-t)
	rows(first+1, last-1, 1)
	rows(last-1, last, b-float32(last-1))
}
