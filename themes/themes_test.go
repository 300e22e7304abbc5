package themes

import (
	"image/color"
	"math"
	"testing"

	"kpiwall/data/kpi"
)

var statuses = []kpi.Status{kpi.OnTarget, kpi.Near, kpi.Below, kpi.Above, kpi.NoTarget, kpi.NoValue, kpi.Overdue}

func TestPalettes_TextStandsOutOnEveryFill(t *testing.T) {
	for _, p := range palettes {
		fills := []color.NRGBA{p.Ground}
		for _, s := range statuses {
			fills = append(fills, p.Fill(s))
		}
		for _, fill := range fills {
			least := 4.5
			if p.Name == "contrast" {
				least = 7
			}
			if c := Contrast(Ink(fill), fill); c < least {
				t.Errorf("%s: text on %v has contrast %.2f, want %.1f", p.Name, fill, c, least)
			}
			if c := Contrast(Quiet(fill, p.Least), fill); c < least {
				t.Errorf("%s: secondary text on %v has contrast %.2f, want %.1f", p.Name, fill, c, least)
			}
			better, worse := p.Trend(fill)
			if c := min(Contrast(better, fill), Contrast(worse, fill)); c < 4.5 {
				t.Errorf("%s: a change on %v has contrast %.2f", p.Name, fill, c)
			}
		}
		for _, s := range statuses {
			if c := Contrast(p.Mark(s, p.Ground), p.Ground); s.Verdict() && c < 3 {
				t.Errorf("%s: the mark of %v on the ground has contrast %.2f", p.Name, s, c)
			}
		}
	}
}

// The fills must stay apart for people who see colours differently. The
// distance is CIE76 in Lab, in which 2.3 is just noticeable; 15 is told apart
// across a room.
func TestPalettes_FillsStayApartForEveryEye(t *testing.T) {
	for _, p := range palettes {
		fills := map[string]color.NRGBA{"on target": p.OnTarget, "near": p.Near, "off": p.Off, "panel": p.Panel}
		for eye, matrix := range eyes {
			for a, x := range fills {
				for b, y := range fills {
					if a < b {
						if d := distance(seen(x, matrix), seen(y, matrix)); d < 15 {
							t.Errorf("%s: %s and %s are %.0f apart for %s", p.Name, a, b, d, eye)
						}
					}
				}
			}
		}
	}
}

func TestContrast_MatchesKnownPairs(t *testing.T) {
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{
		{hex("ffffff"), hex("000000"), 21},
		{hex("777777"), hex("ffffff"), 4.48},
		{hex("123456"), hex("123456"), 1},
	} {
		if got := Contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 {
			t.Errorf("contrast of %v and %v is %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestNamed_FindsEveryThemeAndNoOther(t *testing.T) {
	for _, name := range append(Names(), "") {
		if _, ok := Named(name); !ok {
			t.Errorf("no theme %q", name)
		}
	}
	if _, ok := Named("neon"); ok {
		t.Error("found a theme that does not exist")
	}
}

// eyes are the simulations of complete dichromacy by Machado, Oliveira and
// Fernandes (2009), applied to linear light.
var eyes = map[string][9]float64{
	"full colour vision": {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":         {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia":       {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopia":         {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// seen returns linear light as an eye sees a colour.
func seen(c color.NRGBA, m [9]float64) [3]float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var out [3]float64
	for i := range out {
		out[i] = min(1, max(0, m[3*i]*in[0]+m[3*i+1]*in[1]+m[3*i+2]*in[2]))
	}
	return out
}

func distance(a, b [3]float64) float64 {
	x, y := lab(a), lab(b)
	return math.Sqrt(math.Pow(x[0]-y[0], 2) + math.Pow(x[1]-y[1], 2) + math.Pow(x[2]-y[2], 2))
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
