package themes

import (
	"image/color"
	"math"
)

// Contrast returns the contrast ratio of two opaque colours, 1 to 21, as WCAG
// 2.2 defines it.
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// luminance returns the relative luminance of an sRGB colour, 0 to 1.
func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// Ink returns the text colour for a fill: near-black or white, whichever
// stands out more.
func Ink(fill color.NRGBA) color.NRGBA {
	if Contrast(black, fill) >= Contrast(white, fill) {
		return black
	}
	return white
}

// SecondaryText returns a text colour for secondary text on a fill: the ink moved
// towards the fill as far as minContrast allows.
func SecondaryText(fill color.NRGBA, minContrast float64) color.NRGBA {
	ink := Ink(fill)
	for share := 0.4; share > 0; share -= 0.05 {
		if c := Mix(ink, fill, share); Contrast(c, fill) >= minContrast {
			return c
		}
	}
	return ink
}

// Mix returns a with a share of b mixed in, 0 to 1.
func Mix(a, b color.NRGBA, share float64) color.NRGBA {
	mix := func(x, y uint8) uint8 {
		return uint8(math.Round(float64(x)*(1-share) + float64(y)*share))
	}
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}
