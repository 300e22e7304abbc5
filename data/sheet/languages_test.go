package sheet

import (
	"testing"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// What the errors give as examples, and what people of each language say, is read on a
// board that speaks it.
func TestWhen_IsReadInEveryLanguage(t *testing.T) {
	c := kpi.Calendar{} // 21 November 2026 is a Saturday
	for language, said := range map[string]map[string]string{
		"fr":    {"hier": "2026-11-20", "avant-hier": "2026-11-19", "24 oct.": "2026-10-24", "semaine dernière": "2026-W46", "sem. 46": "2026-W46", "octobre": "2026-10", "oct. 2026": "2026-10", "mois dernier": "2026-10", "T3": "2026-Q3", "T3 2026": "2026-Q3", "vendredi": "2026-11-20"},
		"es":    {"ayer": "2026-11-20", "anteayer": "2026-11-19", "24 oct": "2026-10-24", "24 de octubre": "2026-10-24", "semana pasada": "2026-W46", "sem. 46": "2026-W46", "octubre": "2026-10", "octubre de 2026": "2026-10", "mes pasado": "2026-10", "3T": "2026-Q3", "3T 2026": "2026-Q3", "viernes": "2026-11-20"},
		"it":    {"ieri": "2026-11-20", "ieri l’altro": "2026-11-19", "24 ott": "2026-10-24", "settimana scorsa": "2026-W46", "settimana 46": "2026-W46", "ottobre": "2026-10", "ott 2026": "2026-10", "mese scorso": "2026-10", "T3": "2026-Q3", "T3 2026": "2026-Q3", "venerdì": "2026-11-20"},
		"nl":    {"gisteren": "2026-11-20", "eergisteren": "2026-11-19", "24 okt": "2026-10-24", "vorige week": "2026-W46", "week 46": "2026-W46", "oktober": "2026-10", "okt 2026": "2026-10", "vorige maand": "2026-10", "Q3": "2026-Q3", "3 kw. 2026": "2026-Q3", "vrijdag": "2026-11-20"},
		"pt-BR": {"ontem": "2026-11-20", "anteontem": "2026-11-19", "24 out": "2026-10-24", "24 de outubro": "2026-10-24", "semana passada": "2026-W46", "sem. 46": "2026-W46", "outubro": "2026-10", "outubro de 2026": "2026-10", "mês passado": "2026-10", "3T": "2026-Q3", "3T 2026": "2026-Q3", "sexta": "2026-11-20"},
		"pl":    {"wczoraj": "2026-11-20", "przedwczoraj": "2026-11-19", "24 paź": "2026-10-24", "24 października": "2026-10-24", "zeszły tydzień": "2026-W46", "tydz. 46": "2026-W46", "październik": "2026-10", "paź 2026": "2026-10", "zeszły miesiąc": "2026-10", "3 kw.": "2026-Q3", "3 kw. 2026": "2026-Q3", "piątek": "2026-11-20"},
	} {
		speech := words.In(language)
		dates := NewDates(c, speech.Locale(), NewVocabulary(speech.Vocabulary()))
		for text, want := range said {
			every := map[int]kpi.Cadence{len("2026-11-20"): kpi.Day, len("2026-W46"): kpi.Week}[len(want)]
			if len(want) == len("2026-10") {
				if every = kpi.Month; want[5] == 'Q' {
					every = kpi.Quarter
				}
			}
			w, err := dates.When(&kpi.KPI{Every: every}, text, now)
			if err != nil {
				t.Errorf("%s: %q: %s", language, text, words.English().Error(err))
			} else if got := c.ID(w.Period); got != want {
				t.Errorf("%s: %q is read as %s, want %s", language, text, got, want)
			}
		}
	}
}
