package sheet

import (
	"strings"
	"testing"
)

func TestRead_KnowsAKPIWithItsUnitBehindTheName(t *testing.T) {
	for _, row := range []struct{ board, name, kpi string }{
		{"us", "Revenue ($)", "revenue"},
		{"us", "revenue [USD]", "revenue"},
		{"us", "Revenue in $", "revenue"},
		{"us", "CTR (%)", "ctr"},
		{"us", "Revenue (k$)", ""},
		{"us", "Revenue (EUR)", ""}, // nobody has asked for another currency
		{"us", "Clicks (%)", ""},
		{"us", "Revenue in thousands", ""},
		{"de", "Umsatz (€)", "umsatz"},
		{"de", "Umsatz in EUR", "umsatz"},
		{"de", "Umsatz in T€", ""},
		{"de", "Quote in %", "quote"},
	} {
		for _, text := range []string{"date;" + row.name + "\n2026-10-30;5\n", "kpi;2026-10-30\n" + row.name + ";5\n", "date;kpi;value\n2026-10-30;" + row.name + ";5\n"} {
			values, _ := readAll(caseBoard(t, row.board), text)
			want := ""
			if row.kpi != "" {
				want = "2026-10-30 " + row.kpi + " 5"
			}
			if strings.Join(values, ";") != want {
				t.Errorf("%q: got %q, want %q", text, values, want)
			}
		}
	}
}

func TestRead_TakesNoLineOfValuesForTheHeader(t *testing.T) {
	for text, want := range map[string]string{
		"Monat;Erlös (€);Bemerkung\nSep 26;1234,5;ok\nOkt 26;1300,7;\n": `f.csv:1:7`,
		"name,when,amount\numsatz,2026-10,5\n":                          `f.csv:1:`,
		"name,when,amount\nrevenue,2026-10,5\n":                         `f.csv:1:`,
		"Umsatz;1234;1300\n":                                            "f.csv:1:",
	} {
		values, problems := readAll(caseBoard(t, "de"), text)
		if len(values) > 0 || len(problems) == 0 || !strings.Contains(problems[0], want) || strings.Contains(problems[0], "no values") {
			t.Errorf("%q: %q and %q, want %q", text, values, problems, want)
		}
	}
}

// Two digits behind a month are a year where the column says so.
func TestRead_TakesAColumnOfMonthsForMonths(t *testing.T) {
	for text, want := range map[string]string{
		"Monat;Umsatz\nOkt 25;5\nNov 25;6\n":   "2025-10-31 umsatz 5;2025-11-30 umsatz 6",
		"Kennzahl;Sep 26;Okt 26\nUmsatz;5;6\n": "2026-09-30 umsatz 5;2026-10-31 umsatz 6",
		"Datum;Umsatz\nOkt 25;5\n":             "",
	} {
		if values, problems := readAll(caseBoard(t, "de"), text); strings.Join(values, ";") != want {
			t.Errorf("%q: %q (%q)", text, values, problems)
		}
	}
}

func TestRead_ReadsSpansWithOneYear(t *testing.T) {
	for span, want := range map[string]string{
		"16.11.-22.11.2026":          "2026-11-22",
		"16.11.–22.11.2026":          "2026-11-22",
		"16.11. - 22.11.2026":        "2026-11-22",
		"16.11.2026–22.11.2026":      "2026-11-22",
		"16. Nov. bis 22. Nov. 2026": "2026-11-22",
		"Nov 16 - Nov 22, 2026":      "2026-11-22",
		"29.12.-04.01.2026":          "2026-01-04",
		"17.11.-23.11.2026":          "", // Tuesday to Monday
		"16.11.-22.11.":              "",
	} {
		values, problems := readAll(caseBoard(t, "de"), "Woche;Leads\n"+span+";5\n")
		if want == "" != (len(values) == 0) || want != "" && strings.Join(values, "") != want+" leads 5" {
			t.Errorf("%q: %q (%q)", span, values, problems)
		}
	}
}
