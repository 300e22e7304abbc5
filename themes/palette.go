// Package themes holds the wall's palettes, the text colours computed from
// them, and the Fyne theme for the few stock widgets that the wall uses.
package themes

import (
	"image/color"
	"strconv"

	"kpiwall/data/kpi"
)

var (
	white = color.NRGBA{255, 255, 255, 255}
	black = color.NRGBA{9, 12, 16, 255}
)

// Palette is a theme's colours by role. Text colours are not among them: they
// are computed from the fill they stand on ([Ink], [SecondaryText]).
type Palette struct {
	Name   string
	Ground color.NRGBA // behind everything
	Panel  color.NRGBA // overlays, and tiles that carry no verdict

	// The fills of the verdicts.
	OnTarget, Near, Off color.NRGBA

	// Brand is the colour of the line below the title; transparent: none.
	Brand color.NRGBA

	// MinContrast is the contrast that secondary text keeps, at least 4.5.
	MinContrast float64
}

var palettes = []Palette{
	{
		Name: "midnight", Ground: hex("0b1016"), Panel: hex("19222c"),
		OnTarget: hex("0f4a3c"), Near: hex("f3b73e"), Off: hex("ff7058"), MinContrast: 5.5,
	},
	{
		Name: "daylight", Ground: hex("eef1f4"), Panel: hex("ffffff"),
		OnTarget: hex("9fd9bd"), Near: hex("f6b62c"), Off: hex("b3201a"), MinContrast: 5.5,
	},
	{
		Name: "contrast", Ground: hex("000000"), Panel: hex("161616"),
		OnTarget: hex("00402c"), Near: hex("ffd23f"), Off: hex("ff8a75"), MinContrast: 7,
	},
	{
		Name: "okabe", Ground: hex("0d1013"), Panel: hex("1d2329"),
		OnTarget: hex("0072b2"), Near: hex("e69f00"), Off: hex("d55e00"), MinContrast: 4.5,
	},
}

// Default is the palette of a wall that names none.
const Default = "midnight"

// Names returns the names of all palettes.
func Names() []string {
	names := make([]string, len(palettes))
	for i, p := range palettes {
		names[i] = p.Name
	}
	return names
}

// Named returns the palette called name; the empty name is [Default].
func Named(name string) (Palette, bool) {
	if name == "" {
		name = Default
	}
	for _, p := range palettes {
		if p.Name == name {
			return p, true
		}
	}
	return Palette{}, false
}

// Fill returns the fill of a tile with status s. What is not a verdict gets
// the panel's colour, never a verdict's.
func (p Palette) Fill(s kpi.Status) color.NRGBA {
	switch s {
	case kpi.OnTarget, kpi.Reached:
		return p.OnTarget
	case kpi.Near:
		return p.Near
	case kpi.Below, kpi.Above, kpi.Missed:
		return p.Off
	default:
		return p.Panel
	}
}

// Mark returns the colour of a verdict's mark on a ground that is not its own
// fill, where it must keep a contrast of 3 as WCAG asks of graphics.
func (p Palette) Mark(s kpi.Status, ground color.NRGBA) color.NRGBA {
	c := p.Fill(s)
	for share := 0.1; Contrast(c, ground) < 3 && share <= 1; share += 0.1 {
		c = Mix(p.Fill(s), Ink(ground), share)
	}
	return c
}

// Trend returns the text colours of a change for the better and for the worse
// on a fill. On a loud fill both are quiet: it says already what matters most.
func (p Palette) Trend(fill color.NRGBA) (better, worse color.NRGBA) {
	if fill == p.Near || fill == p.Off {
		quiet := SecondaryText(fill, p.MinContrast)
		return quiet, quiet
	}
	return p.tinted(p.OnTarget, fill), p.tinted(p.Off, fill)
}

// tinted returns a colour for text on fill that is as near to c as contrast allows.
func (p Palette) tinted(c, fill color.NRGBA) color.NRGBA {
	for share := 0.0; share < 1; share += 0.05 {
		if t := Mix(c, Ink(fill), share); Contrast(t, fill) >= p.MinContrast {
			return t
		}
	}
	return Ink(fill)
}

// hex reads the colours of the table above, which a test walks.
func hex(s string) color.NRGBA {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil || len(s) != 6 {
		panic("themes: colour " + strconv.Quote(s))
	}
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}
