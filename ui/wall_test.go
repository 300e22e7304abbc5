package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/words"
	"kpiwall/ui/draw"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
	"kpiwall/ui/uitest"
)

func TestWall_RotatesByItself(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.wants("First", "Alpha", "11", "page 1 of 2", "20 s")
	s.wait(20 * time.Second)
	s.wants("Second", "Beta", "5 s")
	s.wantsNot("Alpha")
	s.wait(5 * time.Second)
	s.wants("First")
}

func TestWall_KeysTurnPages(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeyRight)
	s.wants("Second")
	s.press(fyne.KeyLeft)
	s.wants("First")
	s.write("3")
	s.wants("Third", "Gamma")
	s.write("9")
	s.wants("Third")
}

func TestWall_SpaceHoldsAndReleases(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeySpace)
	s.wants("paused")
	s.wait(time.Minute)
	s.wants("First")
	s.press(fyne.KeySpace)
	s.wantsNot("paused")
	s.wait(20 * time.Second)
	s.wants("Second")
}

func TestWall_HelpOpensAndClosesWithoutMovingThePage(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.write("?")
	for _, row := range s.section().Rows(words.English()) {
		if row[0] != "o" && row[0] != "c" { // this wall has no files to make or to edit
			s.wants(row[0], row[1])
		}
	}
	s.press(fyne.KeyRight)
	s.wants("First")
	s.press(fyne.KeyEscape)
	s.wantsNot("this help")
}

// Whatever has the keys explains them, but for a question mark that is part of a text,
// and says why a key does nothing now.
func TestWall_HelpIsOfWhatHasTheKeys(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.write("?")
	s.wants("enter values (values are not entered at this screen)")
	s.press(fyne.KeyEscape, fyne.KeyDown, fyne.KeyReturn)
	s.write("?")
	s.wants("other KPIs", "new value (values are not entered at this screen)")
	s.wantsNot("close the wall")
	s.write("?")
	s.wantsNot("new value (")

	o := newOffice(t, "")
	o.enter("mrr")
	o.write("4?")
	o.wants("deletes the next character")
	o.press(fyne.KeyEscape, fyne.KeyTab, fyne.KeyTab)
	o.write("why?")
	o.wants("note: why?")
	o.wantsNot("deletes the next character")
}

func TestWall_EscapeLeadsBackFromEverything(t *testing.T) {
	for _, section := range Keys() {
		if !slices.ContainsFunc(section.Bindings, func(b overlay.Binding) bool { return slices.Contains(b.Keys, fyne.KeyEscape) }) {
			t.Errorf("%s has no Escape", section.Title)
		}
	}
}

func TestWall_ClosesOnlyWhenAskedTwice(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.write("q")
	if s.quit {
		t.Fatal("one key closed the wall")
	}
	s.wants("Close the wall?")
	s.press(fyne.KeyEscape)
	s.wantsNot("Close the wall?")
	s.press(fyne.KeyReturn)
	if s.quit {
		t.Fatal("Enter closed the wall after Escape")
	}
	s.press(fyne.KeyEscape)
	s.write("q")
	s.press(fyne.KeyEnter)
	if !s.quit {
		t.Error("Enter on the keypad does not close the wall")
	}
}

func TestWall_ANewBoardKeepsThePageThatStands(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeyRight)
	b := uitest.ThreePages()
	uitest.Write(b.Readings["b"], "99", "")
	b.Config.Pages = append([]config.Page{{ID: "zero", Title: "New", Tiles: []string{"a"}}}, b.Config.Pages...)
	s.SetBoard(b)
	s.wants("Second", "99", "page 3 of 3")
}

func TestWall_ShowsTroubleInWordsAndKeepsTheTiles(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	b := uitest.ThreePages()
	b.Findings = []finding.Finding{{Code: "error", Args: finding.Args{"Why": "store is locked"}}, {Code: "store.full"}}
	s.SetBoard(b)
	s.wants("store is locked (and 1 more)", "Alpha", "11")
}

func TestWall_SaysWhatTheBoardIsNot(t *testing.T) {
	b := uitest.ThreePages()
	b.Demo, b.AsOf = true, true
	s := newScreen(t, b)
	s.wants("DEMO VALUES", "AS OF 20 Nov 2026")
}

func TestWall_WithoutPagesSaysSo(t *testing.T) {
	b := uitest.Board()
	b.Config.Pages = nil
	b.Findings = []finding.Finding{{Code: "error", Args: finding.Args{"Why": "config.toml:3: no such key"}}}
	s := newScreen(t, b)
	s.wants("no board to show", "config.toml:3")
	s.press(fyne.KeyRight, fyne.KeySpace, fyne.KeyEscape)
	s.write("?1")
	s.wait(2 * time.Second)
}

func TestWall_ClockTicks(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	colon := func() (c draw.Element) {
		for _, e := range s.layers.header.Shown {
			if e.Part.Kind == "colon of the clock" {
				c = e
			}
		}
		return c
	}
	before := colon()
	s.wait(time.Second)
	if after := colon(); before.Color == after.Color {
		t.Error("the clock looks the same a second later")
	}
}

func TestWall_TakesKeysBeforeItHasABoard(t *testing.T) {
	s := newScreen(t, nil)
	s.press(fyne.KeyRight, fyne.KeySpace, fyne.KeyEscape, fyne.KeyReturn)
	s.write("?q1")
	s.Tick()
}

// On a box that draws every ten seconds only, what is over goes at once too.
func TestCalm_DrawsTheEndOfANoticeAndOtherwiseTenSecondsLater(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeySpace) // no page comes up meanwhile
	s.Calm()
	s.Say("saved")
	s.wait(noticeFor + 2*time.Second)
	if s.clock.Second()%page.CalmBeat == 0 {
		t.Fatal("the clock ticked anyway")
	}
	if strings.Contains(s.text(), "saved") {
		t.Errorf("after %v the wall says\n%s", noticeFor, s.text())
	}
	draws := 0
	s.OnDraw = func() { draws++ }
	s.wait(2 * time.Second)
	if draws > 0 {
		t.Errorf("it was drawn %d times in two seconds", draws)
	}
	s.wait(page.CalmBeat * time.Second)
	if draws == 0 {
		t.Error("the clock stands still")
	}
}
