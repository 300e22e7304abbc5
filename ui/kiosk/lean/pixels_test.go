package lean

import (
	"bytes"
	"image"
	"image/color"
	"testing"
)

func TestConverter_WritesThePixelsOfEachScreen(t *testing.T) {
	colours := []color.RGBA{{0, 0, 0, 255}, {255, 255, 255, 255}, {255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {0x80, 0x41, 0x0f, 255}}
	picture := image.NewRGBA(image.Rect(0, 0, len(colours), 1))
	for x, c := range colours {
		picture.SetRGBA(x, 0, c)
	}
	for _, row := range []struct {
		name string
		format
		want []uint32 // worked out by hand
	}{
		{"24 bits", format{0xff0000, 0xff00, 0xff, 4}, []uint32{0, 0xffffff, 0xff0000, 0xff00, 0xff, 0x80410f}},
		{"red and blue exchanged", format{0xff, 0xff00, 0xff0000, 4}, []uint32{0, 0xffffff, 0xff, 0xff00, 0xff0000, 0x0f4180}},
		{"30 bits", format{0x3ff00000, 0xffc00, 0x3ff, 4}, []uint32{0, 0x3fffffff, 0x3ff00000, 0xffc00, 0x3ff, 514<<20 | 261<<10 | 60}},
		{"16 bits", format{0xf800, 0x7e0, 0x1f, 2}, []uint32{0, 0xffff, 0xf800, 0x7e0, 0x1f, 16<<11 | 16<<5 | 2}},
		{"15 bits", format{0x7c00, 0x3e0, 0x1f, 2}, []uint32{0, 0x7fff, 0x7c00, 0x3e0, 0x1f, 16<<10 | 8<<5 | 2}},
	} {
		if !row.served() {
			t.Errorf("%s: refused", row.name)
		}
		to := make([]byte, len(colours)*row.bytes)
		newConverter(row.format).write(to, len(to), picture, picture.Rect)
		for i, want := range row.want {
			var got uint32
			for b := range row.bytes {
				got |= uint32(to[i*row.bytes+b]) << (8 * b)
			}
			if got != want {
				t.Errorf("%s: colour %v is %#x, want %#x", row.name, colours[i], got, want)
			}
		}
	}
}

func TestConverter_WritesNothingBesideThePart(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 5, 4))
	for i := range picture.Pix {
		picture.Pix[i] = 0xff
	}
	const stride = 5*4 + 8
	const before = 0x11
	to := bytes.Repeat([]byte{before}, stride*4)
	part := image.Rect(1, 1, 4, 3)
	newConverter(usual).write(to, stride, picture, part)
	for i, b := range to {
		inside := image.Pt(i%stride/4, i/stride).In(part)
		if (b != before) != inside {
			t.Fatalf("byte %d is %#x", i, b)
		}
	}
}

func TestFormat_OfColourTablesIsRefused(t *testing.T) {
	for _, f := range []format{{0, 0, 0, 1}, {0xe0, 0x1c, 0x3, 1}, {0xff0000, 0xff00, 0xff, 3}} {
		if f.served() {
			t.Errorf("%+v is served", f)
		}
	}
}
