package draw

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

// over is a colour over a premultiplied pixel by the book: Porter and Duff's "over".
func over(p color.RGBA, c color.NRGBA, cover uint8) (want [4]float64) {
	a := float64(c.A) * float64(cover) / (255 * 255)
	for i, v := range [][2]uint8{{c.R, p.R}, {c.G, p.G}, {c.B, p.B}, {255, p.A}} {
		want[i] = float64(v[0])*a + float64(v[1])*(1-a)
	}
	return want
}

func near(p color.RGBA, want [4]float64) bool {
	for i, v := range []uint8{p.R, p.G, p.B, p.A} {
		if d := float64(v) - want[i]; d > 0.51 || d < -0.51 {
			return false
		}
	}
	return true
}

// Masks are mostly empty, and what is empty is passed over in a hurry: wherever the
// first pixel that is not lies, it is to be seen.
func TestTint_CoversEachPixelAsItsMaskSays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []color.NRGBA{{200, 30, 90, 255}, {200, 30, 90, 120}} {
		for width := 1; width < 40; width++ {
			m := mask{image.Rect(0, 0, width, 3), make([]uint8, 3*width)}
			for range 3 {
				m.cover[r.IntN(len(m.cover))] = []uint8{255, 1, 130}[r.IntN(3)]
			}
			ground := color.RGBA{10, 20, 30, 255}
			img := image.NewRGBA(image.Rect(0, 0, 60, 10))
			fill(img, img.Rect, color.NRGBA(ground), opaque)
			clip := image.Rect(6, 2, 35, 6)
			tint(img, clip, m, image.Pt(5, 4), c)
			for y := range 10 {
				for x := range 60 {
					want := over(ground, c, 0)
					if at := image.Pt(x-5, y-4); at.In(m.at) && image.Pt(x, y).In(clip) {
						want = over(ground, c, m.cover[at.Y*width+at.X])
					}
					if got := img.RGBAAt(x, y); !near(got, want) {
						t.Fatalf("width %d, at %d, %d: %v, want %v", width, x, y, got, want)
					}
				}
			}
		}
	}
}

func TestFill_LaysAColourOverNothingAndOverAnother(t *testing.T) {
	for _, ground := range []color.RGBA{{}, {0, 80, 40, 128}, {250, 250, 250, 255}} {
		for _, c := range []color.NRGBA{{255, 0, 100, 255}, {255, 0, 100, 60}, {}} {
			for _, cover := range []uint8{255, 100, 0} {
				img := image.NewRGBA(image.Rect(0, 0, 30, 20))
				for y := range 20 {
					for x := range 30 {
						img.SetRGBA(x, y, ground)
					}
				}
				within := image.Rect(-5, 7, 12, 13)
				fill(img, within, c, cover)
				for y := range 20 {
					for x := range 30 {
						want := over(ground, c, 0)
						if image.Pt(x, y).In(within) {
							want = over(ground, c, cover)
						}
						if got := img.RGBAAt(x, y); !near(got, want) {
							t.Fatalf("%v of %d over %v at %d, %d: %v, want %v", c, cover, ground, x, y, got, want)
						}
					}
				}
			}
		}
	}
}
