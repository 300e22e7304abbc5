package config

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"kpiwall/data/finding"
)

// excerptWidth is how many characters of a line an excerpt shows at most.
const excerptWidth = 120

// file is a configuration's text and what its problems call it. The text has no
// byte order mark.
type file struct{ name, text string }

// problem returns a problem at a byte offset of the text, or with the [wholeFile].
func (f file) problem(offset int, key, code string, args finding.Args) finding.Finding {
	place := finding.Place{File: f.name}
	if offset != wholeFile {
		place.Line, place.Column, place.Excerpt = f.place(offset)
	}
	return finding.Finding{Severity: finding.Problem, Code: code, Subject: key, Args: args, Place: place}
}

// place returns line and column (in characters, both from 1) of a byte offset,
// and the line with a caret below that character.
func (f file) place(offset int) (line, column int, excerpt string) {
	offset = characterStart(f.text, min(max(offset, 0), len(f.text)))
	before := f.text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	end := len(f.text)
	if n := strings.IndexByte(f.text[offset:], '\n'); n >= 0 {
		end = offset + n
	}
	column = utf8.RuneCountInString(before[start:])
	whole := []rune(strings.TrimSuffix(f.text[start:end], "\r"))
	return strings.Count(before, "\n") + 1, column + 1, caret(whole, min(column, len(whole)))
}

// characterStart returns where the character begins that offset points into:
// the TOML library counts bytes.
func characterStart(text string, offset int) int {
	for back := 1; back < utf8.UTFMax && back <= offset; back++ {
		if _, size := utf8.DecodeRuneInString(text[offset-back:]); size > back {
			return offset - back
		}
	}
	return offset
}

// caret returns line with a caret below its character at column (from 0).
func caret(line []rune, column int) string {
	mark := ""
	if from := column - excerptWidth/2; from > 0 && len(line) > excerptWidth {
		line, column, mark = line[from:], column-from, "…"
	}
	shown, pad := printable(line[:min(len(line), excerptWidth)]), strings.Repeat(" ", len([]rune(mark)))
	for _, r := range []rune(shown)[:column] {
		pad += blank(r)
	}
	return mark + shown + "\n" + pad + "^"
}

// printable replaces what would garble a terminal; tabs stay.
func printable(line []rune) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, string(line))
}

// blank returns white space as wide as r is on a terminal.
func blank(r rune) string {
	switch kind := width.LookupRune(r).Kind(); {
	case r == '\t':
		return "\t"
	case unicode.Is(unicode.Mn, r):
		return ""
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
		return "  "
	}
	return " "
}

// inOrder sorts problems by their place; those of the whole file come first.
func inOrder(ps finding.List) finding.List {
	slices.SortStableFunc(ps, func(a, b finding.Finding) int {
		return cmp.Or(cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column))
	})
	return ps
}
