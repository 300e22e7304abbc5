package kpi

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// typing is a row of what somebody types; err is a part of the error, and where
// it is given there is no number.
type typing struct {
	locale string
	f      Format
	s      string
	want   float64
	err    string
}

func (row typing) check(t *testing.T) {
	t.Helper()
	got, err := ParseValue(row.f, locale(t, row.locale), row.s)
	switch {
	case row.err == "" && err != nil:
		t.Errorf("%s %+v: %q: %v", row.locale, row.f, row.s, err)
	case row.err == "" && got.Number != row.want:
		t.Errorf("%s %+v: %q is %v, want %v", row.locale, row.f, row.s, got.Number, row.want)
	case row.err != "" && err == nil:
		t.Errorf("%s %+v: %q is %v, want an error with %q", row.locale, row.f, row.s, got.Number, row.err)
	case row.err != "" && !strings.Contains(err.Error(), row.err):
		t.Errorf("%s %+v: %q: the error does not say %q: %v", row.locale, row.f, row.s, row.err, err)
	}
}

var (
	whole = Format{}
	two   = Format{Decimals: 2}
	three = Format{Decimals: 3}
)

func TestParseValue_RefusesWhatNoStoreShouldHold(t *testing.T) {
	for _, row := range []typing{
		{"de-DE", two, "", 0, "1.234,5"},
		{"en-US", whole, "  ", 0, "1,234"},
		{"en-US", Format{Style: Duration}, "", 0, "4:30"},
		{"de-DE", two, "abc", 0, "1.234,5"},
		{"en-US", whole, "NaN", 0, "number.none"},
		{"en-US", whole, "inf", 0, "number.none"},
		{"en-US", whole, "-Infinity", 0, "number.none"},
		{"en-US", whole, "0x1F", 0, "number.none"},
		{"en-US", whole, "0x1p5", 0, "number.none"},
		{"en-US", whole, "1_000", 0, "number.none"},
		{"en-US", whole, "1e5", 0, "number.exponent"},
		{"en-US", whole, "1/2", 0, "number.none"},
		{"en-US", whole, "١٢٣", 0, "number.none"},
		{"en-US", whole, "5 5 apples", 0, "number.none"},
		{"en-US", whole, "1234567890123456", 0, "number.digits"},
		{"en-US", whole, "0.1234567890123456", 0, "number.digits"},
		{"en-US", whole, "12.34567890123456k", 0, "number.digits"},
		{"en-US", whole, "123456789012345", 123456789012345, ""},
		{"en-US", whole, "0.00000123456789012345", 0.00000123456789012345, ""},
		{"en-US", whole, "1" + strings.Repeat("0", 300), 1e300, ""},
		{"en-US", whole, "2" + strings.Repeat("0", 300), 0, "number.large"},
		{"en-US", whole, "1" + strings.Repeat("0", 299) + "k", 0, "number.large"},
		{"en-US", whole, "-" + strings.Repeat("9", 3) + strings.Repeat("0", 320), 0, "number.large"},
		{"en-US", whole, strings.Repeat("1", 1000), 0, "number.long"},
	} {
		row.check(t)
	}
}

func TestParseValue_PlusMeansAdd(t *testing.T) {
	en := locale(t, "en-US")
	for s, want := range map[string]Typed{
		"+3": {Number: 3, Add: true}, "+ 1.5k": {Number: 1500, Add: true}, "3": {Number: 3}, "-3": {Number: -3}, "-0": {},
	} {
		if got, err := ParseValue(whole, en, s); err != nil || got != want || math.Signbit(got.Number) != math.Signbit(want.Number) {
			t.Errorf("%q is %+v, %v; want %+v", s, got, err, want)
		}
	}
	if got, err := ParseValue(Format{Prefix: "$"}, en, "+$5"); err != nil || got != (Typed{Number: 5, Add: true}) {
		t.Errorf("+$5 is %+v, %v", got, err)
	}
}

var dozen = []string{"en-US", "en-IN", "de-DE", "de-CH", "de-AT", "fr-FR", "es-ES", "pl-PL", "pt-PT", "sv-SE", "tr-TR", "eu-ES", "ar-EG", "en-ZA", "ja-JP"}

// Whatever the wall shows can be typed back, with its signs and units.
func TestParseValue_ReadsWhatTheWallShows(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for _, tag := range dozen {
		l := locale(t, tag)
		for range 1500 {
			f := anyFormat(r)
			switch r.IntN(5) {
			case 0:
				f.Prefix = []string{"$", "€", "CHF "}[r.IntN(3)]
			case 1:
				f.Suffix = []string{" €", " kr", " days", " °C", "/10"}[r.IntN(5)]
			}
			v := f.Round(anyValue(r))
			if math.Abs(v) >= 1e15 || f.Decimals > 0 && math.Abs(v) >= math.Pow10(14-f.Decimals) {
				continue // not written in full, or with more than 15 digits
			}
			n := f.Parts(l, v)
			if f.Prefix == "" && !strings.HasPrefix(n.Prefix, Minus) {
				checkReads(t, f, l, n.Digits, v)
			}
			checkReads(t, f, l, n.String(), v)
		}
	}
}

func checkReads(t *testing.T, f Format, l Locale, s string, want float64) {
	t.Helper()
	if got, err := ParseValue(f, l, s); err != nil || got.Number != want || got.Add {
		t.Fatalf("%s %+v: %v is shown as %q and read as %v, %v", l.Tag, f, want, s, got.Number, err)
	}
}

func FuzzParseValue(f *testing.F) {
	for i, s := range []string{"1.234,56", "12k", "45%", "−3", "4:30", "+3", "1h 5m 3.5s", "12,34,567", "$-5", "1'234", "1e5", "\xff−%"} {
		f.Add(s, uint8(i), uint8(i*7))
	}
	var locales []Locale
	for _, tag := range dozen {
		locales = append(locales, locale(f, tag))
	}
	affixes := []Format{{}, {Prefix: "$"}, {Suffix: " €"}, {Suffix: "k€"}, {Suffix: " h"}, {Prefix: "−", Suffix: "%"}, {Suffix: "\xff"}}
	f.Fuzz(func(t *testing.T, s string, where, how uint8) {
		l, format := locales[int(where)%len(locales)], affixes[int(how/28)%len(affixes)]
		format.Style, format.Decimals = Style(how%4), int(how/4)%7
		got, err := ParseValue(format, l, s)
		if err != nil {
			return
		}
		if math.IsNaN(got.Number) || math.Abs(got.Number) > mostNumber || !strings.ContainsAny(s, "0123456789") {
			t.Errorf("%q was read as %v", s, got.Number)
		}
	})
}
