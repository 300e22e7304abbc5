package ui

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// movingBoard is uitest.ThreePages with the settings of [motion].
func movingBoard(m config.Motion) *board.Board {
	b := uitest.ThreePages()
	b.Config.Motion = m
	return b
}

// later returns b as it is after KPI id has another status and text.
func later(b *board.Board, id, text string, s kpi.Status) *board.Board {
	next := *b
	next.Readings = map[string]*board.Reading{}
	for k, r := range b.Readings {
		next.Readings[k] = r
	}
	r := *b.Readings[id]
	k := *r.KPI // which others share
	r.KPI = &k
	uitest.Write(&r, text, "")
	r.Status, r.Verdict, r.Final = s, s, true
	next.Readings[id] = &r
	return &next
}

func TestTakeover_NowShowsThePageOfAKPIThatLeavesItsTarget(t *testing.T) {
	b := movingBoard(config.Motion{Takeover: config.TakeoverNow})
	s := newScreen(t, b)
	s.SetBoard(later(b, "b", "2", kpi.Below))
	s.wants("Second")
}

func TestTakeover_NextWaitsForThePageToEnd(t *testing.T) {
	b := uitest.ThreePages()
	b.Config.Motion.Takeover = config.TakeoverNext
	b.Config.Pages = append(b.Config.Pages[:2:2], config.Page{ID: "four", Title: "Fourth", Tiles: []string{"c"}})
	s := newScreen(t, b)
	s.SetBoard(later(later(b, "c", "33", kpi.OnTarget), "c", "33", kpi.OnTarget))
	s.SetBoard(later(s.board, "c", "3", kpi.Below))
	s.wants("First")
	s.wait(20 * time.Second)
	s.wants("Fourth")
	s.wait(20 * time.Second)
	s.wants("Second") // the order goes on where it was
}

func TestTakeover_LeavesAPersonAtTheScreenAlone(t *testing.T) {
	b := movingBoard(config.Motion{Takeover: config.TakeoverNow})
	s := newScreen(t, b)
	s.press(fyne.KeySpace)
	s.SetBoard(later(b, "b", "2", kpi.Below))
	s.wants("First", "paused")
}

func TestFavour_PagesWithTroubleComeMoreOften(t *testing.T) {
	b := movingBoard(config.Motion{Favour: true})
	b.Config.Pages = []config.Page{
		{ID: "one", Title: "First", Tiles: []string{"a"}},
		{ID: "two", Title: "Second", Tiles: []string{"b"}},
		{ID: "three", Title: "Third", Tiles: []string{"c"}},
		{ID: "four", Title: "Fourth", Tiles: []string{"a"}},
	}
	s := newScreen(t, b)
	s.SetBoard(later(b, "a", "11", kpi.OnTarget)) // Gamma, on the third page, is below its target
	var seen []string
	for range 8 {
		s.wait(20 * time.Second)
		seen = append(seen, s.view().Shown().ID)
	}
	thirds := 0
	for _, id := range seen {
		if id == "three" {
			thirds++
		}
	}
	if thirds < 3 {
		t.Errorf("pages came as %v", seen)
	}
	for _, id := range []string{"one", "two", "four"} {
		if !contains(seen, id) {
			t.Errorf("page %s never came: %v", id, seen)
		}
	}
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

func TestCelebrate_SaysOnceThatAKPIIsBack(t *testing.T) {
	b := movingBoard(config.Motion{Celebrate: true})
	s := newScreen(t, b)
	back := later(b, "c", "50", kpi.OnTarget)
	s.SetBoard(back)
	s.wants("Gamma is back on target: 50")
	s.wait(noticeFor + 2*time.Second)
	s.wantsNot("is back on target")
	s.SetBoard(later(back, "a", "12", kpi.OnTarget))
	s.wantsNot("is back on target")
}

func TestChanged_MarksAValueForSomeSecondsOnly(t *testing.T) {
	b := movingBoard(config.Motion{})
	s := newScreen(t, b)
	s.SetBoard(later(b, "a", "12", kpi.OnTarget))
	marked := func() bool { return uitest.Has(s.layers.cover.Shown, "changed") }
	if !marked() {
		t.Error("a value that changed is not marked")
	}
	s.wait(changedFor + 2*time.Second)
	if marked() {
		t.Error("the mark stays")
	}
}

func TestHours_APageComesOnlyInItsHours(t *testing.T) {
	b := uitest.ThreePages()
	b.Config.Pages[1].Hours = config.Hours{From: 14 * 60, To: 14*60 + 33}
	s := newScreen(t, b) // 14:32:05
	s.wait(20 * time.Second)
	s.wants("Second")
	s.wait(2 * time.Minute)
	s.wants("First")
}

func TestSleep_BlackAtNightAndAKeyWakesIt(t *testing.T) {
	b := uitest.ThreePages()
	b.Config.Sleep = config.Sleep{Awake: config.Hours{From: 8 * 60, To: 14*60 + 33}, Black: true, OnSleep: []string{"tv", "off"}, OnWake: []string{"tv", "on"}}
	s := newScreen(t, b)
	var ran []string
	s.OnSleep = func(command []string) { ran = append(ran, command[1]) }
	s.wait(time.Minute)
	if !s.sleep.asleep || !uitest.Has(s.layers.cover.Shown, "sleep") && len(s.layers.cover.Shown) != 1 {
		t.Fatal("the wall does not sleep")
	}
	s.write("q")
	if s.sleep.asleep || s.top() != nil {
		t.Error("the key that wakes the wall does something else too, or does not wake it")
	}
	s.wait(wokenFor + time.Minute)
	if !s.sleep.asleep {
		t.Error("the wall stays awake all night")
	}
	if len(ran) != 3 || ran[0] != "off" || ran[1] != "on" || ran[2] != "off" {
		t.Errorf("commands: %v", ran)
	}
}

func TestDrift_StaysWithinAFewPixelsAndMovesByFewer(t *testing.T) {
	size := fyne.NewSize(1920, 1080)
	before := driftAt(uitest.Now, size)
	for i := range 100 {
		at := driftAt(uitest.Now.Add(time.Duration(i)*driftStep), size)
		if dx, dy := at.X-before.X, at.Y-before.Y; dx*dx+dy*dy > 4 {
			t.Errorf("a step of %v, %v pixels", dx, dy)
		}
		if at.X*at.X+at.Y*at.Y > 16 {
			t.Errorf("it wanders to %v", at)
		}
		before = at
	}
}

func TestFade_LeavesNothingOverThePage(t *testing.T) {
	b := movingBoard(config.Motion{Fade: true})
	s := newScreen(t, b)
	moved := false
	s.OnMove = func(time.Duration) { moved = true }
	s.press(fyne.KeyRight)
	if !moved || s.layers.veil.Visible() {
		t.Errorf("moved: %v, veil visible: %v", moved, s.layers.veil.Visible())
	}
}

// A step of the veil that is not announced would be drawn in a part of the window
// alone, where a clock ticks meanwhile.
func TestFade_ChangesTheWholeScreenAtEachStep(t *testing.T) {
	s := newScreen(t, movingBoard(config.Motion{Fade: true}))
	said := false
	s.OnDraw = func(b draw.Box) { said = said || b == s.layers.whole() }
	s.press(fyne.KeyRight)
	if !said {
		t.Error("the veil came and went unsaid")
	}
}

// What changed is said where it is seen, after the picture has drifted too.
func TestDrift_MovesWhatIsSaidToHaveChanged(t *testing.T) {
	b := movingBoard(config.Motion{Drift: true})
	s := newScreen(t, b)
	said := func(text string) (out draw.Box) {
		s.OnDraw = func(b draw.Box) { out = out.Union(b) }
		s.SetBoard(later(b, "a", text, kpi.OnTarget))
		return out
	}
	said("12") // and is marked from now on
	still := said("13")
	s.layers.tileBox.Move(fyne.NewPos(100, 0))
	if moved := said("14"); moved.Right() < still.Right()+90 {
		t.Errorf("changed up to %.0f, after a move by 100 up to %.0f", still.Right(), moved.Right())
	}
}

// A sum that runs may be below on Wednesday and on target on Friday: only its end
// is news.
func TestMotion_IsFedByFinalVerdictsOnly(t *testing.T) {
	running := func(b *board.Board, s kpi.Status) *board.Board {
		next := later(b, "b", "2", s)
		next.Readings["b"].Final = false
		return next
	}
	b := movingBoard(config.Motion{Takeover: config.TakeoverNow, Celebrate: true, Favour: true})
	s := newScreen(t, b)
	s.SetBoard(running(b, kpi.Below))
	s.wants("First")
	if slices.Contains(s.rotation.favoured, 1) {
		t.Error("a page comes more often for a sum that runs")
	}
	s.SetBoard(later(s.board, "b", "3", kpi.Below)) // the week is over
	s.wants("Second")
	s.SetBoard(running(s.board, kpi.InProgress))
	s.SetBoard(running(s.board, kpi.OnTarget))
	s.wantsNot("is back on target")
	s.SetBoard(later(s.board, "b", "51", kpi.OnTarget))
	s.wants("Beta is back on target: 51")
}
