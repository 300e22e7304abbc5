package lean

import (
	"encoding/binary"
	"image"
	"math/bits"
)

// format is how the X server wants pixels: the bits of each channel within a pixel of
// so many bytes, of which the lowest comes first.
type format struct {
	red, green, blue uint32
	bytes            int // 2 or 4
}

// usual is the format of nearly all screens: that of a picture with red and blue
// swapped, which needs no converter.
var usual = format{0xff0000, 0xff00, 0xff, 4}

// served reports whether pixels can be put in that format.
func (f format) served() bool {
	ok := f.bytes == 2 || f.bytes == 4
	for _, mask := range []uint32{f.red, f.green, f.blue} {
		ok = ok && mask != 0
	}
	return ok
}

// converter writes pixels in a format.
type converter struct {
	format
	red, green, blue [256]uint32 // what each strength of a channel is within a pixel
}

func newConverter(f format) *converter {
	c := &converter{format: f}
	for v := range 256 {
		c.red[v], c.green[v], c.blue[v] = placed(v, f.red), placed(v, f.green), placed(v, f.blue)
	}
	return c
}

// placed returns the strength v of 255 in the bits of a mask.
func placed(v int, mask uint32) uint32 {
	shift := bits.TrailingZeros32(mask)
	most := uint64(mask) >> shift
	return uint32((uint64(v)*most+127)/255) << shift
}

// write writes the part r of a picture to where an image of the same size keeps it,
// whose lines are stride bytes apart.
func (c *converter) write(to []byte, stride int, from *image.RGBA, r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		src := from.Pix[from.PixOffset(r.Min.X, y):from.PixOffset(r.Max.X, y)]
		dst := to[y*stride+r.Min.X*c.bytes : y*stride+r.Max.X*c.bytes]
		switch c.bytes {
		case 4:
			for i := 0; i < len(src); i += 4 {
				binary.LittleEndian.PutUint32(dst[i:], c.red[src[i]]|c.green[src[i+1]]|c.blue[src[i+2]])
			}
		default:
			for i := 0; i < len(src); i += 4 {
				binary.LittleEndian.PutUint16(dst[i/2:], uint16(c.red[src[i]]|c.green[src[i+1]]|c.blue[src[i+2]]))
			}
		}
	}
}
