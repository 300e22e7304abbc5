package themes

import (
	"fmt"
	"image/color"
	"strings"

	"kpiwall/data/config"
)

// What WCAG 2.2 asks of text and of graphics.
const (
	textContrast    = 4.5
	graphicContrast = 3
)

var _ config.Check = Check

// Check refuses a theme that does not exist, and colours of the board's own that
// text could not be read on or that a colour-blind reader could not tell apart.
func Check(c *config.Config) config.Problems {
	if c.Screen.Own != nil {
		if problems := checkOwn(c.Screen.Own, Of(c.Screen)); len(problems) > 0 {
			return problems
		}
	} else if _, ok := Named(c.Screen.Theme); !ok {
		return config.Problems{c.Problem("screen.theme", fmt.Sprintf("there is no theme %q; use one of %s, or a file that ends in .toml",
			c.Screen.Theme, strings.Join(Names(), ", ")))}
	}
	if message := checkBrand(Of(c.Screen)); message != "" {
		if c.Screen.Brand.A == 0 {
			return config.Problems{c.Screen.Own.Problem("brand", message)}
		}
		return config.Problems{c.Problem("screen.brand", message)}
	}
	return nil
}

// checkOwn returns what is wrong with the palette p that t makes.
func checkOwn(t *config.Theme, p Palette) config.Problems {
	if _, ok := Named(t.BasedOn); !ok {
		return config.Problems{t.Problem("based_on", fmt.Sprintf("there is no theme %q; use one of %s", t.BasedOn, strings.Join(Names(), ", ")))}
	}
	var problems config.Problems
	for i, r := range roles {
		fill := *r.of(&p)
		if ratio := Contrast(Ink(fill), fill); ratio < textContrast {
			problems = append(problems, t.Problem(r.key, fmt.Sprintf("text on %s has a contrast of %.1f in either black or white, below %.1f; %s would do",
				name(fill), ratio, textContrast, name(apartFrom(fill, Ink(fill), textContrast)))))
		}
		if r.key == "ground" {
			continue
		}
		for _, other := range roles[i+1:] {
			if message := checkPair(fill, *other.of(&p), r.key, other.key); message != "" {
				key := r.key
				if other.given(t).A > 0 {
					key = other.key
				}
				problems = append(problems, t.Problem(key, message))
			}
		}
	}
	return problems
}

// checkPair returns why two fills cannot be told apart, or "".
func checkPair(a, b color.NRGBA, keyA, keyB string) string {
	for _, e := range eyes {
		if d := e.distance(a, b); d < apart {
			return fmt.Sprintf("%s %s and %s %s look alike with %s: they are %.0f apart, and %d is told apart across a room; make one of them lighter or darker",
				keyA, name(a), keyB, name(b), e.name, d, apart)
		}
	}
	return ""
}

// checkBrand returns why the brand cannot be seen on the ground, or "".
func checkBrand(p Palette) string {
	if p.Brand.A == 0 || Contrast(p.Brand, p.Ground) >= graphicContrast {
		return ""
	}
	return fmt.Sprintf("%s on the ground %s has a contrast of %.1f, below %d; %s would do",
		name(p.Brand), name(p.Ground), Contrast(p.Brand, p.Ground), graphicContrast, name(apartFrom(p.Brand, p.Ground, graphicContrast)))
}

// apartFrom returns the colour nearest to c whose contrast with other is least.
func apartFrom(c, other color.NRGBA, least float64) color.NRGBA {
	for share := 0.0; share < 1; share += 0.02 {
		if m := Mix(c, Ink(other), share); Contrast(m, other) >= least {
			return m
		}
	}
	return Ink(other)
}

func name(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
