package config

import (
	"image/color"
	"strconv"
	"strings"

	"kpiwall/data/finding"
)

// defaultTheme is the theme of a board that names none.
const defaultTheme = "midnight"

// screenFields are the keys of [screen].
var screenFields = fields[Screen]{
	{"theme", readTheme},
	{"style", choice(fillings, func(s *Screen) *Style { return &s.Style })},
	{"brand", colour(func(s *Screen) *color.NRGBA { return &s.Brand })},
	{"logo", readLogo},
	{"inset", readInset},
	{"panel_inches", measure(5, 300, "unit.inches", func(s *Screen) *float64 { return &s.PanelInches })},
	{"viewing_distance", measure(0.3, 100, "unit.metres", func(s *Screen) *float64 { return &s.ViewingDistance })},
	{"driver", choice(drivers, func(s *Screen) *Driver { return &s.Driver })},
}

var fillings = []option[Style]{
	{"fill", Fill},
	{"edge", Edge},
}

// colour reads a colour as the web writes it.
func colour[T any](at func(*T) *color.NRGBA) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		s, ok := it.value.(string)
		if !ok {
			r.wrongKind(it, "wanted.colour")
			return
		}
		if *at(t), ok = parseColour(s); !ok {
			r.find(it, "config.colour", finding.Args{"Given": s})
		}
	}
}

// parseColour reads "#e6007e".
func parseColour(s string) (color.NRGBA, bool) {
	digits, found := strings.CutPrefix(s, "#")
	n, err := strconv.ParseUint(digits, 16, 32)
	if !found || err != nil || len(digits) != 6 {
		return color.NRGBA{}, false
	}
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}, true
}

// readInset reads the share of each side that stays free: "5%" or 0.05.
func readInset(r *reader, s *Screen, it item) {
	v, ok := finite(it.value)
	if written, isText := it.value.(string); isText {
		v, ok = parseShare(written)
	}
	if !ok || v < 0 || v > 0.2 {
		r.find(it, "config.inset", nil)
		return
	}
	s.Inset = v
}

// parseShare reads "5%" as 0.05.
func parseShare(s string) (float64, bool) {
	digits, found := strings.CutSuffix(s, "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
	_, ok := finite(v)
	return v / 100, found && ok && err == nil
}
