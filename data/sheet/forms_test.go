package sheet

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// columnOf reads a column of one KPI, a cell for each month back from October 2026,
// separated by sep.
func columnOf(t testing.TB, locale, kpiID string, sep rune, cells []string) (numbers, problems []string) {
	t.Helper()
	text := fmt.Sprintf("date%ckpi%cvalue\n", sep, sep)
	for i, cell := range cells {
		month := time.Date(2026, time.October, 1, 0, 0, 0, 0, time.UTC).AddDate(0, -i, 0).Format("2006-01")
		text += fmt.Sprintf("%s%c%s%c\"%s\"\n", month, sep, kpiID, sep, strings.ReplaceAll(cell, `"`, `""`))
	}
	values, problems := readAll(testConfig(t, locale), text)
	for _, v := range values {
		numbers = append(numbers, v[strings.LastIndexByte(v, ' ')+1:])
	}
	return numbers, problems
}

// forms are columns of numbers as people write them in six countries, with ; between
// the cells in a file separated by tabs, and what they are; or a part of the problem.
var forms = []struct{ locale, cells, want, problem string }{
	{"en-US", "1,234.56;12;0.5", "1234.56;12;0.5", ""},
	{"en-US", "1,234,567;1,234", "1234567;1234", ""},
	{"en-US", "1,378;2,450", "1378;2450", ""},
	{"en-US", "1.378", "", "could be 1378 or 1.378"},
	{"en-US", "1.378;0.5", "1.378;0.5", ""},
	{"en-US", "1.378;0,5", "1378;0.5", ""},
	{"en-US", "562.010;6,3", "562010;6.3", ""},
	{"en-US", "562.010;2.931.550", "562010;2931550", ""},
	{"en-US", "1,5;1.5", "", `line 2 has "1,5" with a decimal comma, line 3 "1.5" with a decimal point`},
	{"en-US", "1,378;1.378", "", "could be"},
	{"en-US", "$1,200;USD 1,200.50;1,200 US$", "1200;1200.5;1200", ""},
	{"en-US", "(1,200);1,200-;-1,200;−1,200;($5)", "-1200;-1200;-1200;-1200;-5", ""},
	{"en-US", "1e5;1.5E+03;2E-2", "100000;1500;0.02", ""},
	{"en-US", "12k;3.5m;1.25bn", "12000;3500000;1250000000", ""},
	{"en-US", "12,34,567;1", "1234567;1", ""},
	{"en-US", ".5;-.25", "0.5;-0.25", ""},
	{"en-US", "n/a;-;#N/A;NULL;None;nan;5", "5", ""},
	{"en-US", "=A1+A2", "", "formula"},
	{"en-US", "1,23", "1.23", ""},
	{"en-US", "1,2345;1,000.0", "", "line 2"},
	{"en-US", "12,345.678", "12345.678", ""},
	{"en-US", "1..5", "", "1..5"},
	{"en-US", "1,,000", "", "1,,000"},
	{"en-US", "5.", "", "5."},
	{"en-US", "1 234.5", "1234.5", ""},
	{"en-US", "12 34", "", "12 34"},
	{"en-GB", "£1,234.50;GBP 3", "1234.5;3", ""},
	{"en-GB", "€5;7 EUR;¥900", "5;7;900", ""},
	{"en-GB", "1234567.125", "1234567.125", ""},
	{"en-GB", "1,234;1,2", "1.234;1.2", ""},
	{"de-DE", "1.234,56;12;0,5", "1234.56;12;0.5", ""},
	{"de-DE", "562.010;2.931.550;6,3", "562010;2931550;6.3", ""},
	{"de-DE", "562.010", "562010", ""},
	{"de-DE", "1,378", "", "could be 1378 or 1,378"},
	{"de-DE", "Rs. 1,378", "", "could be 1378 or 1,378"},
	{"de-DE", "1,378;6,3", "1.378;6.3", ""},
	{"de-DE", "1,378;6.3", "1378;6.3", ""},
	{"de-DE", "96.90;1.234", "96.9;1.234", ""},
	{"de-DE", "1.234;0.5", "1.234;0.5", ""},
	{"de-DE", "1 234,50 €;1.234,5 EUR;−3,5", "1234.5;1234.5;-3.5", ""},
	{"de-DE", "1.234.567", "1234567", ""},
	{"de-DE", "12.3456", "12.3456", ""},
	{"de-DE", "0.123", "0.123", ""},
	{"de-DE", "0,123", "0.123", ""},
	{"de-DE", "1.234k", "", "could be"},
	{"de-DE", "k. A.;k.A.;#NV;5", "5", ""},
	{"de-DE", "1.234,56;1,234.56", "", "line 2"},
	{"de-DE", "1,5;2,5;3.5", "", "line 4"},
	{"de-DE", "1.5;1.234,5", "", "line 2"},
	{"de-DE", ",5;1,25", "0.5;1.25", ""},
	{"de-DE", "5,-", "", "5,-"},
	{"de-CH", "1'234.50;1’234.50;7", "1234.5;1234.5;7", ""},
	{"de-CH", "CHF 1'234.50;Fr. 5", "1234.5", "Fr. 5"},
	{"de-CH", "1'234'567", "1234567", ""},
	{"de-CH", "1'234,5;2.5", "", "line 2"},
	{"de-CH", "1.234", "", "could be"},
	{"fr-FR", "1 234,50;6,3", "1234.5;6.3", ""},
	{"fr-FR", "1 234,50;1 234 567", "1234.5;1234567", ""},
	{"fr-FR", "12,5;0.5", "", "line 2"},
	{"fr-FR", "1.234", "", "could be"},
	{"en-IN", "12,34,567.5;1,23,456", "1234567.5;123456", ""},
	{"en-IN", "₹1,00,000;Rs 5", "100000", "Rs 5"},
	{"en-IN", "1,234", "1234", ""},
	{"en-IN", "1.234,5", "1234.5", ""},
}

func TestRead_NumbersOfSixLocales(t *testing.T) {
	for _, row := range forms {
		numbers, problems := columnOf(t, row.locale, "mrr", '\t', strings.Split(row.cells, ";"))
		if row.problem == "" && len(problems) > 0 || strings.Join(numbers, ";") != numbersOf(row.want) {
			t.Errorf("%s %q: got %q (%q), want %q", row.locale, row.cells, numbers, problems, row.want)
		}
		if row.problem != "" && (len(problems) == 0 || !strings.Contains(problems[0], row.problem)) {
			t.Errorf("%s %q: problems %q lack %q", row.locale, row.cells, problems, row.problem)
		}
	}
}

// numbersOf writes numbers as a test does.
func numbersOf(list string) string {
	fields := strings.Split(list, ";")
	for i, f := range fields {
		if v, err := parsePlain(f); err == nil {
			fields[i] = fmt.Sprint(v)
		}
	}
	return strings.Join(fields, ";")
}

// The separator may speak against the locale: a comma between columns is no German
// spreadsheet's.
func TestRead_LeavesDoubtWhereTheSeparatorIsForeign(t *testing.T) {
	for _, row := range []struct {
		locale, cell string
		sep          rune
		want         string
	}{
		{"de-DE", "562.010", ';', "562010"},
		{"de-DE", "562.010", ',', ""},
		{"en-US", "1,378", ',', "1378"},
		{"en-US", "1,378", ';', ""},
	} {
		numbers, problems := columnOf(t, row.locale, "mrr", row.sep, []string{row.cell})
		if strings.Join(numbers, "") != row.want || len(problems) == 0 != (row.want != "") {
			t.Errorf("%s %q after %q: %q (%q)", row.locale, row.cell, row.sep, numbers, problems)
		}
	}
}

func TestRead_TakesTheMarkThatIsGiven(t *testing.T) {
	for mark, want := range map[Decimal]string{Comma: "1378", Point: "1.378"} {
		o := Options{Decimal: mark, Words: vocabulary, Now: now}
		for v, err := range Read("f", strings.NewReader("date,mrr\n2026-10,1.378\n"), testConfig(t, "en-US"), o) {
			if err != nil || FormatNumber(v.Number) != want {
				t.Errorf("%c: %v (%v), want %s", mark, v.Number, err, want)
			}
		}
	}
}

// dateForms are dates on boards of six locales: for a KPI of a rhythm, the moment in
// the store, or nothing for what has to be refused.
var dateForms = []struct {
	locale string
	every  kpi.Cadence
	text   string
	want   string
}{
	{"en-US", kpi.Day, "10/31/2026", "2026-10-31"},
	{"en-US", kpi.Day, "3/4/2026", "2026-03-04"},
	{"en-US", kpi.Day, "3/4/26", "2026-03-04"},
	{"en-US", kpi.Day, "03-04-2026", "2026-03-04"},
	{"en-US", kpi.Day, "03-04-26", ""},
	{"en-US", kpi.Day, "Oct 31, 2026", "2026-10-31"},
	{"en-US", kpi.Day, "October 31, 2026", "2026-10-31"},
	{"en-US", kpi.Day, "Oct. 31st, 2026", "2026-10-31"},
	{"en-US", kpi.Day, "Sat, Oct 31, 2026", "2026-10-31"},
	{"en-US", kpi.Day, "31-Oct-26", "2026-10-31"},
	{"en-US", kpi.Day, "31 Oct 2026", "2026-10-31"},
	{"en-US", kpi.Day, "31Oct2026", "2026-10-31"},
	{"en-US", kpi.Day, "2026/03/01", "2026-03-01"},
	{"en-US", kpi.Day, "2026-1-5", "2026-01-05"},
	{"en-US", kpi.Day, "2026.01.05", "2026-01-05"},
	{"en-US", kpi.Day, "20260401", "2026-04-01"},
	{"en-US", kpi.Day, "46143", ""},
	{"en-US", kpi.Day, "Oct 31", ""},
	{"en-US", kpi.Day, "Feb 30, 2026", ""},
	{"en-US", kpi.Day, "13/13/2026", ""},
	{"en-US", kpi.Day, "2026-10", ""},
	{"en-US", kpi.Day, "10/1/2026 12:00 AM", "2026-10-01"},
	{"en-US", kpi.Day, "10/1/2026 3:05 PM", "2026-10-01T15:05:00Z"},
	{"en-US", kpi.Day, "10/1/2026 13:05 PM", ""},
	{"en-US", kpi.Day, "2026-10-01 00:00:00", "2026-10-01"},
	{"en-US", kpi.Day, "2026-10-01T08:00:00.123+02:00", "2026-10-01T06:00:00Z"},
	{"en-US", kpi.Day, "2026-10-01 08:00:00 UTC", "2026-10-01T08:00:00Z"},
	{"en-US", kpi.Day, "2026-10-01 25:00", ""},
	{"en-US", kpi.Hour, "2026-10-01 14:05", "2026-10-01T14:05:00Z"},
	{"en-US", kpi.Hour, "2026-10-01", ""},
	{"en-US", kpi.Month, "Jan 2026", "2026-01-31"},
	{"en-US", kpi.Month, "Jan-26", "2026-01-31"},
	{"en-US", kpi.Month, "Jan '26", "2026-01-31"},
	{"en-US", kpi.Month, "Oct 15", ""},
	{"en-US", kpi.Month, "January 2026", "2026-01-31"},
	{"en-US", kpi.Month, "2026 January", "2026-01-31"},
	{"en-US", kpi.Month, "06/2026", "2026-06-30"},
	{"en-US", kpi.Month, "2026/06", "2026-06-30"},
	{"en-US", kpi.Month, "202606", "2026-06-30"},
	{"en-US", kpi.Month, "13/2026", ""},
	{"en-US", kpi.Month, "10/01/2026 - 10/31/2026", "2026-10-31"},
	{"en-US", kpi.Month, "10/01/2026 - 10/30/2026", ""},
	{"en-US", kpi.Month, "Q3 2025", ""},
	{"en-US", kpi.Month, "2025-W07", ""},
	{"en-US", kpi.Week, "Week 7, 2025", "2025-02-16"},
	{"en-US", kpi.Week, "W07 2025", "2025-02-16"},
	{"en-US", kpi.Week, "2025W08", "2025-02-23"},
	{"en-US", kpi.Week, "CW9 2025", "2025-03-02"},
	{"en-US", kpi.Week, "2025-W54", ""},
	{"en-US", kpi.Week, "Week of Nov 16, 2026", "2026-11-16"},
	{"en-US", kpi.Week, "W/C 2026-11-09", "2026-11-09"},
	{"en-US", kpi.Week, "w/e 11/08/2026", "2026-11-08"},
	{"en-US", kpi.Week, "week ending 8 November 2026", "2026-11-08"},
	{"de-DE", kpi.Week, "Woche vom 16.11.2026", "2026-11-16"},
	{"en-US", kpi.Week, "2025-02-24 to 2025-03-02", "2025-03-02"},
	{"en-US", kpi.Week, "2025-02-23 to 2025-03-01", ""},
	{"en-US", kpi.Week, "W46", "2026-11-15"},
	{"en-US", kpi.Week, "W52", "2025-12-28"},
	{"en-US", kpi.Week, "2025-09", ""},
	{"en-US", kpi.Quarter, "Q3 2025", "2025-09-30"},
	{"en-US", kpi.Quarter, "2025Q3", "2025-09-30"},
	{"en-US", kpi.Quarter, "Q3/25", "2025-09-30"},
	{"en-US", kpi.Quarter, "2025-08", "2025-08-31"},
	{"en-US", kpi.Year, "2025-Q2", "2025-06-30"},
	{"en-US", kpi.Year, "2025", "2025-12-31"},
	{"en-GB", kpi.Day, "3/4/2026", "2026-04-03"},
	{"en-GB", kpi.Day, "31/10/26", "2026-10-31"},
	{"en-GB", kpi.Day, "1st of October 2026", "2026-10-01"},
	{"en-GB", kpi.Month, "Sept 2026", "2026-09-30"},
	{"en-CA", kpi.Day, "3/4/2026", ""},
	{"en-CA", kpi.Day, "2026-04-03", "2026-04-03"},
	{"de-DE", kpi.Day, "31.10.2026", "2026-10-31"},
	{"de-DE", kpi.Day, "1.2.26", "2026-02-01"},
	{"de-DE", kpi.Day, "1. März 2026", "2026-03-01"},
	{"de-DE", kpi.Day, "1. Mrz. 2026", "2026-03-01"},
	{"de-DE", kpi.Day, "Mo., 2. März 2026", "2026-03-02"},
	{"de-DE", kpi.Day, "3/4/2026", "2026-04-03"},
	{"de-DE", kpi.Day, "20.07.2025 00:00", "2025-07-20"},
	{"de-DE", kpi.Day, "20.07.2025, 14:30", "2025-07-20T14:30:00Z"},
	{"de-DE", kpi.Day, "10.31.2026", ""},
	{"de-DE", kpi.Month, "Okt 2026", "2026-10-31"},
	{"de-DE", kpi.Month, "Dez. 2025", "2025-12-31"},
	{"de-DE", kpi.Month, "Mär-26", "2026-03-31"},
	{"de-DE", kpi.Month, "Maerz 2026", "2026-03-31"},
	{"de-DE", kpi.Month, "Jänner 2026", "2026-01-31"},
	{"de-DE", kpi.Month, "10.2026", "2026-10-31"},
	{"de-DE", kpi.Month, "Ma 2026", ""},
	{"de-DE", kpi.Month, "Sep 26", "2026-09-30"},
	{"de-DE", kpi.Month, "Okt 26", "2026-10-31"},
	{"de-DE", kpi.Month, "Dez 25", "2025-12-31"},
	{"de-DE", kpi.Month, "Okt 25", ""}, // a month ago, or a year
	{"de-DE", kpi.Month, "Dez 26", ""},
	{"de-DE", kpi.Day, "Sep 26", ""},
	{"de-DE", kpi.Week, "KW 07/2025", "2025-02-16"},
	{"de-DE", kpi.Week, "2025-KW08", "2025-02-23"},
	{"de-DE", kpi.Week, "9. KW 2025", "2025-03-02"},
	{"de-DE", kpi.Week, "KW 9", "2026-03-01"},
	{"de-DE", kpi.Week, "Kalenderwoche 9 2025", "2025-03-02"},
	{"de-DE", kpi.Week, "17.02.2025 - 23.02.2025", "2025-02-23"},
	{"de-DE", kpi.Week, "17.02.2025 bis 23.02.2025", "2025-02-23"},
	{"de-DE", kpi.Quarter, "3. Quartal 2025", "2025-09-30"},
	{"de-CH", kpi.Day, "31.10.26", "2026-10-31"},
	{"de-CH", kpi.Day, "3/4/2026", "2026-04-03"},
	{"fr-FR", kpi.Day, "1 septembre 2026", "2026-09-01"},
	{"fr-FR", kpi.Month, "sept. 2026", "2026-09-30"},
	{"fr-FR", kpi.Month, "août 2026", "2026-08-31"},
	{"fr-FR", kpi.Month, "févr. 2026", "2026-02-28"},
	{"fr-FR", kpi.Month, "juil. 2026", "2026-07-31"},
	{"fr-FR", kpi.Day, "01/09/2026", "2026-09-01"},
	{"en-IN", kpi.Day, "3/4/2026", "2026-04-03"},
	{"en-IN", kpi.Day, "3-4-2026", "2026-04-03"},
}

func TestRead_DatesOfSixLocales(t *testing.T) {
	id := map[kpi.Cadence]string{kpi.Hour: "orders", kpi.Day: "response", kpi.Week: "visits", kpi.Month: "mrr", kpi.Quarter: "margin", kpi.Year: "growth"}
	for _, row := range dateForms {
		cfg := testConfig(t, row.locale)
		cfg.KPIs = append(cfg.KPIs, kpi.KPI{ID: "growth", Every: kpi.Year})
		values, problems := readAll(cfg, "date;"+id[row.every]+"\n\""+row.text+"\";5\n")
		got := strings.Join(values, "; ")
		if want := row.want + " " + id[row.every] + " 5"; row.want != "" && got != want {
			t.Errorf("%s %q of a %v is %q (%q), want %s", row.locale, row.text, row.every, got, problems, want)
		}
		if row.want == "" && (got != "" || len(problems) != 1 || !strings.Contains(problems[0], "f.csv:2:")) {
			t.Errorf("%s %q of a %v is %q (%q), want a problem", row.locale, row.text, row.every, got, problems)
		}
	}
}

func TestRead_RefusesDatesThatContradict(t *testing.T) {
	_, problems := readAll(testConfig(t, "en-US"), "date,response\n1/2/2026,5\n13/2/2026,5\n2/14/2026,5\n")
	if len(problems) == 0 || !strings.Contains(problems[0], `line 3 has "13/2/2026" and line 4 "2/14/2026"`) {
		t.Errorf("problems %q", problems)
	}
	values, problems := readAll(testConfig(t, "en-US"), "date;response;churn\n1/2/2026;5;\n1/3/2026;5;\n2026-09;;6,3\n")
	if len(problems) > 0 || values[0] != "2026-02-01 response 5" {
		t.Errorf("a file with decimal commas: %q (%q), want the day first", values, problems)
	}
	values, problems = readAll(testConfig(t, "en-US"), "date,response\n1/2/2026,5\n13/2/2026,5\n")
	if len(problems) > 0 || values[0] != "2026-02-01 response 5" {
		t.Errorf("the evidence of a later line: %q (%q)", values, problems)
	}
}
