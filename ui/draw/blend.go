package draw

import (
	"encoding/binary"
	"image"
	"image/color"
)

// opaque is the strength of a colour, and of a mask, that lets nothing through.
const opaque = 255

// fill lays a colour over a part of a picture.
func fill(dst *image.RGBA, r image.Rectangle, c color.NRGBA, cover uint8) {
	r = r.Intersect(dst.Rect)
	if r.Empty() || c.A == 0 || cover == 0 {
		return
	}
	if c.A == opaque && cover == opaque {
		fillOpaque(dst, r, c)
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		fillRow(dst.Pix[dst.PixOffset(r.Min.X, y):dst.PixOffset(r.Max.X-1, y)+4], c, cover)
	}
}

// fillRow lays a colour over a row, in which most pixels are like the one before.
func fillRow(row []uint8, c color.NRGBA, cover uint8) {
	before, after := uint32(0), uint32(0)
	for i := 0; i < len(row); i += 4 {
		p := binary.LittleEndian.Uint32(row[i:])
		if i > 0 && p == before {
			binary.LittleEndian.PutUint32(row[i:], after)
			continue
		}
		lay(row[i:], c, cover)
		before, after = p, binary.LittleEndian.Uint32(row[i:])
	}
}

// fillOpaque writes the first row and copies it to the others.
func fillOpaque(dst *image.RGBA, r image.Rectangle, c color.NRGBA) {
	from, length := dst.PixOffset(r.Min.X, r.Min.Y), 4*r.Dx()
	first := dst.Pix[from : from+length]
	copy(first, []byte{c.R, c.G, c.B, opaque})
	for done := 4; done < length; done *= 2 {
		copy(first[done:], first[:done])
	}
	for y := 1; y < r.Dy(); y++ {
		at := from + y*dst.Stride
		copy(dst.Pix[at:at+length], first)
	}
}

// lay lays a colour over a pixel, as strong as it covers that.
func lay(pixel []uint8, c color.NRGBA, cover uint8) {
	const whole = opaque * opaque
	p := pixel[:4:4]
	a := uint32(c.A) * uint32(cover)
	rest := whole - a
	p[0] = uint8((uint32(c.R)*a + uint32(p[0])*rest + whole/2) / whole)
	p[1] = uint8((uint32(c.G)*a + uint32(p[1])*rest + whole/2) / whole)
	p[2] = uint8((uint32(c.B)*a + uint32(p[2])*rest + whole/2) / whole)
	p[3] = uint8((opaque*a + uint32(p[3])*rest + whole/2) / whole)
}

// mask is how strong a colour covers each pixel of a part of a picture.
type mask struct {
	at    image.Rectangle
	cover []uint8 // row by row
}

// tint lays a colour over the part clip of a picture where a mask says so. The
// mask's place is moved by an offset.
func tint(dst *image.RGBA, clip image.Rectangle, m mask, by image.Point, c color.NRGBA) {
	at := m.at.Add(by)
	r := at.Intersect(clip).Intersect(dst.Rect)
	if r.Empty() || c.A == 0 {
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		from := (y-at.Min.Y)*at.Dx() + r.Min.X - at.Min.X
		tintRow(dst.Pix[dst.PixOffset(r.Min.X, y):], m.cover[from:from+r.Dx()], c)
	}
}

// tintRow passes over what is not covered eight pixels at a time: most of a mask is
// empty.
func tintRow(row, cover []uint8, c color.NRGBA) {
	for i := 0; i < len(cover); {
		if i+8 <= len(cover) && binary.LittleEndian.Uint64(cover[i:]) == 0 {
			i += 8
			continue
		}
		switch p := row[4*i : 4*i+4 : 4*i+4]; {
		case cover[i] == 0:
		case cover[i] == opaque && c.A == opaque:
			p[0], p[1], p[2], p[3] = c.R, c.G, c.B, opaque
		default:
			lay(p, c, cover[i])
		}
		i++
	}
}
