package detail

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

func TestCard_ShortensBeforeItLeavesOutAndLeavesOutFromTheEnd(t *testing.T) {
	test.NewTempApp(t)
	r := uitest.Monthly(uitest.Defined("x"), 61)
	p := compositionOf(detailView(r, uitest.Sizes[1], "midnight"))
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
		p.Elements = nil
		p.card(draw.NewBox(0, 0, 900, row.rows*lead))
		if got := strings.Join(uitest.Texts(p.Elements, "label of the card"), " "); got != row.labels {
			t.Errorf("room for %v rows: %s", row.rows, got)
		}
		if whole := strings.Contains(strings.Join(uitest.Texts(p.Elements, "card"), " "), "nor do customers on trial."); whole != row.whole {
			t.Errorf("room for %v rows: the definition is whole: %v", row.rows, whole)
		}
		for _, e := range p.Elements {
			if e.At.Y+e.Size.Height > row.rows*lead {
				t.Errorf("room for %v rows: %q sticks out", row.rows, e.Text)
			}
		}
	}
}

func TestAge_WarnsBeforeItSaysAnythingElse(t *testing.T) {
	test.NewTempApp(t)
	r := uitest.Monthly(uitest.Defined("x"), 61)
	r.Findings = uitest.Ahead("x")
	p := compositionOf(detailView(r, uitest.Sizes[1], "midnight"))
	p.age(draw.NewBox(0, 0, 2000, p.near*1.2))
	if !slices.Equal(uitest.Texts(p.Elements, "warning"), []string{"a value dated 2062-11-30 lies in the future"}) || len(uitest.Texts(p.Elements, "age")) > 0 {
		t.Errorf("there is %q and %q", uitest.Texts(p.Elements, "warning"), uitest.Texts(p.Elements, "age"))
	}
}
