package words

import (
	"strings"
	"testing"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

const nbsp = "\u00a0"

func atLeast(v float64) kpi.Target { return kpi.Target{Min: v, HasMin: true} }
func atMost(v float64) kpi.Target  { return kpi.Target{Max: v, HasMax: true} }
func between(low, high float64) kpi.Target {
	return kpi.Target{Min: low, Max: high, HasMin: true, HasMax: true}
}

// tongue returns the speech of a locale, in its own language.
func tongue(t *testing.T, locale string) *Speech {
	t.Helper()
	l, err := kpi.ParseLocale(locale)
	if err != nil {
		t.Fatal(err)
	}
	return Of(&config.Config{Locale: l})
}

func TestTarget_ReadsLikeASentence(t *testing.T) {
	compact := kpi.Format{Style: kpi.Compact, Decimals: 2, Suffix: nbsp + "€"}
	for _, c := range []struct {
		t      kpi.Target
		f      kpi.Format
		locale string
		want   string
	}{
		{kpi.Target{}, kpi.Format{}, "en-US", ""},
		{atLeast(95), kpi.Format{Style: kpi.Percent}, "de-DE", "≥ 95" + nbsp + "%"},
		{atLeast(95), kpi.Format{Suffix: " %"}, "de-DE", "≥ 95 %"},
		{atMost(240), kpi.Format{Style: kpi.Duration}, "en-US", "≤ 4:00"},
		{between(18, 22), kpi.Format{Suffix: " °C"}, "en-US", "18–22 °C"},
		{between(1000, 2000.5), kpi.Format{Prefix: "$", Decimals: 1}, "en-US", "$1,000.0–2,000.5"},
		{between(5, 5), kpi.Format{}, "en-US", "= 5"},
		{between(5, 5.2), kpi.Format{Suffix: " h"}, "en-US", "5–5.2 h"}, // with all digits
		{between(-5, 5), kpi.Format{Suffix: " °C"}, "en-US", "−5 to 5 °C"},
		{between(-5, 5), kpi.Format{Suffix: " °C"}, "de-DE", "−5 bis 5 °C"},
		{between(-10, -5), kpi.Format{}, "en-US", "−10 to −5"},
		{between(-5, 5), kpi.Format{Prefix: "$"}, "en-US", "−$5 to $5"},
		{between(-0.2, 5), kpi.Format{}, "en-US", "−0.2 to 5"},
		{atLeast(-3), kpi.Format{}, "en-US", "≥ −3"},
		{between(12_300, 1_280_000), compact, "en-US", "12.3k–1.28M" + nbsp + "€"},
		{between(12_300, 1_280_000), compact, "de-DE", "12,3" + nbsp + "Tsd.–1,28" + nbsp + "Mio." + nbsp + "€"},
		{between(40, 60), kpi.Format{Style: kpi.Percent}, "tr", "%40–60"},
	} {
		if got := tongue(t, c.locale).Target(c.t, c.f); got != c.want {
			t.Errorf("%s: %+v as %+v: %q, want %q", c.locale, c.t, c.f, got, c.want)
		}
	}
}

// changed returns the change of a KPI written as f.
func changed(f kpi.Format, t kpi.Target, before, now float64) kpi.Change {
	judge := func(v float64) kpi.Judgement { return kpi.Judge(f, t, kpi.Tolerance{}, v) }
	return kpi.Compare(&kpi.KPI{Format: f}, t, judge(before), judge(now))
}

func TestChange_IsWhatATileSays(t *testing.T) {
	euro, percent := kpi.Format{Prefix: "€"}, kpi.Format{Style: kpi.Percent, Decimals: 1}
	for _, c := range []struct {
		f           kpi.Format
		locale      string
		before, now float64
		want        string
	}{
		{euro, "en-US", 1000, 1032, "+3.2%"},
		{euro, "de-DE", 1000, 1032, "+3,2" + nbsp + "%"},
		{euro, "en-US", 1000, 968, "−3.2%"},
		{euro, "en-US", 1000, 1000.4, "no change"},
		{euro, "de-DE", 1000, 1000.4, "unverändert"},
		{euro, "en-US", 0, 12, "+€12"},
		{euro, "en-US", 0, -12, "−€12"},
		{kpi.Format{}, "en-US", 0, 12, "+12"},
		{kpi.Format{}, "en-US", 100_000, 100_012, "+12"}, // +0.0% would say nothing
		{kpi.Format{}, "en-US", 100, 250, "+150%"},
		{kpi.Format{}, "en-US", 10_000, 19_996, "+100%"}, // 99.96 rounds to three digits first
		{kpi.Format{}, "en-US", 10_000, 19_994, "+99.9%"},
		{kpi.Format{}, "en-US", -10, 5, "+15"},
		{kpi.Format{}, "en-US", 10_000, 4, "−99.96%"}, // not all is gone
		{kpi.Format{}, "en-US", 10_000_000, 4, "> −100%"},
		{kpi.Format{}, "en-US", 10_000, 0, "−100%"},
		{kpi.Format{Decimals: 1}, "en-US", -0.04, 0.04, "no change"},
		{kpi.Format{Style: kpi.Duration}, "en-US", 108_000, -90, "−30:01:30"},
		{kpi.Format{Style: kpi.Compact}, "en-US", 999_499, 999_500, "+0.1%"}, // 999k to 1M, as they are read
		{percent, "en-US", 60, 58.5, "−1.5 pp"},
		{percent, "de-DE", 60, 61.5, "+1,5" + nbsp + "%-Pkt."},
		{kpi.Format{Suffix: " %"}, "en-US", 0, 3, "+3 pp"},
		{kpi.Format{Style: kpi.Duration}, "en-US", 0, 270, "+4:30"},
		{kpi.Format{Style: kpi.Duration}, "en-US", 240, 270, "+12.5%"},
		{kpi.Format{}, "tr", 100, 110, "+%10,0"},
	} {
		if got := tongue(t, c.locale).Change(changed(c.f, kpi.Target{}, c.before, c.now)); got != c.want {
			t.Errorf("%s: %+v: %v to %v reads %q, want %q", c.locale, c.f, c.before, c.now, got, c.want)
		}
	}
	if got := tongue(t, "en-US").Change(kpi.Change{}); got != "" {
		t.Errorf("nothing to compare with reads %q", got)
	}
}

// A value that is shown with more digits has them in its change too.
func TestChange_HasTheDigitsOfWhatItCompares(t *testing.T) {
	f := kpi.Format{Style: kpi.Percent, Decimals: 1}
	if got := tongue(t, "en-US").Change(changed(f, atLeast(100), 100, 99.95)); got != "−0.05 pp" {
		t.Error(got)
	}
}

// Whatever the wall shows can be typed back, in its own language.
func TestNumber_IsReadBack(t *testing.T) {
	for _, locale := range []string{"en-US", "de-DE", "de-CH", "fr-FR", "es-ES", "es-MX", "it-IT", "nl-NL", "pt-BR", "pl-PL"} {
		for _, suffix := range []string{"", nbsp + "€", " km", "m", " m", " min", " kWh", " t", " T€", "Mio. €", " Mitglieder", " Tonnen", " Bestellungen", " bn"} {
			checkReadBack(t, tongue(t, locale), suffix)
		}
	}
}

func checkReadBack(t *testing.T, s *Speech, suffix string) {
	t.Helper()
	for _, v := range []float64{0, 7, 12_300, 999_000, 1_280_000, -3_500_000, 2e9, 7.25e12} {
		f := kpi.Format{Style: kpi.Compact, Decimals: 2, Suffix: suffix}
		text := s.Figure(kpi.Figure{Format: f, Number: v})
		if got, err := kpi.ParseValue(f, s.Locale(), text); err != nil || got.Number != v {
			t.Errorf("%s: %q is read as %v, %v", s.Locale().Tag, text, got.Number, err)
		}
	}
}

func TestError_OfWhatWasTypedFitsOnOneLineOfTheScreen(t *testing.T) {
	for _, s := range []string{strings.Repeat("x", 390), "1\n2", "1.234k", "1" + nbsp + "2", "\x00", strings.Repeat("9", 399), "5\xff"} {
		for style := kpi.Plain; style <= kpi.Compact; style++ {
			de := tongue(t, "de-DE")
			_, err := kpi.ParseValue(kpi.Format{Style: style}, de.Locale(), s)
			if err == nil {
				t.Errorf("%q was taken", s)
			} else if text := de.Error(err); len([]rune(text)) > 130 || strings.Contains(text, "\n") {
				t.Errorf("%q: the error is too long for the screen: %s", s, text)
			}
		}
	}
}

func TestOf_SpeaksTheLanguageOfTheLocaleUnlessTheConfigNamesOne(t *testing.T) {
	for _, row := range []struct{ language, locale, want string }{
		{"", "de-AT", "de"},
		{"", "en-GB", "en"},
		{"", "ka-GE", "en"},
		{"en", "de-DE", "en"},
		{"de", "en-US", "de"},
		{"", "fr-FR", "fr"},
		{"", "fr-CA", "fr"},
		{"", "es-MX", "es"},
		{"", "it-CH", "it"},
		{"", "nl-BE", "nl"},
		{"", "pl-PL", "pl"},
		{"", "pt-BR", "pt-BR"},
		{"", "pt", "pt-BR"},
		{"", "pt-PT", "pt-BR"},
		{"pt-BR", "en-US", "pt-BR"},
	} {
		l, err := kpi.ParseLocale(row.locale)
		if err != nil {
			t.Fatal(err)
		}
		if got := Of(&config.Config{Language: row.language, Locale: l}).Language(); got != row.want {
			t.Errorf("%+v: %s", row, got)
		}
	}
}

func TestEnvironment_IsTheFirstVariableThatIsSet(t *testing.T) {
	for _, row := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "en"},
		{map[string]string{"LANG": "de_DE.UTF-8"}, "de-DE"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_CH@euro"}, "de-CH"},
	} {
		if got := Environment(func(name string) string { return row.env[name] }); got != row.want {
			t.Errorf("%v: %q, want %q", row.env, got, row.want)
		}
	}
}
