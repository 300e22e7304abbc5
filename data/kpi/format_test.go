package kpi

import (
	"math"
	"testing"
)

func TestText_WritesEachStyle(t *testing.T) {
	en, de := locale(t, "en-US"), locale(t, "de-DE")
	euro := Format{Decimals: 2, Suffix: " €"}
	dollar := Format{Prefix: "$"}
	compact := Format{Style: Compact, Decimals: 2}
	short := Format{Style: Compact}
	clock := Format{Style: Duration}
	for _, c := range []struct {
		f    Format
		l    Locale
		v    float64
		want string
	}{
		{Format{}, en, 0, "0"},
		{Format{}, en, math.Copysign(0, -1), "0"},
		{Format{}, en, -0.4, "0"},
		{Format{}, en, -3, "−3"},
		{Format{}, en, 999, "999"},
		{Format{}, en, 1000, "1,000"},
		{Format{}, en, 999999.5, "1,000,000"},
		{Format{Decimals: 3}, en, 0.0005, "0.001"},
		{Format{Decimals: 2}, en, 2.675, "2.68"},
		{Format{Decimals: 2}, en, 5, "5.00"},
		{euro, de, 1234.5, "1.234,50 €"},
		{euro, de, -0.001, "0,00 €"},
		{euro, de, -1234.5, "−1.234,50 €"},
		{dollar, en, 1234, "$1,234"},
		{dollar, en, -5, "−$5"},
		{dollar, en, -0.2, "$0"},
		{Format{Style: Percent, Decimals: 1}, de, -45, "−45,0" + nbsp + "%"},
		{Format{Style: Percent, Suffix: " of orders"}, en, 45, "45% of orders"},
		{Format{Style: Percent}, locale(t, "tr"), -45, "−%45"},

		{clock, en, 0, "0:00"},
		{clock, en, 45, "0:45"},
		{clock, en, 270, "4:30"},
		{clock, en, 3599.5, "1:00:00"},
		{clock, en, 3870, "1:04:30"},
		{clock, en, 108000, "30:00:00"},
		{clock, en, -270, "−4:30"},
		{clock, en, 59.4, "0:59"},
		{Format{Style: Duration, Decimals: 1}, de, 270.25, "4:30,3"},
		{clock, en, 36000000, "10000:00:00"},

		{compact, en, 0, "0"},
		{compact, en, 999, "999"},
		{compact, en, 12.5, "12.5"},
		{compact, en, 1000, "1k"},
		{compact, en, 12300, "12.3k"},
		{compact, en, 1_280_000, "1.28M"},
		{compact, de, 1_280_000, "1,28M"},
		{compact, en, 1_200_000, "1.2M"},
		{compact, en, 999_994, "999.99k"},
		{compact, en, 999_995, "1M"},
		{compact, en, -12_345, "−12.35k"},
		{short, en, 999_999, "1M"},
		{short, en, 999_499, "999k"},
		{short, en, 999.5, "1k"},
		{short, en, 999.4, "999"},
		{short, en, 999_999_999, "1B"},
		{short, en, 5e12, "5T"},
		{short, en, 999e12, "999T"},
		{short, en, 999.6e12, "1.0×10¹⁵"},
		{Format{Style: Compact, Decimals: 1, Prefix: "$"}, en, -1_250_000, "−$1.3M"},

		{Format{}, en, 999_999_999_999_999, "999,999,999,999,999"},
		{Format{}, en, 1e15, "1.0×10¹⁵"},
		{Format{Decimals: 2, Suffix: " €"}, de, 1e300, "1,0×10³⁰⁰ €"},
		{Format{}, en, -1.26e20, "−1.3×10²⁰"},
		{Format{}, en, 9.96e20, "1.0×10²¹"},
		{clock, en, 1e20, "1.0×10²⁰"},
		{compact, en, 1e20, "1.0×10²⁰"},
		{dollar, en, math.NaN(), "–"},
		{dollar, en, math.Inf(1), "–"},
		{dollar, en, math.Inf(-1), "–"},
	} {
		if got := c.f.Text(c.l, c.v); got != c.want {
			t.Errorf("%+v in %s: %v is written %q, want %q", c.f, c.l.Tag, c.v, got, c.want)
		}
	}
}

func TestParts_SetsTheSignsApartFromTheDigits(t *testing.T) {
	en := locale(t, "en-US")
	for _, c := range []struct {
		f    Format
		v    float64
		want Number
	}{
		{Format{Suffix: " °C"}, -5, Number{"", "−5", " °C"}},
		{Format{Prefix: "$"}, -5, Number{"−$", "5", ""}},
		{Format{Style: Percent, Decimals: 1}, 45, Number{"", "45.0", "%"}},
		{Format{Style: Compact, Decimals: 1, Prefix: "$"}, 12_300, Number{"$", "12.3k", ""}},
	} {
		if got := c.f.Parts(en, c.v); got != c.want {
			t.Errorf("%+v: %v has the parts %q, want %q", c.f, c.v, got, c.want)
		}
	}
}

func TestPercentage_IsAStyleOrASuffix(t *testing.T) {
	for f, want := range map[Format]bool{
		{Style: Percent}: true, {Suffix: " %"}: true, {Suffix: "%"}: true, {Suffix: " pp"}: false, {Prefix: "%"}: false, {}: false,
	} {
		if f.Percentage() != want {
			t.Errorf("%+v: percentage %v, want %v", f, !want, want)
		}
	}
}

func BenchmarkParts(b *testing.B) {
	l := locale(b, "de-DE")
	for name, f := range map[string]Format{"plain": {Decimals: 2, Suffix: " €"}, "compact": {Style: Compact, Decimals: 2}, "duration": {Style: Duration}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Parts(l, 1234567.891)
			}
		})
	}
}
