package sheet

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// now is the moment at which the tests' files are read: a Saturday in week 47.
var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// vocabulary is what the program reads files with.
var vocabulary = NewVocabulary(words.In("de").Vocabulary())

// readCSV reads r as the file of a board.
func readCSV(r io.ReadSeeker, cfg *config.Config) iter.Seq2[Value, error] {
	return Read("f.csv", r, cfg, Options{Locale: cfg.Locale, Words: vocabulary, Now: now})
}

func testConfig(t testing.TB, locale string) *config.Config {
	t.Helper()
	l, err := kpi.ParseLocale(locale)
	if err != nil {
		t.Fatal(err)
	}
	return &config.Config{
		Calendar: kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday, YearStarts: time.January},
		Locale:   l,
		KPIs: []kpi.KPI{
			{ID: "mrr", Name: "MRR", Every: kpi.Month, Format: kpi.Format{Decimals: 2}},
			{ID: "churn", Name: "Customer churn", Every: kpi.Month, Format: kpi.Format{Style: kpi.Percent, Decimals: 1}},
			{ID: "visits", Name: "Visits", Every: kpi.Week, Combine: kpi.Sum},
			{ID: "response", Name: "First response", Every: kpi.Day, Format: kpi.Format{Style: kpi.Duration}},
			{ID: "orders", Name: "Orders", Every: kpi.Hour},
			{ID: "mood", Name: "Mood", Every: kpi.Month, Judged: true},
			{ID: "margin", Name: "Margin", Every: kpi.Quarter},
			{ID: "total", Name: "Total", Every: kpi.Month},
		},
	}
}

// readAll returns each value as "at kpi number", and the problems.
func readAll(cfg *config.Config, text string) (values, problems []string) {
	for v, err := range readCSV(strings.NewReader(text), cfg) {
		if f := finding.Of(err); f != nil && f[0].Severity == finding.Note {
			continue
		}
		if err != nil {
			problems = append(problems, words.English().Error(err))
			continue
		}
		values = append(values, fmt.Sprintf("%s %s %v", v.At, v.KPI, v.Number))
	}
	return values, problems
}

func TestRead_Understands(t *testing.T) {
	rows := []struct {
		name, locale, text string
		want               []string
	}{
		{"the plain form", "en-US", "date,kpi,value\n2026-10-31,mrr,96.90\n2026-09-30,mrr,95\n", []string{"2026-10-31 mrr 96.9", "2026-09-30 mrr 95"}},
		{"columns in any order and case", "en-US", "Value,KPI,Date\n1,mrr,2026-10-31\n", []string{"2026-10-31 mrr 1"}},
		{"at and period head the date", "en-US", "period,kpi,value\n2026-10,mrr,1\n", []string{"2026-10-31 mrr 1"}},
		{"a KPI by its name", "en-US", "date,kpi,value\n2026-10-31,customer churn,1\n", []string{"2026-10-31 churn 1"}},
		{"a byte order mark", "en-US", "\ufeffdate,kpi,value\n2026-10-31,mrr,1\n", []string{"2026-10-31 mrr 1"}},
		{"lines of Windows, the last without an end", "en-US", "date,kpi,value\r\n2026-10-31,mrr,1\r\n2026-09-30,mrr,2", []string{"2026-10-31 mrr 1", "2026-09-30 mrr 2"}},
		{"tabs", "en-US", "date\tkpi\tvalue\n2026-10-31\tmrr\t1\n", []string{"2026-10-31 mrr 1"}},
		{"semicolons and decimal commas", "de-DE", "date;kpi;value\n2026-10-31;mrr;1.234,56\n", []string{"2026-10-31 mrr 1234.56"}},
		{"a quoted decimal comma", "de-DE", "date,kpi,value\n2026-10-31,mrr,\"96,9\"\n", []string{"2026-10-31 mrr 96.9"}},
		{"decimal points between commas in any locale", "de-DE", "date,kpi,value\n2026-10-31,mrr,96.90\n2026-09-30,mrr,1.234\n", []string{"2026-10-31 mrr 96.9", "2026-09-30 mrr 1.234"}},
		{"scientific and negative numbers", "en-US", "date,kpi,value\n2026-10-31,mrr,-1.5e3\n", []string{"2026-10-31 mrr -1500"}},
		{"a KPI a column", "en-US", "date,mrr,Customer Churn\n2026-10-31,1,2\n2026-09-30,,3\n", []string{"2026-10-31 mrr 1", "2026-10-31 churn 2", "2026-09-30 churn 3"}},
		{"any word above the dates", "de-DE", "Monat;mrr\n2026-10;1\n", []string{"2026-10-31 mrr 1"}},
		{"empty cells and rows", "en-US", "date,kpi,value\n2026-10-31,mrr,\n,,\n\n2026-09-30,mrr,2\n", []string{"2026-09-30 mrr 2"}},
		{"a missing note", "en-US", "date,kpi,value,note\n2026-10-31,mrr,1\n", []string{"2026-10-31 mrr 1"}},
		{"the same row twice", "en-US", "date,kpi,value\n2026-10-31,mrr,1\n2026-10-31,mrr,1.0\n", []string{"2026-10-31 mrr 1", "2026-10-31 mrr 1"}},
		{"an hour", "en-US", "date,kpi,value\n2026-10-31T14,orders,1\n2026-10-31T15:30:00Z,orders,2\n", []string{"2026-10-31T14:59:59Z orders 1", "2026-10-31T15:30:00Z orders 2"}},
		{"a duration in seconds and as people write it", "en-US", "date,kpi,value\n2026-11-19,response,270\n2026-11-20,response,4:30\n", []string{"2026-11-19 response 270", "2026-11-20 response 270"}},
		{"a verdict", "en-US", "date,kpi,value\n2026-10-31,mood,Bad\n2026-09-30,mood,1\n", []string{"2026-10-31 mood -1", "2026-09-30 mood 1"}},
		{"year and month in two columns", "de-DE", "Jahr;Monat;mrr\n2026;10;5\n2026;Sept.;6\n", []string{"2026-10-31 mrr 5", "2026-09-30 mrr 6"}},
		{"year and week in two columns", "de-DE", "Jahr;KW;visits\n2026;7;5\n", []string{"2026-02-15 visits 5"}},
		{"totals of periods among the values", "de-DE", "Datum;mrr\n1.9.2026;1\nSumme September;1\n1.10.2026;2\nOktober gesamt:;2\n", []string{"2026-09-01 mrr 1", "2026-10-01 mrr 2"}},
		{"a KPI called as a total is", "en-US", "KPI,Sep 2026,Oct 2026\nTotal,1,2\n", []string{"2026-09-30 total 1", "2026-10-31 total 2"}},
		{"one day ahead", "en-US", "date,kpi,value\n2026-11-22,response,1\n", []string{"2026-11-22 response 1"}},
		{"a period ahead that the program has exported", "en-US", "date,kpi,value,note,source,by\n2026-12-31,mrr,1,,,\n", []string{"2026-12-31 mrr 1"}},
		{"an unknown column", "en-US", "date,kpi,value,mood swing\n2026-10-31,mrr,1,\n", []string{"2026-10-31 mrr 1"}},
		{"a short line", "en-US", "date,mrr,churn\n2026-10-31,1\n", []string{"2026-10-31 mrr 1"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got, problems := readAll(testConfig(t, row.locale), row.text)
			if len(problems) > 0 || strings.Join(got, "\n") != strings.Join(row.want, "\n") {
				t.Errorf("got %q, problems %q; want %q", got, problems, row.want)
			}
		})
	}
}

func TestRead_RefusesAndNamesThePlace(t *testing.T) {
	const head = "date,kpi,value\n"
	rows := []struct {
		name, locale, text string
		want               []string // the start of each problem, then | what it has to mention
	}{
		{"an unknown KPI", "en-US", head + "2026-10-31,mmr,1\n", []string{`f.csv:2:12: |did you mean "mrr"`}},
		{"all rows, not the first", "en-US", head + "2026-10-31,zzz,1\n2026-10-31,mrr,1\nyesterday,mrr,2\n", []string{`f.csv:2:12: |no KPI "zzz"`, `f.csv:4:1: |"yesterday"`}},
		{"both faults of a row", "en-CA", head + "03/04/2026,mrr,lots\n", []string{"f.csv:2:1: |2026-03-04 or 2026-04-03", "f.csv:2:16: |lots"}},
		{"a file that ends within a line", "en-US", "date,mrr,churn\n2026-09-30,1,2\n2026-10-31,1", []string{"f.csv:3:12: |to its end"}},
		{"a list that ends within a line", "en-US", head + "2026-09-30,mrr,1\n2026-10-31,mr", []string{"f.csv:3:12: |to its end"}},
		{"a sum without a date among the values", "en-US", "date,mrr\n2026-09,12\n2026-10,13\n,25\n2026-08,5\n", []string{"f.csv:4:1: |no date"}},
		{"a last value without a date that is no sum", "en-US", "date,mrr\n2026-09,12\n2026-10,13\n,24\n", []string{"f.csv:4:1: |no date"}},
		{"year and month of which one is missing", "en-US", "Year,Month,mrr\n2026,10,5\n,9,5\n", []string{"f.csv:3:1: |cannot be read"}},
		{"a month ahead", "en-US", head + "2026-12-31,mrr,1\n", []string{"f.csv:2:1: |--until today"}},
		{"a day that does not exist", "en-US", head + "2026-02-30,mrr,1\n", []string{"f.csv:2:1: |2026-02-30"}},
		{"the far future", "en-US", head + "2062-11-21,mrr,1\n", []string{"f.csv:2:1: |is the year right?"}},
		{"an hourly KPI without its hour", "en-US", head + "2026-10-31,orders,1\n", []string{"f.csv:2:1: |2026-10-31T14"}},
		{"two values of one moment", "en-US", head + "2026-10-31,mrr,1\n2026-10-31,churn,5\n2026-10,MRR,2\n", []string{"f.csv:4:13: |line 2"}},
		{"an unquoted decimal comma", "de-DE", head + "2026-10-31,mrr,1,5\n", []string{"f.csv:2:18: |quotes"}},
		{"a decimal comma torn into the note", "de-DE", "date,kpi,value,note\n2026-10-31,mrr,1,5\n", []string{"f.csv:2:16: |1.5"}},
		{"an addition", "en-US", head + "2026-10-31,mrr,+3\n", []string{"f.csv:2:16: |without the +"}},
		{"more digits than are kept", "en-US", head + "2026-10-31,mrr,12345678901234567890\n", []string{"f.csv:2:16: |digits"}},
		{"infinity", "en-US", head + "2026-10-31,mrr,inf\n2026-10-31,mrr,1e999\n", []string{"f.csv:2:16: |inf", "f.csv:3:16: |1e999"}},
		{"a verdict that is none", "en-US", head + "2026-10-31,mood,2\n", []string{"f.csv:2:17: |good, watch or bad"}},
		{"a note without a value", "en-US", "date,kpi,value,note\n2026-10-31,mrr,,strike\n", []string{"f.csv:2:17: |note without a value"}},
		{"an unknown KPI column, and the good ones not", "en-US", "date,mrr,chrun\n2026-10-31,1,2\n", []string{`f.csv:1:10: |did you mean "churn"`}},
		{"a KPI in two columns", "en-US", "date,mrr,MRR\n2026-10-31,1,2\n", []string{"f.csv:1:10: |same KPI"}},
		{"a column twice", "en-US", "date,at,kpi,value\n2026-10-31,2026-10-31,mrr,1\n", []string{"f.csv:1:6: |remove one"}},
		{"no column names", "en-US", "2026-10-31,mrr,1\n", []string{"f.csv:1:1: |no column names"}},
		{"no date column", "en-US", "kpi,value\nmrr,1\n", []string{"f.csv:1:1: |no column date"}},
		{"one column", "en-US", "date\n2026-10-31\n", []string{"f.csv:1:1: |only one column"}},
		{"an empty file", "en-US", "", []string{"f.csv:1:1: |empty"}},
		{"quotes that do not match, and goes on", "en-US", head + "2026-10-31,m\"rr,1\n2026-10-31,zzz,1\n", []string{"f.csv:2:13: |quotes", "f.csv:3:12: |zzz"}},
		{"a period of another rhythm", "en-US", head + "2026-W47,mrr,1\n", []string{"f.csv:2:1: |2026-11"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			_, problems := readAll(testConfig(t, row.locale), row.text)
			if len(problems) != len(row.want) {
				t.Fatalf("problems %q, want %d", problems, len(row.want))
			}
			for i, want := range row.want {
				place, mention, _ := strings.Cut(want, "|")
				if !strings.HasPrefix(problems[i], place) || !strings.Contains(problems[i], mention) || strings.Contains(problems[i], "\n") {
					t.Errorf("problem %q, want it at %q to mention %q", problems[i], place, mention)
				}
			}
		})
	}
}

func TestRead_KeepsNoteSourceAndPerson(t *testing.T) {
	const text = "date,kpi,value,by,note,source\n2026-10-31,mrr,1,Ada,\"two\nlines, \"\"quoted\"\"\",crm\n"
	for v, err := range readCSV(strings.NewReader(text), testConfig(t, "en-US")) {
		if err != nil {
			t.Fatal(err)
		}
		if v.EnteredBy != "Ada" || v.Note != "two\nlines, \"quoted\"" || v.Source != "crm" {
			t.Errorf("read %+v", v)
		}
	}
}

func TestRead_NamesItsSourceWhereTheFileDoesNot(t *testing.T) {
	for text, want := range map[string]string{
		"date,kpi,value\n2026-10-31,mrr,1\n":         "import",
		"date,mrr\n2026-10-31,1\n":                   "import",
		"date,kpi,value,source\n2026-10-31,mrr,1,\n": "",
	} {
		for v := range readCSV(strings.NewReader(text), testConfig(t, "en-US")) {
			if v.Source != want {
				t.Errorf("source of %q is %q, want %q", text, v.Source, want)
			}
		}
	}
}

// broken is a disk that fails in the middle of a file.
type broken struct{ r *strings.Reader }

var errDisk = errors.New("disk failed")

func (b broken) Read(p []byte) (int, error) {
	if b.r.Len() == 0 {
		return 0, errDisk
	}
	return b.r.Read(p)
}

func (b broken) Seek(offset int64, whence int) (int64, error) { return b.r.Seek(offset, whence) }

func TestRead_EndsWithTheErrorOfTheFile(t *testing.T) {
	var last error
	n := 0
	for _, err := range readCSV(broken{strings.NewReader("date,kpi,value\n2026-10-31,mrr,1\n")}, testConfig(t, "en-US")) {
		last, n = err, n+1
	}
	var problem *finding.Error
	if n != 1 || !errors.Is(last, errDisk) || errors.As(last, &problem) {
		t.Errorf("%d results, the last %v; want the disk's error", n, last)
	}
}

func TestRead_StopsWhenNobodyListens(t *testing.T) {
	n := 0
	for range readCSV(strings.NewReader("date,mrr,churn\n2026-10-31,1,2\n2026-09-30,1,2\n"), testConfig(t, "en-US")) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d results after the first was enough", n)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("date,kpi,value\n2026-10-31,mrr,1\n")
	f.Add("date;mrr;churn\n31.12.2025;1,5;45%\n")
	f.Add("Report\n\nKPI;Jan 2026;Q1 2026\nmrr;(1.200);n/a\nTotal;1;2\n")
	f.Add("Year,Month,mrr,\n2026,10,$5,x\n,,5,\n")
	f.Add("\ufeffdate\tkpi\tvalue\tnote\r\n12/31/2025\tmrr\t\"1\"\t\"a\"\"b\"\r\n")
	cfg := testConfig(f, "de-DE")
	f.Fuzz(func(t *testing.T, text string) {
		lines := max(strings.Count(text, "\n"), strings.Count(text, "\r")) + 1
		for v, err := range readCSV(strings.NewReader(text), cfg) {
			var p *finding.Error
			switch {
			case errors.As(err, &p) && p.Finding.Severity == finding.Note:
			case errors.As(err, &p):
				if p.Finding.Place.Line < 1 || p.Finding.Place.Line > lines || p.Finding.Place.Column < 1 || strings.Contains(words.English().Error(p), "\n") {
					t.Errorf("problem out of the file or of its line: %v", p)
				}
			case err != nil:
				t.Errorf("reading from memory failed: %v", err)
			case cfg.KPI(v.KPI) == nil || v.At.IsZero() || v.Number != v.Number:
				t.Errorf("no such value: %+v", v)
			}
		}
	})
}
