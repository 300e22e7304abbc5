package config

import (
	"bytes"
	"image/color"
	"strings"

	"kpiwall/data/finding"
)

// Theme is a theme of the board's own, as its file gives it. Colours that the
// file leaves out are transparent. Whether text can be read on them is for a
// [Check] to say.
type Theme struct {
	Name    string // empty where the file does not say
	BasedOn string // the built-in theme whose colours hold where the file is silent; or empty

	Ground, Panel       color.NRGBA
	OnTarget, Near, Off color.NRGBA
	Brand               color.NRGBA

	file  file
	index index
}

// themeFields are the keys of a theme's file.
var themeFields = fields[Theme]{
	{"name", text(func(t *Theme) *string { return &t.Name })},
	{"based_on", text(func(t *Theme) *string { return &t.BasedOn })},
	{"ground", colour(func(t *Theme) *color.NRGBA { return &t.Ground })},
	{"panel", colour(func(t *Theme) *color.NRGBA { return &t.Panel })},
	{"on_target", colour(func(t *Theme) *color.NRGBA { return &t.OnTarget })},
	{"near", colour(func(t *Theme) *color.NRGBA { return &t.Near })},
	{"off", colour(func(t *Theme) *color.NRGBA { return &t.Off })},
	{"brand", colour(func(t *Theme) *color.NRGBA { return &t.Brand })},
}

// isThemeFile tells a theme's file from the name of a built-in theme.
func isThemeFile(name string) bool { return strings.HasSuffix(name, ".toml") }

// readTheme reads the name of a theme, or the file of one.
func readTheme(r *reader, s *Screen, it item) {
	text(func(s *Screen) *string { return &s.Theme })(r, s, it)
	if !isThemeFile(s.Theme) {
		return
	}
	if a, ok := r.attachedTo(it, s.Theme); ok {
		s.Own = r.theme(a)
	} else {
		s.Theme = defaultTheme
	}
}

// theme reads a theme's file. What is wrong in it is named by its own lines.
func (r *reader) theme(a attachment) *Theme {
	t := &Theme{file: file{name: a.path, text: string(bytes.TrimPrefix(a.data, []byte("\ufeff")))}}
	inner := &reader{file: t.file}
	if table, ok := inner.decode(); ok {
		inner.index = scan(t.file.text)
		t.index = inner.index
		themeFields.into(inner, t, item{value: table})
	}
	r.inTheme = inOrder(inner.problems)
	return t
}

// Problem returns a problem at the place in the theme's file where key stands;
// where the file has no such key, the problem is the whole file's.
func (t *Theme) Problem(key, code string, args finding.Args) finding.Finding {
	if offset, ok := t.index.offsets[key]; ok {
		return t.file.problem(offset, key, code, args)
	}
	return t.file.whole(key, code, args)
}
