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
			if c := Contrast(SecondaryText(fill, p.MinContrast), fill); c < least {
				t.Errorf("%s: secondary text on %v has contrast %.2f, want %.1f", p.Name, fill, c, least)
			}
			better, worse := p.Trend(fill)
			if c := min(Contrast(better, fill), Contrast(worse, fill)); c < least {
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

// The fills must stay apart for people who see colours differently.
func TestPalettes_FillsStayApartForEveryEye(t *testing.T) {
	for _, p := range palettes {
		fills := map[string]color.NRGBA{"on target": p.OnTarget, "near": p.Near, "off": p.Off, "panel": p.Panel}
		for _, e := range eyes {
			for a, x := range fills {
				for b, y := range fills {
					if d := e.distance(x, y); a < b && d < apart {
						t.Errorf("%s: %s and %s are %.0f apart with %s", p.Name, a, b, d, e.name)
					}
				}
			}
		}
	}
}

// SecondaryText when good, loud when not: whatever a tile is filled with or has at its
// foot, what is off target stands out from the wall more than what is on it.
func TestPalettes_AreLoudOnlyWhereSomethingIsWrong(t *testing.T) {
	for _, p := range palettes {
		for _, below := range []color.NRGBA{p.Ground, p.Panel} {
			calm := eyes[0].distance(p.OnTarget, below)
			if near, off := eyes[0].distance(p.Near, below), eyes[0].distance(p.Off, below); min(near, off) < 1.5*calm {
				t.Errorf("%s: on target is %.0f from %v, near %.0f, off %.0f", p.Name, calm, below, near, off)
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
