package draw

import (
	"image"
	"image/color"
	"image/draw"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// glyphKey names the mask of a glyph: a size, and a place between two pixels.
type glyphKey struct {
	face   Face
	by     drawer
	id     font.GID
	size   float32 // in pixels
	offset int     // in quarters of a pixel
}

// quarters are the places within a pixel that a glyph may have: text that is set to
// whole pixels would stand unevenly.
const quarters = 4

// text paints a line of text. Its baseline lies on a whole pixel, so that the feet of
// its letters are sharp.
func (p *Painter) text(e *Element) {
	size, setIn := e.Points*p.scale, e.Points*p.scale
	if !e.Tabular {
		setIn = whole(e.Points) * p.scale
	}
	x, base := e.At.X*p.scale, p.pixel(e.At.Y+e.Size.Height)
	for _, r := range e.Face.line(e.Text, e.Tabular).runs {
		if r.by == byMachine {
			p.other(e, r, nearest(x), base)
		}
		for _, g := range r.glyph {
			at := nearest((x + g.x*setIn) * quarters)
			m := p.glyph(glyphKey{e.Face, r.by, g.id, size, at & (quarters - 1)})
			p.tint(m, p.at.Add(image.Pt(at>>2, base-nearest(g.up*setIn))), e.Color)
		}
		x += r.width * setIn
	}
}

// glyph returns what a glyph covers, seen from its origin.
func (p *Painter) glyph(key glyphKey) mask {
	m, ok := p.glyphs.get(key)
	if !ok {
		m = p.drawn(key)
		p.glyphs.put(key, m, len(m.cover)+256) // with what keeping it takes
	}
	return m
}

// drawn draws a glyph.
func (p *Painter) drawn(key glyphKey) mask {
	typesetter.Lock()
	from := key.face.font(key.by)
	outline, _ := from.GlyphData(key.id).(font.GlyphOutline)
	typesetter.Unlock()
	if len(outline.Segments) == 0 {
		return mask{}
	}
	scale := key.size / float32(from.Upem())
	place := func(s opentype.SegmentPoint) Point {
		return Point{s.X*scale + float32(key.offset)/quarters, -s.Y * scale}
	}
	var points []Point
	for _, s := range outline.Segments {
		for _, a := range s.ArgsSlice() {
			points = append(points, place(a))
		}
	}
	at := pixelsOf(points)
	z := &p.shapes.raster
	z.Reset(at.Dx(), at.Dy())
	trace(z, outline, func(s opentype.SegmentPoint) (x, y float32) {
		pt := place(s)
		return pt.X - float32(at.Min.X), pt.Y - float32(at.Min.Y)
	})
	m := mask{at, make([]uint8, at.Dx()*at.Dy())}
	covered(z, m.cover)
	return m
}

// trace draws the outline of a glyph.
func trace(z *vector.Rasterizer, outline font.GlyphOutline, place func(opentype.SegmentPoint) (x, y float32)) {
	for i, s := range outline.Segments {
		ax, ay := place(s.Args[0])
		bx, by := place(s.Args[1])
		cx, cy := place(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				z.ClosePath()
			}
			z.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			z.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			z.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
}

// covered writes what a rasterizer has drawn.
func covered(z *vector.Rasterizer, cover []uint8) {
	size := z.Size()
	dst := &image.Alpha{Pix: cover, Stride: size.X, Rect: image.Rectangle{Max: size}}
	z.DrawOp = draw.Src
	z.Draw(dst, dst.Rect, solid, image.Point{})
}

var solid = image.NewUniform(color.Alpha{opaque})
