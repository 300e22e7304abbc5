package ui

import "strings"

// face is one of the wall's two weights.
type face uint8

const (
	medium face = iota
	semibold
)

// capHeight is the height of a capital or a digit in the wall's faces, as a
// share of the font size: legibility is measured on it.
const capHeight = 0.698

// width returns how wide text is at a font size. Tabular text is set a
// character at a time, without kerning.
func (f face) width(text string, size float32, tabular bool) float32 {
	var sum float32
	for _, run := range f.runs(text, tabular) {
		w, _ := f.measured(run, size)
		sum += w
	}
	return sum
}

// wrap breaks text into at most lines lines of at most width, between words
// where it can, and shortens what is left over with an ellipsis.
func (f face) wrap(text string, size, width float32, lines int) []string {
	var out []string
	rest := strings.Join(strings.Fields(text), " ")
	for rest != "" && len(out) < lines-1 {
		if f.width(rest, size, false) <= width {
			return append(out, rest)
		}
		head := f.head(rest, size, width)
		if i := strings.LastIndexByte(head, ' '); i > 0 && len(head) < len(rest) && rest[len(head)] != ' ' {
			head = head[:i]
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
	return append(out, f.shorten(rest, size, width))
}

// shorten returns text, or as much of it as fits with an ellipsis.
func (f face) shorten(text string, size, width float32) string {
	if f.width(text, size, false) <= width {
		return text
	}
	head := f.head(text, size, width-f.width("…", size, false))
	return strings.TrimRight(head, " ,;:·–-") + "…"
}

// shortened reports whether wrap had to leave something out.
func shortened(lines []string) bool {
	return len(lines) > 0 && strings.HasSuffix(lines[len(lines)-1], "…")
}

// head returns the longest prefix of text that is at most width wide.
func (f face) head(text string, size, width float32) string {
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
		if f.width(text[:ends[mid]], size, false) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return text[:ends[lo]]
}
