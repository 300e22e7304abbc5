package draw

import (
	"image"
	"iter"
	"math"
	"slices"

	"golang.org/x/image/vector"
)

// shapes turns outlines into masks. It keeps what it works with, so that pictures
// leave no garbage.
type shapes struct {
	points []Point
	parts  []shape
	groups patches
	raster vector.Rasterizer
	cover  []uint8
}

// shape is an outline among the points, and the pixels that it lies on.
type shape struct {
	from, to int
	on       image.Rectangle
}

func (s *shapes) begin() { s.points, s.parts = s.points[:0], s.parts[:0] }

func (s *shapes) add(outline []Point) {
	from := len(s.points)
	s.points = append(s.points, outline...)
	s.end(from)
}

func (s *shapes) disc(center Point, radius float32) {
	from := len(s.points)
	s.points = appendDisc(s.points, center, radius)
	s.end(from)
}

func (s *shapes) bar(a, b Point, width float32) {
	from := len(s.points)
	s.points = appendBar(s.points, a, b, width)
	s.end(from)
}

func (s *shapes) end(from int) {
	if from < len(s.points) {
		s.parts = append(s.parts, shape{from: from, to: len(s.points), on: pixelsOf(s.points[from:])})
	}
}

// pixelsOf returns the pixels that points enclose.
func pixelsOf(points []Point) image.Rectangle {
	lo, hi := points[0], points[0]
	for _, p := range points[1:] {
		lo.X, lo.Y, hi.X, hi.Y = min(lo.X, p.X), min(lo.Y, p.Y), max(hi.X, p.X), max(hi.Y, p.Y)
	}
	const far = 1 << 20 // beyond every frame, and within what an int32 holds
	within := func(v float64) int { return int(min(max(v, -far), far)) }
	return image.Rect(
		within(math.Floor(float64(lo.X))), within(math.Floor(float64(lo.Y))),
		within(math.Ceil(float64(hi.X))), within(math.Ceil(float64(hi.Y))),
	)
}

// masks returns what is covered within a room, in masks that overlap nowhere; those
// that are not wanted are left out. A mask is good until the next one. Shapes that lie
// apart are masked apart: a few points on a large chart are not worth all of its
// pixels.
func (s *shapes) masks(room image.Rectangle, wanted func(image.Rectangle) bool) iter.Seq[mask] {
	return func(yield func(mask) bool) {
		s.gather()
		for _, group := range s.groups {
			r := group.Intersect(room)
			if !r.Empty() && wanted(r) && !yield(s.mask(group, r)) {
				return
			}
		}
	}
}

// gather puts shapes that share pixels into one group.
func (s *shapes) gather() {
	s.groups = s.groups[:0]
	for _, part := range s.parts {
		s.groups.add(part.on)
	}
}

// mask returns what the shapes within a group cover of the part r of it.
func (s *shapes) mask(group, r image.Rectangle) mask {
	z := &s.raster
	z.Reset(r.Dx(), r.Dy())
	dx, dy := float32(r.Min.X), float32(r.Min.Y)
	for _, part := range s.parts {
		if !part.on.In(group) {
			continue
		}
		for i, p := range s.points[part.from:part.to] {
			if i == 0 {
				z.MoveTo(p.X-dx, p.Y-dy)
			} else {
				z.LineTo(p.X-dx, p.Y-dy)
			}
		}
		z.ClosePath()
	}
	size := r.Dx() * r.Dy()
	s.cover = slices.Grow(s.cover[:0], size)[:size]
	covered(z, s.cover)
	return mask{r, s.cover}
}
