package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/assets"
	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// everyStatus returns readings that wear every status, with all that a tile says.
func everyStatus() []*board.Reading {
	out := append(sums(2, kpi.OnTarget), uitest.Many(9)...)
	mood := uitest.Reading("mood", "Mood", "1", "", kpi.Near)
	mood.KPI.Judged, mood.Number, mood.NoteBy, mood.LastConfirmed = true, kpi.Watch, "Ada", uitest.Now
	young := sums(1, kpi.InProgress)[0]
	out = append(out[:8], mood, young, uitest.Computed("c", "Cost per customer"), uitest.Waiting("w", "Cost per customer"))
	for i, r := range out {
		k := *r.KPI
		k.ID = fmt.Sprintf("s%d", i)
		r.KPI = &k
	}
	return out
}

// What a page says is said in the language of its board, all of it, and nothing but
// names and notes is cut: also where words are a third longer than in English.
func TestPages_AreSaidInTheLanguageOfTheBoard(t *testing.T) {
	test.NewTempApp(t)
	readings := everyStatus()
	for _, language := range assets.Languages() {
		for _, style := range []config.Style{config.Fill, config.Edge} {
			for _, size := range uitest.Sizes {
				for n := 1; n <= len(readings); n++ {
					// Each reading has its turn among the few of a page.
					some := slices.Concat(readings[n%len(readings):], readings)[:n]
					checkLanguage(t, pageIn(language, style, size, some))
				}
			}
		}
	}
}

// pageIn is the view of a page that has all that can be said on it.
func pageIn(language string, style config.Style, size fyne.Size, readings []*board.Reading) View {
	b := composed(readings, style, 0)
	b.Config.Language = language
	b.Findings = []finding.Finding{{Severity: finding.Problem, Code: "store.locked", Args: finding.Args{"Retrying": true, "ValuesOf": uitest.Now}}}
	b.Read = uitest.Now.Add(-48 * time.Hour)
	v := testView(b, size, "midnight")
	v.Held = true
	return v
}

// A config that was cut off while it was written is the commonest mistake with the
// longest sentence.
func TestBanner_SaysOfWhenTheBoardIsInEveryLanguage(t *testing.T) {
	test.NewTempApp(t)
	cut := finding.Finding{
		Severity: finding.Problem, Code: "config.syntax", Place: finding.Place{File: "config.toml", Line: 412},
		Args: finding.Args{"Why": "unexpected EOF; expected value", "Hint": "hint.cut", "VersionOf": uitest.Now.AddDate(0, 0, -1)},
	}
	for _, language := range assets.Languages() {
		b := uitest.Board(uitest.Many(4)...)
		b.Config.Language, b.Findings = language, []finding.Finding{cut}
		var s draw.Sheet
		Banner(&s, testView(b, fyne.NewSize(1280, 720), "midnight"))
		if lines := uitest.Texts(s.Elements, "trouble"); len(lines) == 0 || draw.Shortened(lines...) {
			t.Errorf("%s: it says %q", language, lines)
		}
	}
}

func checkLanguage(t *testing.T, v View) {
	t.Helper()
	checkLegible(t, v)
	english := *v.Board.Config
	english.Language = "en"
	e := v
	board := *v.Board
	board.Config = &english
	e.Board = &board
	var said []string
	for _, e := range everything(e) {
		said = append(said, e.Text)
	}
	for _, e := range everything(v) {
		free := slices.Contains([]draw.Kind{kindName, kindNote, kindSentence, kindPageTitle, "title of the board", kindNumber}, e.Part.Kind)
		switch {
		case !free && strings.HasSuffix(e.Text, "…"):
			t.Errorf("%s, %v: %s is cut: %q", v.Board.Config.Language, v.Size, e.Part, e.Text)
		case !free && v.Board.Config.Language != "en" && worded(e.Text) && slices.Contains(said, e.Text) && !uitest.Shared(v.Board.Config.Language, e.Text):
			t.Errorf("%s, %v: %s is not said in it: %q", v.Board.Config.Language, v.Size, e.Part, e.Text)
		}
	}
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
