package kpi

import (
	"maps"
	"math"
	"strconv"
	"strings"
	"unicode"

	"kpiwall/data/finding"
)

// Typed is a number as somebody typed it.
type Typed struct {
	Number float64
	Add    bool // typed with a leading +: to be added to the period's value
	Bare   bool // a duration typed as a number alone, which are seconds
	Sized  bool // its size is beyond doubt, see [KPI.Scaled]
}

// Scaled returns the number of t as k has it, from a program or a file: what has a
// percent sign, the unit of k or the marks of a clock is of that size already. A
// currency says nothing of it: it may be thousands.
func (k *KPI) Scaled(t Typed) float64 {
	if k.Scale <= 0 || t.Sized {
		return t.Number
	}
	return Clean(t.Number * k.Scale)
}

const (
	mostDigits = 15    // significant, as many as float64 keeps
	mostNumber = 1e300 // and what the store takes
	mostTyped  = 400   // bytes: more is no number that somebody typed
)

// ParseValue reads a number as people type it on a board of locale l into a KPI
// written as f: 1.234,56 · 1,234.56 · 12k · 3.5m · 45% · −3 · 4:30 · +3. What
// could mean two numbers is an error with an example of each, never a guess;
// so are more than 15 significant digits, NaN, infinities, exponents (1e5) and
// signs of another currency or unit than the KPI's. The error is a
// [*finding.Error], for the person who types.
func ParseValue(f Format, l Locale, s string) (Typed, error) {
	r := reader{f: f, l: l, typed: quotable(s), rest: PlainSigns(s)}
	if r.rest == "" {
		return Typed{}, r.refuse("number.nothing", nil)
	}
	if len(s) > mostTyped {
		return Typed{}, r.refuse("number.long", nil)
	}
	if err := r.signs(); err != nil {
		return Typed{}, err
	}
	v, err := r.value()
	if err != nil {
		return Typed{}, err
	}
	if v > mostNumber {
		return Typed{}, r.refuse("number.large", nil)
	}
	if r.negative && v != 0 {
		v = -v
	}
	sized := r.hasUnit || r.hasPercent || f.Style == Duration && !r.bare
	return Typed{Number: v, Add: r.add, Bare: r.bare, Sized: sized}, nil
}

// PlainSigns trims s and writes all spaces, apostrophes and minus signs alike, as one
// ASCII character each.
func PlainSigns(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '−' || r == '–':
			return '-'
		case r == '’':
			return '\''
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s))
}

// quotable is s as an error quotes it: on one line, with spaces as spaces.
func quotable(s string) string {
	const maxRunes = 32
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > maxRunes {
		return string(runes[:maxRunes-1]) + "…"
	}
	return string(runes)
}

// reader takes a typed number apart from its ends inwards.
type reader struct {
	f             Format
	l             Locale
	typed         string // as typed, for errors
	rest          string // what is still to be read
	negative, add bool
	hasUnit       bool   // the KPI's own suffix was typed, and is no currency
	hasPercent    bool   // a percent sign was, beside that
	bare          bool   // a duration without a unit
	letter        string // the magnitude as typed, and its zeros
	zeros         int
}

// Args are what the messages of an error name.
type Args = finding.Args

// refuse returns the error for what was typed. Its message may name that, Typed, and
// a number as this board writes it, Example.
func (r *reader) refuse(code string, args Args) error {
	all := Args{"Typed": r.typed, "Example": r.example()}
	maps.Copy(all, args)
	return finding.New(code, all)
}

// signs takes the sign and the KPI's own prefix and suffix, the sign before or
// behind the prefix: −$5 or $−5.
func (r *reader) signs() error {
	if err := r.sign(); err != nil {
		return err
	}
	r.affixes()
	if err := r.sign(); err != nil {
		return err
	}
	return r.percent()
}

func (r *reader) sign() error {
	if r.rest == "" || r.rest[0] != '-' && r.rest[0] != '+' {
		return nil
	}
	if r.negative || r.add {
		return r.refuse("number.two_signs", nil)
	}
	r.negative, r.add = r.rest[0] == '-', r.rest[0] == '+'
	r.rest = strings.TrimSpace(r.rest[1:])
	return nil
}

// percent takes a percent sign, on either side, where the KPI is a percentage.
func (r *reader) percent() error {
	rest, had := strings.CutSuffix(r.rest, "%")
	if !had {
		rest, had = strings.CutPrefix(r.rest, "%")
	}
	if had && !r.f.Percentage() {
		return r.refuse("number.no_percentage", nil)
	}
	r.rest, r.hasPercent = strings.TrimSpace(rest), had
	return nil
}

// value reads what is left: digits with marks and perhaps a magnitude, or a
// duration.
func (r *reader) value() (float64, error) {
	if r.f.Style == Duration {
		return r.duration()
	}
	if strings.Contains(r.rest, ":") {
		return 0, r.refuse("number.no_duration", nil)
	}
	if err := r.magnitude(); err != nil {
		return 0, err
	}
	n, err := r.number(r.rest)
	return n.value(r.zeros), err
}

// plainNumber is a number without marks, its decimal mark a point.
type plainNumber struct{ whole, fraction string }

// value returns the number with so many zeros more; exactly, by its exponent.
func (n plainNumber) value(zeros int) float64 {
	v, err := strconv.ParseFloat(n.whole+"."+n.fraction+"e"+strconv.Itoa(zeros), 64)
	if err != nil { // out of range: digits alone cannot fail otherwise
		return math.Inf(1)
	}
	return v
}

// significant counts the digits that matter.
func (n plainNumber) significant() int {
	return len(strings.Trim(n.whole+n.fraction, "0"))
}

// notANumber is the error for what cannot be read at all.
func (r *reader) notANumber() error {
	if _, err := strconv.ParseFloat(r.rest, 64); err == nil && strings.ContainsAny(r.rest, "eE") {
		return r.refuse("number.exponent", nil)
	}
	return r.refuse("number.none", nil)
}

// example is a number as this board writes it.
func (r *reader) example() string {
	if r.f.Style == Duration {
		return "4:30"
	}
	if r.f.Decimals == 0 {
		return Format{}.Text(r.l, 1234)
	}
	return Format{Decimals: 1}.Text(r.l, 1234.5)
}
