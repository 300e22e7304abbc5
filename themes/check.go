package themes

import (
	"fmt"
	"image/color"

	"kpiwall/data/config"
	"kpiwall/data/finding"
)

// What WCAG 2.2 asks of text and of graphics.
const (
	textContrast    = 4.5
	graphicContrast = 3
)

var _ config.Check = Check

// Check refuses a theme that does not exist, and colours of the board's own that
// text could not be read on or that a colour-blind reader could not tell apart.
func Check(c *config.Config) finding.List {
	if c.Screen.Own != nil {
		if problems := checkOwn(c.Screen.Own, Of(c.Screen)); len(problems) > 0 {
			return problems
		}
	} else if _, ok := Named(c.Screen.Theme); !ok {
		return finding.List{c.Problem("screen.theme", "theme.unknown", finding.Args{"Theme": c.Screen.Theme, "Accepted": Names()})}
	}
	args := checkBrand(Of(c.Screen))
	switch {
	case args == nil:
		return nil
	case c.Screen.Brand.A == 0:
		return finding.List{c.Screen.Own.Problem("brand", "theme.brand", args)}
	}
	return finding.List{c.Problem("screen.brand", "theme.brand", args)}
}

// checkOwn returns what is wrong with the palette p that t makes.
func checkOwn(t *config.Theme, p Palette) finding.List {
	if _, ok := Named(t.BasedOn); !ok {
		return finding.List{t.Problem("based_on", "theme.base", finding.Args{"Theme": t.BasedOn, "Accepted": Names()})}
	}
	var problems finding.List
	for i, r := range roles {
		fill := *r.of(&p)
		if ratio := Contrast(Ink(fill), fill); ratio < textContrast {
			problems = append(problems, t.Problem(r.key, "theme.contrast", finding.Args{
				"Colour": name(fill), "Contrast": ratio, "Limit": textContrast, "Better": name(apartFrom(fill, Ink(fill), textContrast)),
			}))
		}
		if r.key == "ground" {
			continue
		}
		for _, other := range roles[i+1:] {
			if args := checkPair(fill, *other.of(&p), r.key, other.key); args != nil {
				key := r.key
				if other.given(t).A > 0 {
					key = other.key
				}
				problems = append(problems, t.Problem(key, "theme.alike", args))
			}
		}
	}
	return problems
}

// checkPair returns why two fills cannot be told apart, or nil.
func checkPair(a, b color.NRGBA, keyA, keyB string) finding.Args {
	for _, e := range eyes {
		if d := e.distance(a, b); d < apart {
			return finding.Args{
				"KeyA": keyA, "A": name(a), "KeyB": keyB, "B": name(b), "Eye": e.name, "Distance": d, "Limit": apart,
			}
		}
	}
	return nil
}

// checkBrand returns why the brand cannot be seen on the ground, or nil.
func checkBrand(p Palette) finding.Args {
	ratio := Contrast(p.Brand, p.Ground)
	if p.Brand.A == 0 || ratio >= graphicContrast {
		return nil
	}
	return finding.Args{
		"Colour": name(p.Brand), "Ground": name(p.Ground), "Contrast": ratio, "Limit": graphicContrast,
		"Better": name(apartFrom(p.Brand, p.Ground, graphicContrast)),
	}
}

// apartFrom returns the colour nearest to c whose contrast with other
// is minContrast.
func apartFrom(c, other color.NRGBA, minContrast float64) color.NRGBA {
	for share := 0.0; share < 1; share += 0.02 {
		if m := Mix(c, Ink(other), share); Contrast(m, other) >= minContrast {
			return m
		}
	}
	return Ink(other)
}

func name(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
