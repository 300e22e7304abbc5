package kpi

import (
	"testing"
)

const (
	nbsp  = "\u00a0"
	right = "’"
)

func locale(t testing.TB, tag string) Locale {
	t.Helper()
	l, err := ParseLocale(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestParseLocale_WritesNumbersAsThePlaceDoes(t *testing.T) {
	for _, c := range []struct{ tag, four, many, percent string }{
		{"en-US", "1,234", "1,234,567.5", "45%"},
		{"en_US", "1,234", "1,234,567.5", "45%"},
		{"de-DE", "1.234", "1.234.567,5", "45" + nbsp + "%"},
		{"de-AT", "1" + nbsp + "234", "1" + nbsp + "234" + nbsp + "567,5", "45" + nbsp + "%"},
		{"de-CH", "1" + right + "234", "1" + right + "234" + right + "567.5", "45%"},
		{"fr-FR", "1" + nbsp + "234", "1" + nbsp + "234" + nbsp + "567,5", "45" + nbsp + "%"},
		{"es-ES", "1234", "1.234.567,5", "45" + nbsp + "%"},
		{"es", "1234", "1.234.567,5", "45" + nbsp + "%"},
		{"es-MX", "1,234", "1,234,567.5", "45" + nbsp + "%"},
		{"es-AR", "1.234", "1.234.567,5", "45" + nbsp + "%"},
		{"pl-PL", "1234", "1" + nbsp + "234" + nbsp + "567,5", "45%"},
		{"pt-PT", "1234", "1" + nbsp + "234" + nbsp + "567,5", "45%"},
		{"pt-BR", "1.234", "1.234.567,5", "45%"},
		{"it-IT", "1234", "1.234.567,5", "45%"},
		{"en-IN", "1,234", "12,34,567.5", "45%"},
		{"hi-IN", "1,234", "12,34,567.5", "45%"},
		{"sv-SE", "1" + nbsp + "234", "1" + nbsp + "234" + nbsp + "567,5", "45" + nbsp + "%"},
		{"no-NO", "1" + nbsp + "234", "1" + nbsp + "234" + nbsp + "567,5", "45" + nbsp + "%"},
		{"tr-TR", "1.234", "1.234.567,5", "%45"},
		{"eu-ES", "1.234", "1.234.567,5", "%" + nbsp + "45"},
		{"ar-EG", "1,234", "1,234,567.5", "45%"},
		{"fa-IR", "1,234", "1,234,567.5", "45%"},
		{"he-IL", "1,234", "1,234,567.5", "45%"},
		{"ja-JP", "1,234", "1,234,567.5", "45%"},
	} {
		l := locale(t, c.tag)
		got := [3]string{Format{}.Text(l, 1234), Format{Decimals: 1}.Text(l, 1234567.5), Format{Style: Percent}.Text(l, 45)}
		if want := [3]string{c.four, c.many, c.percent}; got != want {
			t.Errorf("%s writes %q, want %q", c.tag, got, want)
		}
	}
}

func TestParseLocale_RefusesWhatItCannotKnow(t *testing.T) {
	for _, tag := range []string{"", "english", "C", "xx", "zz-ZZ", "de_DE.UTF-8", "und", "tlh", "la", "en-US-"} {
		l, err := ParseLocale(tag)
		if err == nil {
			t.Errorf("ParseLocale(%q) = %+v, want an error", tag, l)
		}
	}
}

func TestLocale_ThatNobodyMadeStillShowsTheDecimalMark(t *testing.T) {
	if got := (Format{Decimals: 1}).Text(Locale{}, 1234.5); got != "1234.5" {
		t.Errorf("got %q", got)
	}
}
