package draw

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// runs cuts text into pieces that are drawn beside each other, from the left:
// characters where it is tabular, else pieces that one font draws. So one
// foreign sign does not take the face from a whole name, and every piece can
// stand on the line although Fyne sets each font at a height of its own.
func (f Face) runs(text string, tabular bool) []string {
	switch {
	case text == "":
		return nil
	case tabular:
		return characters(text)
	case hasRightToLeft(text):
		return f.bothWays(text)
	}
	return f.byFont(text)
}

func characters(text string) []string {
	out := make([]string, 0, len(text))
	for _, r := range text {
		out = append(out, string(r))
	}
	return out
}

// byFont cuts text where another font draws what follows.
func (f Face) byFont(text string) (out []string) {
	from, last, drawn := 0, rune(0), byFace
	for i, r := range text {
		by := f.drawnBy(r)
		switch {
		case i == 0:
			drawn = by
		case attached(r) || last == joiner || by == drawn:
		default:
			out, from, drawn = append(out, text[from:i]), i, by
		}
		last = r
	}
	return append(out, text[from:])
}

// bothWays cuts text that runs in both directions, or from the right alone, in
// the order in which it is seen. Only whole words are left to Fyne, which knows
// the direction within a word and no further.
func (f Face) bothWays(text string) (out []string) {
	runes, base := []rune(text), wayOf(text)
	var p bidi.Paragraph
	if _, err := p.SetString(withoutBrackets(runes, base)); err != nil {
		return []string{text}
	}
	order, err := p.Order()
	if err != nil {
		return []string{text}
	}
	for i := range order.NumRuns() {
		run := order.Run(i)
		n := utf8.RuneCountInString(run.String())
		piece := string(runes[:n])
		runes = runes[n:]
		pieces := f.byFont(piece)
		if run.Direction() == bidi.RightToLeft {
			pieces = leftwards(piece)
		}
		if base == leftward {
			out = append(pieces, out...)
		} else {
			out = append(out, pieces...)
		}
	}
	return out
}

// leftwards cuts text that runs from the right into words and what is between
// them, the last first; brackets change sides.
func leftwards(text string) (out []string) {
	from, inWord := 0, false
	cut := func(to int) {
		if piece := text[from:to]; inWord {
			out = append(out, piece)
		} else if piece != "" {
			mirrored := characters(bidi.ReverseString(piece))
			slices.Reverse(mirrored)
			out = append(out, mirrored...)
		}
		from = to
	}
	for i, r := range text {
		if word := rightToLeft(r) || i > 0 && inWord && attached(r); word != inWord {
			cut(i)
			inWord = word
		}
	}
	cut(len(text))
	slices.Reverse(out)
	return out
}

// wayOf returns the way that text as a whole goes: that of its first letter.
func wayOf(text string) way {
	for _, r := range text {
		switch props, _ := bidi.LookupString(string(r)); props.Class() {
		case bidi.L:
			return rightward
		case bidi.R, bidi.AL:
			return leftward
		}
	}
	return rightward
}

func hasRightToLeft(text string) bool {
	for _, r := range text {
		if rightToLeft(r) {
			return true
		}
	}
	return false
}

// rightToLeft reports whether r is a letter of a script that is read from the
// right.
func rightToLeft(r rune) bool {
	if r < 0x590 {
		return false
	}
	props, _ := bidi.LookupString(string(r))
	return props.Class() == bidi.R || props.Class() == bidi.AL
}

// joiner makes one sign of the two beside it.
const joiner = '\u200d'

// attached reports whether r belongs to the character before it.
func attached(r rune) bool {
	return r == joiner || unicode.In(r, unicode.Mn, unicode.Me, unicode.Variation_Selector) || r >= 0x1F3FB && r <= 0x1F3FF
}
