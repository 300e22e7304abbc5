package words

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// The oracle is what a newspaper of the place writes.
func TestLanguages_WriteDatesPeriodsAndNumbersAsTheirPlacesDo(t *testing.T) {
	first, friday := kpi.Date{Year: 2026, Month: 11, Day: 1}, kpi.Date{Year: 2026, Month: 11, Day: 20}
	million := kpi.Format{Style: kpi.Compact, Significant: 3, Suffix: nbsp + "€"}
	percent := kpi.Format{Style: kpi.Percent, Decimals: 1}
	then := time.Date(2027, 3, 5, 12, 0, 0, 0, time.UTC)
	for locale, want := range map[string][]string{
		"fr-FR": {
			"1er nov.", "1er novembre 2026", "vendredi 20 novembre", "1er–20 novembre", "novembre 2026", "nov. 2026", "T4 2026", "sem. 47/2026",
			"1,28 M €", "2 Md €", "12,3 k €", "97,3 %", "+1,5 pt", "≥ 40 d’ici mardi", "≥ 40 d’ici le 20 nov.",
		},
		"es-ES": {
			"1 nov", "1 de noviembre de 2026", "viernes 20 de noviembre", "1–20 de noviembre", "noviembre de 2026", "nov 2026", "4T 2026", "sem. 47/2026",
			"1,28 M €", "2 mil M €", "12,3 mil €", "97,3 %", "+1,5 pp", "≥ 40 hasta el martes", "≥ 40 hasta el 20 nov",
		},
		"it-IT": {
			"1 nov", "1º novembre 2026", "venerdì 20 novembre", "1–20 novembre", "novembre 2026", "nov 2026", "T4 2026", "sett. 47/2026",
			"1,28 mln €", "2 mld €", "12,3k €", "97,3%", "+1,5 pp", "≥ 40 entro martedì", "≥ 40 entro il 20 nov",
		},
		"nl-NL": {
			"1 nov", "1 november 2026", "vrijdag 20 november", "1–20 november", "november 2026", "nov 2026", "Q4 2026", "week 47 van 2026",
			"1,28 mln €", "2 mld €", "12,3k €", "97,3%", "+1,5 pp", "≥ 40 t/m dinsdag", "≥ 40 t/m 20 nov",
		},
		"pt-BR": {
			"1 nov", "1º de novembro de 2026", "sexta, 20 de novembro", "1–20 de novembro", "novembro de 2026", "nov 2026", "4T 2026", "sem. 47/2026",
			"1,28 mi €", "2 bi €", "12,3 mil €", "97,3%", "+1,5 p.p.", "≥ 40 até terça", "≥ 40 até 20 nov",
		},
		"pl-PL": {
			"1 lis", "1 listopada 2026", "piątek, 20 listopada", "1–20 listopada", "listopad 2026", "lis 2026", "IV kw. 2026", "tydz. 47/2026",
			"1,28 mln €", "2 mld €", "12,3 tys. €", "97,3%", "+1,5 p.p.", "≥ 40 do wtorku", "≥ 40 do 20 lis",
		},
	} {
		s := tongue(t, locale)
		s.calendar = kpi.Calendar{Zone: time.UTC}
		period := func(c kpi.Cadence) kpi.Period { return s.calendar.Period(c, now) }
		target := s.Target(atLeast(40), kpi.Format{})
		got := []string{
			s.Day(first, now), s.LongDay(first), s.FullDay(friday, now), s.Span(first, friday),
			s.Period(period(kpi.Month), then), s.ShortPeriod(period(kpi.Month), then), s.Period(period(kpi.Quarter), then), s.Period(period(kpi.Week), then),
			s.Figure(kpi.Figure{Format: million, Number: 1_280_000}), s.Figure(kpi.Figure{Format: million, Number: 2e9}), s.Figure(kpi.Figure{Format: million, Number: 12_300}),
			s.Figure(kpi.Figure{Format: percent, Number: 97.3}), s.Change(changed(percent, kpi.Target{}, 60, 61.5)),
			s.by(target, s.dayIn(kpi.Week, kpi.Date{Year: 2026, Month: 11, Day: 24}, s.untilWeekdays)), s.by(target, s.dayIn(kpi.Month, friday, nil)),
		}
		for i := range want {
			if g := strings.ReplaceAll(got[i], nbsp, " "); g != want[i] {
				t.Errorf("%s: %q, want %q", locale, g, want[i])
			}
		}
	}
}

func TestLanguages_CountAsTheyDo(t *testing.T) {
	for language, counts := range map[string]map[int]string{
		"fr":    {0: "0 jour", 1: "1 jour", 2: "2 jours", 1_000_000: "1000000 jours"},
		"es":    {0: "0 días", 1: "1 día", 2: "2 días", 1_000_000: "1000000 días"},
		"it":    {0: "0 giorni", 1: "1 giorno", 21: "21 giorni", 1_000_000: "1000000 giorni"},
		"nl":    {0: "0 dagen", 1: "1 dag", 2: "2 dagen"},
		"pt-BR": {0: "0 dia", 1: "1 dia", 2: "2 dias", 1_000_000: "1000000 dias"},
	} {
		for n, want := range counts {
			if got := In(language).Periods(kpi.Day, n); got != want {
				t.Errorf("%s: %q, want %q", language, got, want)
			}
		}
	}
	for n, want := range map[int]string{
		0: "0 miesięcy", 1: "1 miesiąc", 2: "2 miesiące", 4: "4 miesiące", 5: "5 miesięcy", 12: "12 miesięcy", 13: "13 miesięcy",
		21: "21 miesięcy", 22: "22 miesiące", 25: "25 miesięcy", 112: "112 miesięcy", 122: "122 miesiące",
	} {
		if got := In("pl").Periods(kpi.Month, n); got != want {
			t.Errorf("pl: %q, want %q", got, want)
		}
	}
}

// A word of a file that means two things means what it does where the board stands.
func TestVocabulary_ReadsAWordAsTheBoardsLanguageDoes(t *testing.T) {
	for locale, want := range map[string]string{"de-DE": "week", "pl-PL": "quarter", "nl-NL": "quarter", "en-US": ""} {
		got := ""
		for meaning, words := range tongue(t, locale).Vocabulary() {
			for _, word := range words {
				if word == "kw" {
					got += meaning
				}
			}
		}
		if got != want {
			t.Errorf("KW in %s is %q, want %q", locale, got, want)
		}
	}
}

// The German of a KPI is one word everywhere; "eine KPI" beside "einen KPI" is none.
func TestGerman_HasOneWordForAKPI(t *testing.T) {
	verbatim := regexp.MustCompile("`[^`]*`|{{[^}]*}}")
	kpi := regexp.MustCompile(`\bKPIs?\b`)
	for id, forms := range messages(t, "de.toml") {
		for _, text := range forms {
			if kpi.MatchString(verbatim.ReplaceAllString(text, "")) {
				t.Errorf("%s: %q", id, text)
			}
		}
	}
}
