package themes

import (
	"image/color"
	"math"
)

// apart is how far two colours must lie from each other to be told apart across
// a room. The distance is CIE76 in Lab, in which 2.3 is just noticeable.
const apart = 15

// eye is a way of seeing colours: what it makes of linear light.
type eye struct {
	name   string // the id of its message
	matrix [9]float64
}

// eyes are full colour vision and the simulations of complete dichromacy by
// Machado, Oliveira and Fernandes (2009), which apply to linear light.
var eyes = []eye{
	{"eye.full", [9]float64{1, 0, 0, 0, 1, 0, 0, 0, 1}},
	{"eye.protanopia", [9]float64{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}},
	{"eye.deuteranopia", [9]float64{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}},
	{"eye.tritanopia", [9]float64{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}},
}

// distance returns how far apart two colours are for the eye.
func (e eye) distance(a, b color.NRGBA) float64 {
	x, y := lab(e.seen(a)), lab(e.seen(b))
	return math.Sqrt(math.Pow(x[0]-y[0], 2) + math.Pow(x[1]-y[1], 2) + math.Pow(x[2]-y[2], 2))
}

// seen returns the linear light that the eye makes of a colour.
func (e eye) seen(c color.NRGBA) (out [3]float64) {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	for i := range out {
		out[i] = min(1, max(0, e.matrix[3*i]*in[0]+e.matrix[3*i+1]*in[1]+e.matrix[3*i+2]*in[2]))
	}
	return out
}

// lab converts linear sRGB to CIE L*a*b* under D65.
func lab(c [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.95047)
	y := f(0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2])
	z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
