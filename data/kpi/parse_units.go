package kpi

import (
	"fmt"
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
	if prefix := plainSigns(r.f.Prefix); prefix != "" && !r.takeCurrency(prefix) {
		r.take(prefix, "")
	}
	suffix := plainSigns(r.f.Suffix)
	if suffix == "" || r.takeCurrency(suffix) {
		return
	}
	// In "5h" the unit says what a duration is, also where it is the suffix. A
	// suffix that looks like digits cannot be told from them.
	if _, isUnit := durationUnits[suffix]; isUnit && r.f.Style == Duration && !strings.Contains(r.rest, ":") {
		return
	}
	if !isDigit(rune(suffix[0])) && !strings.Contains(numberMarks, suffix[:1]) {
		r.take("", suffix)
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

var typedMagnitudes = [...]magnitude{{9, "bn"}, {3, "k"}, {6, "m"}, {9, "b"}, {12, "t"}}

// magnitude takes the letter for thousands or more. Where the KPI's own unit
// starts with that letter (k€, min; but not kr) it could mean either.
func (r *reader) magnitude() error {
	for _, m := range typedMagnitudes {
		i := len(r.rest) - len(m.letter)
		if i <= 0 || !strings.EqualFold(r.rest[i:], m.letter) {
			continue
		}
		unit := plainSigns(r.f.Suffix)
		if unit != "" && strings.EqualFold(unit[:1], m.letter[:1]) && spellingsOf(unit) == nil {
			return fmt.Errorf("%q could mean %s or a number in %s: type the number without %s",
				r.typed, m.word(), unit, r.rest[i:])
		}
		r.rest, r.letter, r.zeros = strings.TrimSpace(r.rest[:i]), r.rest[i:], m.zeros
		return nil
	}
	return nil
}

func (m magnitude) word() string {
	return map[int]string{3: "thousands", 6: "millions", 9: "billions", 12: "trillions"}[m.zeros]
}
