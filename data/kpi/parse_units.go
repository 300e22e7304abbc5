package kpi

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// currencies are spellings that mean the same on one board.
var currencies = [...][]string{
	{"€", "EUR"},
	{"US$", "$", "USD"},
	{"£", "GBP"},
	{"CHF", "SFr.", "Fr."},
	{"¥", "JPY", "CNY"},
	{"₹", "INR"},
	{"kr", "kr.", "SEK", "NOK", "DKK"},
	{"zł", "PLN"},
	{"Kč", "CZK"},
	{"₺", "TRY"},
	{"R$", "BRL"},
	{"₩", "KRW"},
	{"₪", "ILS"},
}

// affixes takes the KPI's own prefix and suffix where they were typed, a
// currency in any of its spellings and on either side. Another currency stays,
// and is no number.
func (r *reader) affixes() {
	if prefix := PlainSigns(r.f.Prefix); prefix != "" && !r.takeCurrency(prefix) {
		r.take(prefix, "")
	}
	suffix := PlainSigns(r.f.Suffix)
	if suffix == "" || r.takeCurrency(suffix) {
		return
	}
	// In "5h" the unit says what a duration is, also where it is the suffix. A
	// suffix that looks like digits cannot be told from them.
	if _, isUnit := durationUnits[suffix]; isUnit && r.f.Style == Duration && !strings.Contains(r.rest, ":") {
		return
	}
	if !isDigit(rune(suffix[0])) && !strings.Contains(numberMarks, suffix[:1]) {
		r.hasUnit = r.take("", suffix)
	}
}

// takeCurrency reports whether own is a currency, and takes it where it was typed.
func (r *reader) takeCurrency(own string) bool {
	spellings := spellingsOf(own)
	for _, s := range spellings {
		if r.take(s, "") || r.take("", s) {
			break
		}
	}
	return spellings != nil
}

// IsCurrency reports whether unit is a currency, in any of its spellings.
func IsCurrency(unit string) bool { return spellingsOf(PlainSigns(unit)) != nil }

// spellingsOf returns the spellings of the currency own, nil for another unit.
func spellingsOf(own string) []string {
	for _, spellings := range currencies {
		if slices.ContainsFunc(spellings, func(s string) bool { return strings.EqualFold(s, own) }) {
			return spellings
		}
	}
	return nil
}

// take drops prefix and suffix from what is left to read. Their case does not
// matter, but for a single letter: m is not M.
func (r *reader) take(prefix, suffix string) bool {
	n := len(prefix) + len(suffix)
	if len(r.rest) < n {
		return false
	}
	head, body, tail := r.rest[:len(prefix)], r.rest[len(prefix):len(r.rest)-len(suffix)], r.rest[len(r.rest)-len(suffix):]
	same := head == prefix && tail == suffix ||
		utf8.RuneCountInString(prefix+suffix) > 1 && strings.EqualFold(head, prefix) && strings.EqualFold(tail, suffix)
	if same {
		r.rest = strings.TrimSpace(body)
	}
	return same
}

// typedMagnitudes are what people write for so many zeros in any language.
var typedMagnitudes = []struct {
	zeros int
	word  string
}{{9, "bn"}, {3, "k"}, {6, "m"}, {9, "b"}, {12, "t"}}

// magnitude takes the word for thousands or more, first of all the locale's own.
// Where the KPI's own unit starts with that letter (k€, min; but not kr) it could
// mean either, unless the unit stands behind it: 12k km.
func (r *reader) magnitude() error {
	for m := magnitude(len(defaultMagnitudes)); m > 0; m-- { // in Spanish "mil M" before "M"
		if r.takeMagnitude(PlainSigns(m.word(r.l)), m.zeros()) {
			return r.clearUnit()
		}
	}
	for _, m := range typedMagnitudes {
		if r.takeMagnitude(m.word, m.zeros) {
			return r.clearUnit()
		}
	}
	return nil
}

// takeMagnitude takes a word for zeros, which its full stop may lack.
func (r *reader) takeMagnitude(word string, zeros int) bool {
	for _, word := range []string{word, strings.TrimSuffix(word, ".")} {
		i := len(r.rest) - len(word)
		if i > 0 && strings.EqualFold(r.rest[i:], word) && (i == 0 || !isLetter(rune(r.rest[i-1]))) {
			r.rest, r.letter, r.zeros = strings.TrimSpace(r.rest[:i]), r.rest[i:], zeros
			return true
		}
	}
	return false
}

// clearUnit refuses a magnitude that may be the beginning of the KPI's own unit.
func (r *reader) clearUnit() error {
	unit := PlainSigns(r.f.Suffix)
	if unit == "" || r.hasUnit || len(r.letter) > 2 || !strings.EqualFold(unit[:1], r.letter[:1]) || spellingsOf(unit) != nil {
		return nil
	}
	return r.refuse("number.unit", Args{"Zeros": r.zeros, "Unit": unit, "Letter": r.letter})
}
