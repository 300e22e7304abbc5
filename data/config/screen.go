package config

import (
	"image/color"
	"strconv"
	"strings"
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
	{"panel_inches", measure(5, 300, "inches", func(s *Screen) *float64 { return &s.PanelInches })},
	{"viewing_distance", measure(0.3, 100, "metres", func(s *Screen) *float64 { return &s.ViewingDistance })},
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
			r.wrongKind(it, "a colour in quotes", `"#e6007e"`)
			return
		}
		if *at(t), ok = parseColour(s); !ok {
			r.problem(it, `%q is no colour; accepted: # and six digits of 0-9 a-f, such as "#e6007e"`, s)
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
		r.problem(it, `is no share of the screen from 0 to 20 %%; accepted: a number such as 0.05, or "5%%"`)
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
