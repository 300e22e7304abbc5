package sheet

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

var today = kpi.Date{Year: 2026, Month: time.November, Day: 26}

// readCase reads a file of testdata/cases on one of the two boards there, on
// 26 November 2026. It returns values as "at kpi number", problems and notes.
func readCase(t *testing.T, file, board string, o Options) (values, problems, notes []string) {
	t.Helper()
	cfg := caseBoard(t, board)
	names, err := filepath.Glob(filepath.Join("testdata/cases", file+"_*"))
	if err != nil || len(names) != 1 {
		t.Fatalf("%q are %v (%v)", file, names, err)
	}
	f, err := os.Open(names[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	o.Locale, o.Words, o.Now = cfg.Locale, vocabulary, time.Date(2026, 11, 26, 17, 0, 0, 0, time.UTC)
	for v, err := range Read("f", f, cfg, o) {
		switch found := finding.Of(err); {
		case err == nil:
			text := fmt.Sprintf("%s %s %s", v.At, v.KPI, FormatNumber(v.Number))
			if v.Note != "" {
				text += " " + v.Note
			}
			values = append(values, text)
		case found == nil:
			t.Fatal(err)
		case found[0].Severity == finding.Note:
			notes = append(notes, words.English().Error(err))
		default:
			problems = append(problems, words.English().Error(err))
		}
	}
	return values, problems, notes
}

func caseBoard(t *testing.T, board string) *config.Config {
	t.Helper()
	cfg, err := config.Load(filepath.Join("testdata/cases", board+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

// cases are files as people and their tools write them. Values are written as by
// readCase, with ; between; problems and notes are parts of what is said, each in its
// turn. Of a file with problems nothing is recorded, so its values do not matter.
var cases = []struct {
	file, board             string
	o                       Options
	values, problems, notes string
}{
	{file: "01", board: "de", values: "2026-10-31 zugang 562010; 2026-10-31 bestand 2931550; 2026-10-31 quote 6.3"},
	{file: "02", board: "de", values: "2026-10-31 zugang 562010; 2026-10-31 bestand 2931550; 2026-10-31 quote 6.3; 2026-10-31 umsatz 1234.56"},
	{file: "03", board: "us", values: "2026-10-31 revenue 1234.56; 2026-09-30 revenue 562010; 2026-08-31 revenue 12.5; 2026-07-31 revenue 1.25"},
	{file: "04", board: "de", values: "2026-10-31 zugang 562010; 2026-09-30 umsatz 1234"},
	{
		file: "05", board: "us", problems: `line 2 has "$19,096.82" with a decimal point, line 10 "1 234,50" with a decimal comma`,
		notes: `taken for no value: "n/a", "-", "#N/A" (3×)`,
	},
	{file: "06", board: "us", problems: `line 2 has "1.73%" with a decimal point, line 4 "1,73 %" with a decimal comma`},
	{file: "07", board: "de", problems: `line 2 has "1.234,50 €" with a decimal comma, line 5 "1’234.50" with a decimal point`},
	{
		file: "08", board: "us", problems: `46143 | 2026-01-31 on line 8 | 2026-01-31 on line 8 | 2026-01-05 on line 3 | Q3 2025 | 2025-W07`,
		notes: "midnight in UTC",
	},
	{file: "09", board: "us", problems: "line 2 | line 2 | 2025-09 | 2025/10 | 2025-02-23 on line 5 | 2025-03-02 on line 6"},
	{file: "10", board: "de", problems: "2025-02-23 on line 3 | 10/2025"},
	{file: "11", board: "us", problems: "no values below the header"}, // it is a header
	{file: "12", board: "us", problems: `no KPI "k"`},                 // and has been read
	{file: "13", board: "us", values: "2026-10-31 revenue 12.5"},
	{file: "14", board: "de", values: "2026-10-31 umsatz 12.5 grüße", notes: "Windows-1252"},
	{file: "15", board: "de", problems: `no KPI "Kündigungen"`},
	{file: "16", board: "us", values: "2026-10-31 revenue 12 first line\nsecond, line \"quoted\""},
	{file: "17", board: "us", values: "2026-10-31 revenue 12"},
	{file: "18", board: "us", values: "2026-09-30 revenue 12; 2026-10-31 revenue 13", notes: "line 4 is a total"},
	{file: "19", board: "us", values: "2026-09-30 revenue 12; 2026-10-31 revenue 13", notes: "the sum of all above it"},
	{file: "20", board: "us", problems: `column "revenue" is the same KPI as column "revenue"`},
	{file: "21", board: "us", problems: "another value for 2026-10-31 on line 2"},
	{file: "22", board: "us", values: "2026-10-31 revenue 12"},
	{file: "23", board: "de", values: "2026-10-31 umsatz 12.5 wegen Messe"},
	{file: "24", board: "de", values: "2026-10-31 umsatz 12.5 Messe"},
	{file: "25", board: "de", values: "2026-09-30 umsatz 1200.5; 2026-10-31 umsatz 1300.25; 2026-09-30 quote 6.2; 2026-10-31 quote 6.3"},
	{file: "26", board: "us", values: "2026-01-31 revenue 1200; 2026-02-28 revenue 1300"},
	{file: "27", board: "us", values: "2026-10-31 revenue 12", notes: "found on line 3"},
	{file: "28", board: "us", problems: "no values below the header"},
	{file: "30", board: "us", values: "2026-10-31 revenue 12"},
	{file: "31", board: "us", values: "2026-10-31 revenue 12"},
	{file: "32", board: "us", values: "2026-10-31 revenue 12"},
	{file: "33", board: "us", values: "2026-09-30 revenue 12; 2026-10-31 revenue 13", notes: "the sum of all above it"},
	{file: "34", board: "us", values: "2026-09-01 revenue 12; 2026-10-01 revenue 13"},
	{file: "35", board: "de", values: "2026-10-31 umsatz 12.5 grüße", notes: "Windows-1252"},
	{file: "36", board: "us", problems: "2026-10-31 on line 2 | 2026-10-31 on line 2 | 2026-10-31 on line 2"},
	{file: "37", board: "us", values: "2026-10-31 revenue 1234"},
	{file: "42", board: "us", problems: `--where "Region"=`, notes: `passed over: "Region"`},
	{file: "42", board: "us", o: Options{Where: map[string]string{"region": "apac"}}, values: "2026-10-31 revenue 12", notes: `passed over: "Region"`},
	{file: "43", board: "us", problems: `"2026-12-31" lies ahead | "2027-01"`},
	{file: "43", board: "us", o: Options{Until: today}, problems: "no values below the header", notes: "2 values"},
	{file: "44", board: "us", values: "2026-09-01 revenue 14; 2026-10-01 revenue 15", notes: "midnight in UTC"},
	{file: "45", board: "us", values: "2026-11-25 clicks 9000", notes: "midnight in UTC"},
	{file: "46", board: "us", problems: `"2026-12" lies ahead | "2027-01"`},
	{
		file: "46", board: "us", o: Options{Until: today},
		values: "2026-09-30 revenue 10; 2026-10-31 revenue 20; 2026-11-26 revenue 0", notes: "2 values",
	},
	{file: "47", board: "us", values: "2026-11-22 signups 5; 2026-11-15 signups 6"},
	{file: "48", board: "us", values: "2026-11-15 signups 6; 2026-11-22 signups 5", notes: "the last day of a week"},
	{file: "51", board: "us", problems: "a web page"},
	{file: "52", board: "us", problems: "JSON"},
	{
		file: "53", board: "us", problems: "at most 15 | at most 15 | 0.1+0.2 | a formula | ∞",
		notes: `taken for no value: "NaN", "NULL", "None" (3×)`,
	},
	{file: "56", board: "de", values: "2026-10-31 umsatz 1; 2026-09-30 umsatz 2; 2026-08-31 umsatz 1234.5; 2026-07-31 umsatz 1234.5"},
	{file: "58", board: "de", problems: "another value for 2025-07-20 on line 2"},
	{file: "59", board: "de", problems: "2026-09-30 on line 3 | 2026-09-30 on line 3"},
	{file: "60", board: "us", values: "2026-11-22 signups 4; 2026-11-29 signups 5"},
	{file: "61", board: "us", values: "2026-11-26 ctr 0.0173; 2026-11-26 clicks 64430"},
}

func TestRead_CasesOfRealFiles(t *testing.T) {
	for _, row := range cases {
		t.Run(row.file+row.board, func(t *testing.T) {
			values, problems, notes := readCase(t, row.file, row.board, row.o)
			if row.problems == "" && strings.Join(values, "; ") != row.values {
				t.Errorf("got  %s\nwant %s", strings.Join(values, "; "), row.values)
			}
			mention(t, "problem", problems, row.problems)
			mention(t, "note", notes, row.notes)
		})
	}
}

// mention wants each of got to mention its part of want.
func mention(t *testing.T, what string, got []string, want string) {
	t.Helper()
	parts := slices.DeleteFunc(strings.Split(want, " | "), func(s string) bool { return s == "" })
	if len(got) != len(parts) {
		t.Errorf("%d %ss, want %d:\n%s", len(got), what, len(parts), strings.Join(got, "\n"))
		return
	}
	for i, part := range parts {
		if !strings.Contains(got[i], part) {
			t.Errorf("%s %q lacks %q", what, got[i], part)
		}
	}
}

// The files of these numbers without the line that contradicts.
func TestRead_CasesWithoutTheirContradiction(t *testing.T) {
	rows := []struct{ name, board, text, values string }{
		{"05", "us", "date,revenue\n2026-10,\"$19,096.82\"\n2026-09,$19096.82\n2026-08,\"USD 1,200\"\n2026-07,\"(1,200)\"\n2026-06,\"1,200-\"\n", "2026-10-31 revenue 19096.82; 2026-09-30 revenue 19096.82; 2026-08-31 revenue 1200; 2026-07-31 revenue -1200; 2026-06-30 revenue -1200"},
		{"07", "de", "Datum;Umsatz\n31.12.2025;1.234,50 €\n1.1.26;5\n01.02.2026;1 234,50\n", "2025-12-31 umsatz 1234.5; 2026-01-01 umsatz 5; 2026-02-01 umsatz 1234.5"},
	}
	for _, row := range rows {
		values, problems := readAll(caseBoard(t, row.board), row.text)
		if len(problems) > 0 || strings.Join(values, "; ") != row.values {
			t.Errorf("%s: got %s (%q)\nwant %s", row.name, strings.Join(values, "; "), problems, row.values)
		}
	}
}

func TestRead_TakesTheOrderOfTheFilesDates(t *testing.T) {
	values, problems, _ := readCase(t, "62", "us", Options{})
	if len(problems) > 0 || len(values) != 72 || values[1] != "2025-01-05 clicks 5" || values[71] != "2025-12-28 clicks 5" {
		t.Errorf("%d values, %q", len(values), problems)
	}
}
