package detail

import (
	"fmt"
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
	"kpiwall/ui/uitest"
)

// detailCases are the KPIs that a detail must be able to show.
func detailCases() map[string]*board.Reading {
	gaps := func(values []float64) []float64 {
		values[4], values[20] = math.NaN(), math.NaN()
		return values
	}
	all := map[string]*board.Reading{
		"everything":     uitest.Monthly(uitest.Defined("x"), gaps(uitest.Sloping(36))...),
		"only a name":    uitest.Monthly(&kpi.KPI{Name: "Visitors"}),
		"no target":      uitest.Monthly(&kpi.KPI{Name: "Visitors"}, uitest.Sloping(12)...),
		"one value":      uitest.Monthly(uitest.Defined("x"), 42),
		"the same value": uitest.Monthly(&kpi.KPI{Name: "Same"}, 3, 3, 3),
		"no number left": uitest.Monthly(uitest.Defined("x")),
		"judged":         uitest.Monthly(&kpi.KPI{Name: "Mood", Judged: true}, 1, 1, 0, -1, 0, 1),
		"huge":           uitest.Monthly(&kpi.KPI{Name: "Huge", Format: kpi.Format{Suffix: " customers of all kinds"}}, 1e300, 3e300, -2e300),
		"beyond floats":  uitest.Monthly(&kpi.KPI{Name: "Beyond"}, 1.7e308, -1.7e308),
		"awkward":        uitest.Awkward(7)[5],
	}
	for i := range all["everything"].History {
		all["everything"].History[i].Note = fmt.Sprintf("note %d: two large renewals came a month early, and the pipeline for the next quarter looks thin", i)
	}
	all["everything"].Note, all["everything"].NoteBy = all["everything"].History[35].Note, "Anna"
	all["everything"].Findings = uitest.Ahead("everything")
	for _, r := range all {
		r.KPI.ID = "x"
	}
	return all
}

// detailView is a board of one reading as the wall would see it.
func detailView(r *board.Reading, size fyne.Size, theme string) page.View {
	return boardView(uitest.Board(r), size, theme)
}

// checkDetail fails where a text of the detail is too small, off the screen,
// over another text, or hard to tell from what it stands on.
func checkDetail(t *testing.T, v page.View, elements []draw.Element) {
	t.Helper()
	s := v.Board.Config.Screen
	floor, inset := page.FloorSize(v.Size, s), float32(s.Inset)
	safe := draw.NewBox(v.Size.Width*inset, v.Size.Height*inset, v.Size.Width*(1-2*inset), v.Size.Height*(1-2*inset))
	for i, e := range elements {
		if e.Text == "" {
			continue
		}
		minimum := floor
		switch {
		case e.Part.Kind == "mark of a note":
			minimum = min(minimum*0.62, page.MinNearSize(v)) * 0.8
		case e.Part.Kind == "number": // never cut, whatever its length
			minimum = 0
		case e.Part.Of == "" && e.Part.Kind != "title of the detail":
			minimum = min(minimum*0.62, page.MinNearSize(v))
		}
		if e.Points < minimum*0.999 {
			t.Errorf("%s: font size %.1f is below %.1f", e.Part, e.Points, minimum)
		}
		if c := themes.Contrast(e.Color, e.On); c < 4.5 && e.Part.Kind != "colon of the clock" {
			t.Errorf("%s: contrast %.1f", e.Part, c)
		}
		if !uitest.Within(e, safe) {
			t.Errorf("%s %q is outside of the safe area: %v %v", e.Part, e.Text, e.At, e.Size)
		}
		for _, o := range elements[i+1:] {
			if o.Text != "" && uitest.Overlap(e, o) {
				t.Errorf("%s %q lies over %s %q", e.Part, e.Text, o.Part, o.Text)
			}
		}
	}
}

// historyOf returns the chart of a detail.
func historyOf(elements []draw.Element) (chart.History, bool) {
	for _, e := range elements {
		if c, ok := e.Art.(chart.History); ok {
			return c, true
		}
	}
	return chart.History{}, false
}

// boardView is the first page of a board as the wall would see it.
func boardView(b *board.Board, size fyne.Size, theme string) page.View {
	p, _ := themes.Named(theme)
	return page.View{Size: size, Board: b, Palette: p, Now: uitest.Now, Paging: true}
}

var testHints = []Hint{
	{"Esc", "back", "back"},
	{"← →", "12, 24 or 36 periods", "span"},
	{"↑ ↓", "other KPIs", "KPI"},
	{"Enter", "new value", "value"},
	{"h", "history", "history"},
}

// compositionOf begins the detail of x in the size that its text should have.
func compositionOf(v page.View) *composition {
	return newComposition(page.NearSize(v), v, "x", 1, testHints)
}
