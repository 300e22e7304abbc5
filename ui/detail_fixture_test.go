package ui

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// detailCases are the KPIs that a detail must be able to show.
func detailCases() map[string]*board.Reading {
	gaps := func(values []float64) []float64 {
		values[4], values[20] = math.NaN(), math.NaN()
		return values
	}
	all := map[string]*board.Reading{
		"everything":     monthly(defined("x"), gaps(sloping(36))...),
		"only a name":    monthly(&kpi.KPI{Name: "Visitors"}),
		"no target":      monthly(&kpi.KPI{Name: "Visitors"}, sloping(12)...),
		"one value":      monthly(defined("x"), 42),
		"the same value": monthly(&kpi.KPI{Name: "Same"}, 3, 3, 3),
		"no number left": monthly(defined("x")),
		"judged":         monthly(&kpi.KPI{Name: "Mood", Judged: true}, 1, 1, 0, -1, 0, 1),
		"huge":           monthly(&kpi.KPI{Name: "Huge", Format: kpi.Format{Suffix: " customers of all kinds"}}, 1e300, 3e300, -2e300),
		"beyond floats":  monthly(&kpi.KPI{Name: "Beyond"}, 1.7e308, -1.7e308),
		"awkward":        awkwardReadings(7)[5],
	}
	for i := range all["everything"].History {
		all["everything"].History[i].Note = fmt.Sprintf("note %d: two large renewals came a month early, and the pipeline for the next quarter looks thin", i)
	}
	all["everything"].Note, all["everything"].NoteBy = all["everything"].History[35].Note, "Anna"
	all["everything"].Warning = "a value dated 2062-11-30 lies in the future"
	for _, r := range all {
		r.KPI.ID = "x"
	}
	return all
}

// detailView is a board of one reading as the wall would see it.
func detailView(r *board.Reading, size fyne.Size, theme string) view {
	return boardView(testBoard(r), size, theme)
}

// checkDetail fails where a text of the detail is too small, off the screen,
// over another text, or hard to tell from what it stands on.
func checkDetail(t *testing.T, v view, elements []element) {
	t.Helper()
	s := v.board.Config.Screen
	floor, inset := floorSize(v.size, s), float32(s.Inset)
	safe := box{v.size.Width * inset, v.size.Height * inset, v.size.Width * (1 - 2*inset), v.size.Height * (1 - 2*inset)}
	for i, e := range elements {
		if e.text == "" {
			continue
		}
		least := floor
		switch part, _, _ := strings.Cut(e.part, " of tile"); {
		case part == "mark of a note":
			least *= 0.62 * 0.8
		case part == "number": // never cut, whatever its length
			least = 0
		case part == e.part && !strings.HasPrefix(part, "title"):
			least *= 0.62
		}
		if e.points < least*0.999 {
			t.Errorf("%s: font size %.1f is below %.1f", e.part, e.points, least)
		}
		if c := themes.Contrast(e.color, e.on); c < 4.5 && !strings.Contains(e.part, "colon") {
			t.Errorf("%s: contrast %.1f", e.part, c)
		}
		if !within(e, safe) {
			t.Errorf("%s %q is outside of the safe area: %v %v", e.part, e.text, e.at, e.size)
		}
		for _, o := range elements[i+1:] {
			if o.text != "" && overlap(e, o) {
				t.Errorf("%s %q lies over %s %q", e.part, e.text, o.part, o.text)
			}
		}
	}
}

// historyOf returns the chart of a detail.
func historyOf(elements []element) (chart, bool) {
	for _, e := range elements {
		if c, ok := e.art.(chart); ok {
			return c, true
		}
	}
	return chart{}, false
}

// boardView is the first page of a board as the wall would see it.
func boardView(b *board.Board, size fyne.Size, theme string) view {
	p, _ := themes.Named(theme)
	return view{size: size, board: b, palette: p, now: testNow, paging: true}
}
