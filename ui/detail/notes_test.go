package detail

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// noted returns a detail of 36 months, of which those given back from October
// have notes.
func noted(t *testing.T, back ...int) []draw.Element {
	t.Helper()
	test.NewTempApp(t)
	r := uitest.Monthly(uitest.Defined("x"), uitest.Sloping(36)...)
	for _, n := range back {
		r.History[35-n].Note = strings.Repeat("why ", 1+n)
	}
	r.Note, r.NoteBy = r.History[35].Note, "Anna"
	return Compose(detailView(r, uitest.Sizes[1], "midnight"), "x", 1, testHints)
}

func TestNotes_AreListedNewestFirstWithTheirPeriod(t *testing.T) {
	all := noted(t, 2, 0, 11)
	if got := uitest.Texts(all, "period of a note"); !slices.Equal(got, []string{"Oct", "Aug", "Nov 2025"}) {
		t.Errorf("the periods are %q", got)
	}
	if got := uitest.Texts(all, "note")[0]; got != "why (Anna)" {
		t.Errorf("the newest note is %q", got)
	}
}

func TestNotes_ListedAreMarkedOnTheChartAndNoOthers(t *testing.T) {
	for _, back := range [][]int{{0}, {0, 1, 2}, {3, 4, 20, 23}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}} {
		all := noted(t, back...)
		listed := len(uitest.Texts(all, "period of a note"))
		marks := uitest.Texts(all, "mark of a note")
		slices.Sort(marks)
		for i := range listed {
			if n := string(rune('1' + i)); len(marks) != 2*listed || marks[2*i] != n || marks[2*i+1] != n {
				t.Fatalf("%d notes are listed, and the marks are %q", listed, marks)
			}
		}
		if listed == 0 {
			t.Errorf("none of the notes %v is listed", back)
		}
	}
}

func TestNotes_OutsideOfTheSpanAreNotListed(t *testing.T) {
	if all := noted(t, 24); len(uitest.Texts(all, "note")) > 0 || !slices.Contains(uitest.Texts(all, "notes"), "no notes in 24 months") {
		t.Errorf("notes: %q %q", uitest.Texts(all, "note"), uitest.Texts(all, "notes"))
	}
}

func TestNotes_MarksStandNearTheirPointsAndApart(t *testing.T) {
	all := noted(t, 0, 1, 2, 3, 4)
	var marks []draw.Box
	for _, e := range all {
		if e.Part.Kind == "disc of a note" && e.At.X > uitest.Sizes[1].Width*0.36 {
			b := e.Box()
			if anyMeets(marks, b) {
				t.Errorf("mark %d lies over another", len(marks)+1)
			}
			marks = append(marks, b)
		}
	}
	c, _ := historyOf(all)
	for i, e := range all {
		if e.Art == nil || e.Part.Kind != "chart of the detail" {
			continue
		}
		for n, m := range marks {
			x := e.At.X + e.Size.Width*c.X(len(c.Points)-1-n)
			y := e.At.Y + e.Size.Height*c.Y(c.Points[len(c.Points)-1-n].Number)
			if dx, dy := m.X+m.W/2-x, m.Y+m.H/2-y; dx*dx+dy*dy > 9*m.W*m.W {
				t.Errorf("mark %d stands %v, %v from its point (element %d)", n+1, dx, dy, i)
			}
		}
	}
}

func TestWrapAfter_KeepsToItsRoomAndLosesNoWord(t *testing.T) {
	test.NewTempApp(t)
	k := draw.Ink{Face: draw.Medium, Size: 20}
	text := "Two releases at once and one of us away. On Monday we decide which one waits"
	for _, indent := range []float32{0, 90, 250, 290} {
		lines := wrapAfter(k, text, indent, 300, 9)
		if got := strings.TrimSpace(strings.Join(lines, " ")); got != text {
			t.Errorf("indent %v: %q", indent, got)
		}
		for i, line := range lines {
			room := float32(300)
			if i == 0 {
				room -= indent
			}
			if k.Face.Width(line, 20, false) > room {
				t.Errorf("indent %v: line %d %q is wider than %v", indent, i, line, room)
			}
		}
	}
}

func FuzzWrapAfter_TakesAnyText(f *testing.F) {
	test.NewApp()
	f.Add("two  words", float32(50), uint8(2))
	f.Add("Donaudampfschifffahrtsgesellschaftskapitän", float32(299), uint8(1))
	f.Add("月次経常収益と顧客獲得コスト\n🚀", float32(100), uint8(3))
	f.Add("", float32(0), uint8(2))
	f.Fuzz(func(t *testing.T, text string, indent float32, maxLines uint8) {
		if !(indent >= 0 && indent <= 300) || maxLines == 0 || len(text) > 300 {
			return
		}
		if lines := wrapAfter(draw.Ink{Face: draw.Medium, Size: 20}, text, indent, 300, int(maxLines)); len(lines) > int(maxLines) {
			t.Errorf("%d lines", len(lines))
		}
	})
}
