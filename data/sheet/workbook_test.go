package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kpiwall/data/finding"
	"kpiwall/data/words"
)

// readBook reads a workbook on a board of the cases.
func readBook(t *testing.T, packed []byte, board string, o Options) (values, problems, notes string) {
	t.Helper()
	cfg := caseBoard(t, board)
	o.Locale, o.Words, o.Now = cfg.Locale, vocabulary, time.Date(2026, 11, 26, 17, 0, 0, 0, time.UTC)
	var all [3][]string
	for v, err := range Read("f", bytes.NewReader(packed), cfg, o) {
		switch found := finding.Of(err); {
		case err == nil:
			all[0] = append(all[0], strings.TrimSpace(fmt.Sprintf("%s %s %s %s", v.At, v.KPI, FormatNumber(v.Number), v.Note)))
		case found == nil:
			t.Fatal(err)
		case found[0].Severity == finding.Note:
			all[2] = append(all[2], words.English().Error(err))
		default:
			all[1] = append(all[1], words.English().Error(err))
		}
	}
	return strings.Join(all[0], "; "), strings.Join(all[1], "; "), strings.Join(all[2], "; ")
}

func bookOf(t *testing.T, name string) []byte {
	t.Helper()
	packed, err := os.ReadFile(filepath.Join("testdata/workbooks", name))
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

// bookWith makes a workbook with one sheet of cells; a cell may be a [formatted].
func bookWith(t *testing.T, lines ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(t, f, "Sheet1", lines...)
	return packedBook(t, f)
}

type formatted struct {
	value  any
	format string
}

func fill(t *testing.T, f *excelize.File, sheet string, lines ...[]any) {
	t.Helper()
	for i, line := range lines {
		for j, value := range line {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if with, ok := value.(formatted); ok && err == nil {
				var style int
				if style, err = f.NewStyle(&excelize.Style{CustomNumFmt: &with.format}); err == nil {
					err = f.SetCellStyle(sheet, at, at, style)
				}
				value = with.value
			}
			if err == nil {
				err = f.SetCellValue(sheet, at, value)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

func packedBook(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadWorkbook_AsAnotherProgramWroteIt(t *testing.T) {
	for _, c := range []struct{ file, values, problems, notes string }{
		{
			"wide.xlsx",
			"2026-08-01 revenue 1234.5 fair; 2026-08-01 ctr 1.73 fair; 2026-09-01 revenue 562010; 2026-09-01 ctr 1.8; 2026-10-01 revenue 0.3",
			"", `read from sheet "Data", not from "Read me"; --sheet NAME takes another; f: the header was found on line 3`,
		},
		{"since1904.xlsx", "2026-11-24 clicks 9000; 2026-11-25T19:30:00Z clicks 9100", "", ""},
		{"formula.xlsx", "", `f:2:2: "=1+2" is a formula`, ""},
	} {
		values, problems, notes := readBook(t, bookOf(t, c.file), "us", Options{})
		if values != c.values || !strings.Contains(problems, c.problems) || (problems == "") != (c.problems == "") || !strings.Contains(notes, c.notes) {
			t.Errorf("%s: %s\nproblems: %s\nnotes: %s", c.file, values, problems, notes)
		}
	}
}

func TestReadWorkbook_TakesACellForWhatItsFormatShows(t *testing.T) {
	for _, c := range []struct {
		board, kpi  string
		date, value any
		want        string // the value, or a part of the problem
	}{
		{"us", "clicks", formatted{46350, "d mmm yyyy"}, 5, "2026-11-24 clicks 5"},
		{"us", "clicks", formatted{46350.75, "dd/mm/yyyy"}, 5, "2026-11-24 clicks 5"},
		{"us", "clicks", formatted{46350.75, "yyyy-mm-dd hh:mm"}, 5, "2026-11-24T23:00:00Z clicks 5"},
		{"us", "clicks", formatted{46350, `[$-407]d\. mmmm yyyy;@`}, 5, "2026-11-24 clicks 5"},
		{"us", "clicks", formatted{46350, `"date" yyyy"/"mm"/"dd`}, 5, "2026-11-24 clicks 5"},
		{"us", "clicks", 46350, 5, "the number by which a spreadsheet counts days"},
		{"us", "clicks", "24 Nov 2026", 5, "2026-11-24 clicks 5"},
		{"us", "clicks", formatted{46350, "mmm yyyy"}, 5, "2026-11"}, // a month is no day
		{"us", "revenue", formatted{46296, "mmm yyyy"}, 5, "2026-10-31 revenue 5"},
		{"us", "revenue", "2026-10", formatted{1234.567, "#,##0"}, "2026-10-31 revenue 1234.567"},
		{"us", "revenue", "2026-10", formatted{1.5, `"mm" 0.0`}, "2026-10-31 revenue 1.5"},
		{"us", "revenue", "2026-10", formatted{1.5, `[Red]0.00;[Blue]-0.00`}, "2026-10-31 revenue 1.5"},
		{"us", "revenue", "2026-10", formatted{46350, "yyyy-mm-dd"}, "2026-11-24"}, // typed as 5.4, perhaps
		{"us", "revenue", "2026-10", formatted{0.5, "0%"}, "%"},
		{"us", "revenue", "2026-10", -3e-10, "2026-10-31 revenue -3e-10"},
		{"us", "revenue", "2026-10", "1,234.50", "2026-10-31 revenue 1234.5"},
		{"us", "revenue", "2026-10", true, "TRUE"},
		{"us", "ctr", "2026-11-24", formatted{0.0173, "0.00%"}, "2026-11-24 ctr 1.73"},
		{"us", "ctr", "2026-11-24", formatted{0.07, "0%"}, "2026-11-24 ctr 7"}, // not 7.000000000000001
		{"us", "ctr", "2026-11-24", formatted{-1.1, "0%"}, "2026-11-24 ctr -110"},
		{"us", "ctr", "2026-11-24", 1.73, "2026-11-24 ctr 1.73"},
		{"de", "umsatz", "2026-10", 1.378, "2026-10-31 umsatz 1.378"},
		{"de", "umsatz", "Oktober 2026", "1.234,50 €", "2026-10-31 umsatz 1234.5"},
		{"de", "antwort", "2026-W46", formatted{0.1875, "h:mm"}, "2026-11-15 antwort 270"},
		{"de", "antwort", "2026-W46", formatted{270. / 86400, "mm:ss"}, "2026-11-15 antwort 270"},
		{"de", "antwort", "2026-W46", formatted{1.25, "[h]:mm:ss"}, "2026-11-15 antwort 108000"},
	} {
		values, problems, _ := readBook(t, bookWith(t, []any{"date", c.kpi}, []any{c.date, c.value}), c.board, Options{})
		if got := values + problems; !strings.Contains(got, c.want) || strings.Contains(c.want, " ") != (problems == "") && !strings.Contains(problems, c.want) {
			t.Errorf("%v and %v: %s, want %s", c.date, c.value, got, c.want)
		}
	}
}

func TestReadWorkbook_ErrorsAreNoValue(t *testing.T) {
	values, problems, notes := readBook(t, bookWith(t, []any{"date", "clicks"}, []any{"2026-11-23", "#DIV/0!"}, []any{"2026-11-24", 5}), "us", Options{})
	if values != "2026-11-24 clicks 5" || problems != "" || !strings.Contains(notes, "taken for no value") {
		t.Errorf("%s; %s; %s", values, problems, notes)
	}
}

func TestReadWorkbook_TakesTheSheetThatIsWanted(t *testing.T) {
	f := excelize.NewFile()
	for _, name := range []string{"A", "B", "Hidden"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	fill(t, f, "A", []any{"date", "clicks"}, []any{"2026-11-24", 1})
	fill(t, f, "B", []any{"date", "clicks"}, []any{"2026-11-24", 2})
	fill(t, f, "Hidden", []any{"date", "clicks"}, []any{"2026-11-24", 3})
	if err := f.SetSheetVisible("Hidden", false); err != nil {
		t.Fatal(err)
	}
	packed := packedBook(t, f)
	for sheet, want := range map[string]string{"": " 1", "b": " 2", "Hidden": " 3"} {
		if values, _, _ := readBook(t, packed, "us", Options{Sheet: sheet}); !strings.HasSuffix(values, want) {
			t.Errorf("sheet %q: %s", sheet, values)
		}
	}
	_, problems, _ := readBook(t, packed, "us", Options{Sheet: "C"})
	if !strings.Contains(problems, `no sheet "C"`) || !strings.Contains(problems, `"A", "B", "Hidden"`) {
		t.Error(problems)
	}
}

func TestReadWorkbook_MergedTextIsThatOfEachLine(t *testing.T) {
	f := excelize.NewFile()
	fill(t, f, "Sheet1", []any{"KPI", "date", "value"}, []any{"clicks", "2026-11-23", 5}, []any{nil, "2026-11-24", 6}, []any{"revenue", "2026-09", 7}, []any{"revenue", "2026-10", nil})
	for _, m := range [][2]string{{"A2", "A3"}, {"C4", "C5"}} {
		if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	values, problems, _ := readBook(t, packedBook(t, f), "us", Options{})
	if values != "2026-11-23 clicks 5; 2026-11-24 clicks 6; 2026-09-30 revenue 7" || problems != "" {
		t.Errorf("%s; %s", values, problems)
	}
}

func TestReadWorkbook_RefusesWhatIsTooLarge(t *testing.T) {
	zeros := make([]byte, 1<<20)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "xl/workbook.xml"} {
		w, err := z.Create(name)
		for range maxUnpacked >> 20 {
			if err == nil {
				_, err = w.Write(zeros)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	wide := make([]any, maxColumns+1)
	wide[0], wide[1], wide[maxColumns] = "date", "clicks", "x"
	for name, packed := range map[string][]byte{
		"a bomb": b.Bytes(), "many columns": bookWith(t, wide),
		"a large file": append([]byte("PK\x03\x04"), make([]byte, maxPacked)...),
	} {
		if _, problems, _ := readBook(t, packed, "us", Options{}); !strings.Contains(problems, "too large: at most 16 MB, unpacked 64 MB") {
			t.Errorf("%s: %s", name, problems)
		}
	}
}

// What is broken is said, and never a panic or a part of it.
func TestReadWorkbook_BrokenInAnyPlace(t *testing.T) {
	whole := bookOf(t, "wide.xlsx")
	all, _, _ := readBook(t, whole, "us", Options{})
	for i := 4; i < len(whole); i += 41 {
		torn := bytes.Clone(whole)
		torn[i] ^= 0xff
		for _, packed := range [][]byte{torn, whole[:i]} {
			values, problems, _ := readBook(t, packed, "us", Options{})
			if problems == "" && values != all {
				t.Fatalf("byte %d: %s instead of %s", i, values, all)
			}
		}
	}
}
