package detail

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/assets"
	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

// stories are readings whose details say all that a detail can.
func stories() map[string]*board.Reading {
	full := uitest.Monthly(uitest.Defined("x"), uitest.Sloping(30)...)
	full.History[len(full.History)-2].Note = "Ada"
	overdue := uitest.Monthly(uitest.Defined("x"), uitest.Sloping(14)...)
	overdue.Status, overdue.Fresh = kpi.Overdue, kpi.Freshness{Due: true, Overdue: true, Since: uitest.Now.Add(-50 * 24 * time.Hour)}
	overdue.Findings = uitest.Ahead("x")
	bare := uitest.Monthly(&kpi.KPI{ID: "x", Name: "Churn", Combine: kpi.Sum})
	far := uitest.Monthly(&kpi.KPI{ID: "x", Name: "Churn", Combine: kpi.Mean}, -1e300, 1.7e308)
	mood := uitest.Monthly(&kpi.KPI{ID: "x", Name: "Mood", Judged: true}, kpi.Good, kpi.Watch, kpi.Bad)
	mood.Status, mood.Verdict, mood.Note = kpi.Below, kpi.Below, "Ada"
	return map[string]*board.Reading{"full": full, "overdue": overdue, "bare": bare, "far": far, "judged": mood}
}

// A detail is said in the language of its board, all of it, and none of it is cut.
func TestDetail_IsSaidInTheLanguageOfTheBoard(t *testing.T) {
	test.NewTempApp(t)
	names := []string{"Recurring revenue", "Churn", "Mood", "Northwind", "Ada"}
	for _, language := range assets.Languages() {
		for name, r := range stories() {
			for _, size := range uitest.Sizes {
				said := saidIn("en", r, size)
				for _, text := range saidIn(language, r, size) {
					free := slices.Contains(names, text) || owned(r.KPI, text)
					if !free && strings.HasSuffix(text, "…") {
						t.Errorf("%s, %s at %v: %q is cut", language, name, size, text)
					}
					if language != "en" && !free && worded(text) && slices.Contains(said, text) && !uitest.Shared(language, text) {
						t.Errorf("%s, %s at %v: %q is not said in it", language, name, size, text)
					}
				}
			}
		}
	}
}

func saidIn(language string, r *board.Reading, size fyne.Size) (texts []string) {
	v := detailView(r, size, "midnight")
	v.Board.Config.Language = language
	for _, e := range Compose(v, "x", 1, testHints) {
		if e.Text != "" && e.Part.Kind != "key" && e.Part.Kind != "hint" {
			texts = append(texts, e.Text)
		}
	}
	return texts
}

// owned reports whether a text is the definition's own.
func owned(k *kpi.KPI, text string) bool {
	own := strings.Join([]string{k.Definition, k.Source, k.Owner, k.Objective, k.Drives, k.Why}, " ")
	text = strings.TrimSuffix(strings.TrimPrefix(text, "≥ 60 · "), "…")
	return strings.Contains(own, text)
}

// worded reports whether a text has words of a language.
func worded(text string) bool {
	for _, field := range strings.Fields(text) {
		if strings.IndexFunc(field, unicode.IsLetter) == 0 && len(field) > 2 {
			return true
		}
	}
	return false
}
