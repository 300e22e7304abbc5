package draw

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// way is the direction of a character: one that has none takes that of what is
// beside it.
type way int8

const (
	noWay     way = iota
	rightward     // as this is read
	leftward
)

// letters stand for a bracket whose direction is known.
var letters = map[way]rune{rightward: 'a', leftward: 'א'}

// withoutBrackets returns text, which as a whole goes the way base, with a letter
// in place of each bracket of a pair. A bracket goes the way of what its pair
// encloses (rule N0 of the Unicode bidirectional algorithm, UAX #9), which
// [bidi.Paragraph] does not see to: it would take "(CRM) 2026" apart.
func withoutBrackets(text []rune, base way) string {
	const opening, closing = "([{", ")]}"
	ways := waysOf(text, base)
	out := slices.Clone(text)
	var open []int
	for i, r := range text {
		if strings.ContainsRune(opening, r) {
			open = append(open, i)
		}
		kind := strings.IndexRune(closing, r)
		if kind < 0 {
			continue
		}
		for n := len(open) - 1; n >= 0; n-- {
			if text[open[n]] != rune(opening[kind]) {
				continue
			}
			if w := enclosed(ways, open[n], i, base); w != noWay {
				out[open[n]], out[i] = letters[w], letters[w]
			}
			open = open[:n]
			break
		}
	}
	return string(out)
}

// enclosed returns the way of the brackets at from and to: that of the whole, if
// anything between them goes it, or else that of what is before them.
func enclosed(ways []way, from, to int, base way) way {
	inside := ways[from+1 : to]
	switch {
	case slices.Contains(inside, base):
		return base
	case !slices.ContainsFunc(inside, func(w way) bool { return w != noWay }):
		return noWay
	}
	for i := from - 1; i >= 0; i-- {
		if ways[i] != noWay {
			return ways[i]
		}
	}
	return base
}

// waysOf returns the ways of the characters of text. Figures go that of the
// letter before them.
func waysOf(text []rune, base way) []way {
	out, last := make([]way, len(text)), base
	for i, r := range text {
		switch props, _ := bidi.LookupString(string(r)); props.Class() {
		case bidi.L:
			last = rightward
		case bidi.R, bidi.AL:
			last = leftward
		case bidi.EN, bidi.AN:
		default:
			continue
		}
		out[i] = last
	}
	return out
}
