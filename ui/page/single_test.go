package page

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// What stands beside it says the name and draws the chart.
func TestSingle_IsTheTileWithoutNameAndChart(t *testing.T) {
	test.NewTempApp(t)
	v := testView(uitest.Board(uitest.Many(9)...), uitest.Sizes[1], "midnight")
	for _, s := range subjects() {
		all := Single(v, s.Reading, draw.NewBox(50, 60, 700, 500))
		if uitest.Has(all, kindName) || uitest.Has(all, kindChart) {
			t.Errorf("%s: it has a name or a chart", s.KPI.ID)
		}
		for p := range pieces {
			if p.wanted(s) && !uitest.Has(all, p.kind) {
				t.Errorf("%s, %v: it has no %s", s.KPI.ID, s.Status, p.kind)
			}
		}
		if sentence := s.speaks(); uitest.Has(all, kindNumber) == sentence || uitest.Has(all, kindSentence) != sentence {
			t.Errorf("%s: number and sentence are both there, or neither", s.KPI.ID)
		}
		if fill := all[0]; fill.Part != (draw.PartID{Kind: kindFill, Of: s.KPI.ID}) || fill.Box() != draw.NewBox(50, 60, 700, 500) {
			t.Errorf("%s: it is filled by %v", s.KPI.ID, fill)
		}
	}
}

func TestSingle_FitsWhateverRoomItHas(t *testing.T) {
	test.NewTempApp(t)
	v := testView(uitest.Board(uitest.Many(9)...), uitest.Sizes[1], "midnight")
	floor := v.Frame().Floor
	for _, s := range subjects() {
		for width := floor * 8; width < floor*30; width += floor * 3 {
			for height := floor * 3.3; height < floor*16; height += floor {
				box := draw.NewBox(10, 10, width, height)
				all := Single(v, s.Reading, box)
				for i, e := range all {
					if e.Text != "" && !uitest.Within(e, box) {
						t.Errorf("%s in %.0f × %.0f: %s %q is at %v", s.KPI.ID, width, height, e.Part.Kind, e.Text, e.Box())
					}
					for _, o := range all[i+1:] {
						if e.Text != "" && o.Text != "" && uitest.Overlap(e, o) {
							t.Errorf("%s in %.0f × %.0f: %q lies over %q", s.KPI.ID, width, height, e.Text, o.Text)
						}
					}
				}
				if !uitest.Has(all, "mark") {
					t.Errorf("%s in %.0f × %.0f: the status is missing", s.KPI.ID, width, height)
				}
			}
		}
	}
}

func TestMinSingle_IsEnoughForAllThatIsToBeSaid(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		v := testView(uitest.Board(uitest.Many(9)...), size, "midnight")
		for _, s := range subjects() {
			width := v.Frame().Floor * 14
			all := Single(v, s.Reading, draw.NewBox(0, 0, width, MinSingle(v, s.Reading, width)))
			for p := range pieces {
				if p.wanted(s) && !uitest.Has(all, p.kind) {
					t.Errorf("%v: %s, %v has no %s", size, s.KPI.ID, s.Status, p.kind)
				}
			}
		}
	}
}

// A dash in the size of a number would be the loudest thing on the wall.
func TestSingle_WhisperWhereThereIsNoNumber(t *testing.T) {
	test.NewTempApp(t)
	v := testView(uitest.Board(uitest.Many(3)...), uitest.Sizes[1], "midnight")
	box := draw.NewBox(0, 0, 800, 600)
	missing := Single(v, uitest.Reading("a", "A", "–", "", kpi.NoValue), box)
	there := Single(v, uitest.Reading("a", "A", "9", "", kpi.OnTarget), box)
	if got := numberOf(missing).Points; got > numberOf(there).Points/2 {
		t.Errorf("the dash is set in %.0f, a number in %.0f", got, numberOf(there).Points)
	}
}
