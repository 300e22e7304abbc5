package sheet

import (
	"errors"
	"strings"
	"testing"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

func written(t testing.TB, values ...store.Value) string {
	t.Helper()
	var b strings.Builder
	w := NewWriter(&b)
	for _, v := range values {
		if err := w.Write(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func value(t testing.TB, id, at string, number float64, note, by string) store.Value {
	t.Helper()
	a, err := kpi.ParseAt(at)
	if err != nil {
		t.Fatal(err)
	}
	return store.Value{KPI: id, Value: kpi.Value{At: a, Number: number, Note: note, EnteredBy: by, Source: "crm"}}
}

func TestWriter_WritesTheLongForm(t *testing.T) {
	got := written(t, value(t, "mrr", "2026-10-31", 1234567.5, "up, at last", "Ada"), value(t, "orders", "2026-10-31T14:00:00Z", -0.1, "", ""))
	want := "date,kpi,value,note,source,by\n" +
		"2026-10-31,mrr,1234567.5,\"up, at last\",crm,Ada\n" +
		"2026-10-31T14:00:00Z,orders,-0.1,,crm,\n"
	if got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
}

func TestWriter_NamesTheColumnsAlsoWithoutValues(t *testing.T) {
	if got := written(t); got != "date,kpi,value,note,source,by\n" {
		t.Errorf("wrote %q", got)
	}
}

// What is exported on one board is read back the same on any other.
func TestRoundTrip_ChangesNothing(t *testing.T) {
	values := []store.Value{
		value(t, "mrr", "2026-10-31", 0.30000000000000004, "sum of two tenths", ""),
		value(t, "mrr", "2026-09-30", 1e300, "", ""),
		value(t, "mrr", "2026-08-31", -5e-324, "", ""),
		value(t, "mrr", "2026-07-31", 1.234, "a point, no thousands", ""),
		value(t, "mrr", "2026-06-30", 9007199254740993, " spaces kept ", "Zoë"),
		value(t, "response", "2026-11-20", 270, "\"quoted\"", ""),
		value(t, "churn", "2026-10-31", 0, "two\nlines", ""),
		value(t, "mood", "2026-10-31", kpi.Bad, "5", ""),
		value(t, "orders", "2026-10-31T14:00:00Z", 12, "", ""),
	}
	for _, locale := range []string{"en-US", "de-DE", "de-CH", "fr-FR"} {
		same(t, locale, values)
	}
}

func same(t *testing.T, locale string, values []store.Value) {
	t.Helper()
	i := 0
	for v, err := range readCSV(strings.NewReader(written(t, values...)), testConfig(t, locale)) {
		if err != nil {
			t.Errorf("%s: %v", locale, err)
			continue
		}
		if v.Value != values[i] {
			t.Errorf("%s: wrote %+v, read %+v", locale, values[i], v)
		}
		i++
	}
}

func FuzzRoundTrip(f *testing.F) {
	f.Add(0.1, "note", "by")
	f.Add(-1e21, "a,b\n\"c\"", " ")
	f.Fuzz(func(t *testing.T, number float64, note, by string) {
		clean := func(text string, limit int) string { // what CSV and the store take
			text = strings.NewReplacer("\r", "", "\x00", "").Replace(strings.ToValidUTF8(text, ""))
			runes := []rune(text)
			return string(runes[:min(limit, len(runes))])
		}
		if number != number || number > 1e300 || number < -1e300 {
			t.Skip("the store has no such number")
		}
		same(t, "en-US", []store.Value{value(t, "mrr", "2026-10-31", number, clean(note, 2000), clean(by, 200))})
	})
}

func TestWriter_SafeKeepsSpreadsheetsFromRunningNotes(t *testing.T) {
	for note, want := range map[string]string{
		`=1+1`: `'=1+1`, `+1`: `'+1`, `-1`: `'-1`, `@SUM(A1)`: `'@SUM(A1)`, "\t=1": "'\t=1", "\r=1": "\"'\r=1\"", `＝1`: `'＝1`,
		``: ``, `fine = 1`: `fine = 1`, `'=1`: `'=1`,
	} {
		for _, safe := range []bool{true, false} {
			var b strings.Builder
			w := NewWriter(&b)
			w.Safe = safe
			v := value(t, "mrr", "2026-11-30", -5, note, note)
			v.Source = note
			if err := errors.Join(w.Write(v), w.Flush()); err != nil {
				t.Fatal(err)
			}
			_, line, _ := strings.Cut(b.String(), "\n")
			if safe && line != "2026-11-30,mrr,-5,"+want+","+want+","+want+"\n" {
				t.Errorf("%q is %q", note, line)
			}
			if !safe && strings.Contains(line, "'") != strings.Contains(note, "'") {
				t.Errorf("unasked for, %q is %q", note, line)
			}
		}
	}
}
