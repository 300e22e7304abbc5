package draw

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Face is one of the wall's two weights.
type Face uint8

// The faces: Medium for what is said, Semibold for numbers and titles.
const (
	Medium Face = iota
	Semibold
)

// CapHeight is the height of a capital or a digit in the wall's faces, as a
// share of the font size: legibility is measured on it.
const CapHeight = 0.698

// Width returns how wide text is drawn at a font size. Tabular text is set a
// character at a time, without kerning, and as wide as its size says; other text
// is set in the next whole size.
func (f Face) Width(text string, size float32, tabular bool) float32 {
	if !tabular {
		size = whole(size)
	}
	return f.line(text, tabular).width * size
}

// Wrap breaks text into at most lines lines of at most width, between words
// where it can, and shortens what is left over with an ellipsis.
func (f Face) Wrap(text string, size, width float32, lines int) []string {
	var out []string
	rest := strings.Join(strings.FieldsFunc(text, breaks), " ")
	for rest != "" && len(out) < lines-1 {
		if f.Width(rest, size, false) <= width {
			return append(out, rest)
		}
		head := f.head(rest, size, width)
		if i := lastBreak(rest, len(head)); i > 0 {
			head = head[:i]
		} else if part := f.syllables(rest, size, width); part != "" {
			out, rest = append(out, part+hyphen), rest[len(part):]
			continue
		}
		if head == "" {
			break
		}
		out = append(out, strings.TrimSpace(head))
		rest = strings.TrimSpace(rest[len(head):])
	}
	if rest == "" {
		return out
	}
	return append(out, f.Shorten(rest, size, width))
}

// breaks reports whether a line may be broken at a character.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != noBreakSpace }

// noBreakSpace keeps together what it stands between: 12 and €, or a word and its colon.
const noBreakSpace = '\u00a0'

// lastBreak returns where a line of text that has room up to end is broken: at the last
// space that parts no number from its unit, nor a bound from its sign; or 0. Words after a
// number are taken for its unit as long as there is another space.
func lastBreak(text string, end int) (loose int) {
	if end == len(text) {
		return 0
	}
	for ; end > 0; end = strings.LastIndexByte(text[:end], ' ') {
		before, after := text[:end], text[min(end+1, len(text)):]
		switch {
		case text[end] != ' ' || strings.IndexFunc(after, isUnit) == 0 || strings.HasSuffix(before, "≤") || strings.HasSuffix(before, "≥"):
		case !unicode.IsDigit(rune(before[len(before)-1])):
			return end
		case loose == 0:
			loose = end
		}
	}
	return loose
}

// hyphen ends a line that breaks a word, of which minSyllable letters at least stand on
// each line.
const (
	hyphen      = "-"
	minSyllable = 3
)

// syllables returns as much of the word that text begins with as has room before a
// hyphen; "" for what is no word or is not broken so: an address, an id, another script.
func (f Face) syllables(text string, size, width float32) string {
	word, _, _ := strings.Cut(text, " ")
	if f.Width(word, size, false) <= width || strings.IndexFunc(word, func(r rune) bool { return !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) }) >= 0 {
		return ""
	}
	letters := []rune(f.head(word, size, width-f.Width(hyphen, size, false)))
	if left := utf8.RuneCountInString(word) - len(letters); left < minSyllable {
		letters = letters[:max(0, len(letters)-(minSyllable-left))]
	}
	if len(letters) < minSyllable {
		return ""
	}
	return string(letters)
}

// isUnit reports whether a sign belongs to the number before it: 93 %, 12 €, 21 °C, 3 ×.
func isUnit(r rune) bool { return unicode.Is(unicode.Sc, r) || strings.ContainsRune("%‰°×", r) }

// Shorten returns text, or as much of it as fits with an ellipsis.
func (f Face) Shorten(text string, size, width float32) string {
	const hair = 0.01 // a width that was measured and carried about is the same
	if f.Width(text, size, false) <= width+hair {
		return text
	}
	head := f.head(text, size, width-f.Width(ellipsis, size, false))
	return strings.TrimRight(head, " .,;:·–-") + ellipsis
}

// Shortened reports whether [Face.Wrap] or [Face.Shorten] had to leave something
// out of a text of some lines.
func Shortened(lines ...string) bool {
	return len(lines) > 0 && strings.HasSuffix(lines[len(lines)-1], ellipsis)
}

// ellipsis stands for what was left out.
const ellipsis = "…"

// head returns the longest prefix of text that is at most width wide.
func (f Face) head(text string, size, width float32) string {
	ends, last := []int{0}, rune(0)
	for i, r := range text {
		if i > 0 && !attached(r) && last != joiner {
			ends = append(ends, i)
		}
		last = r
	}
	ends = append(ends, len(text))
	lo, hi := 0, len(ends)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if f.Width(text[:ends[mid]], size, false) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return text[:ends[lo]]
}
