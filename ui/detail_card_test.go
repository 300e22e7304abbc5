package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestCard_ShortensBeforeItLeavesOutAndLeavesOutFromTheEnd(t *testing.T) {
	test.NewTempApp(t)
	r := monthly(defined("x"), 61)
	p := newDetailPage(detailView(r, testSizes[1], "midnight"), "x", 1)
	lead := p.near * (nearLead + cardGap)
	for _, row := range []struct {
		rows   float32 // of room
		labels string
		whole  bool
	}{
		{12, "measures target owner source objective drives", true},
		{6.5, "measures target owner source objective drives", false},
		{3.5, "measures target owner", false},
		{0.5, "", false},
	} {
		p.elements = nil
		p.card(box{0, 0, 900, row.rows * lead})
		if got := strings.Join(texts(p.elements, "label of the card"), " "); got != row.labels {
			t.Errorf("room for %v rows: %s", row.rows, got)
		}
		if whole := strings.Contains(strings.Join(texts(p.elements, "card"), " "), "nor do customers on trial."); whole != row.whole {
			t.Errorf("room for %v rows: the definition is whole: %v", row.rows, whole)
		}
		for _, e := range p.elements {
			if e.at.Y+e.size.Height > row.rows*lead {
				t.Errorf("room for %v rows: %q sticks out", row.rows, e.text)
			}
		}
	}
}

func TestAge_WarnsBeforeItSaysAnythingElse(t *testing.T) {
	test.NewTempApp(t)
	r := monthly(defined("x"), 61)
	r.Warning = "a value dated 2062-11-30 lies in the future"
	p := newDetailPage(detailView(r, testSizes[1], "midnight"), "x", 1)
	p.age(box{0, 0, 2000, p.near * 1.2})
	if !slices.Equal(texts(p.elements, "warning"), []string{r.Warning}) || len(texts(p.elements, "age")) > 0 {
		t.Errorf("there is %q and %q", texts(p.elements, "warning"), texts(p.elements, "age"))
	}
}
