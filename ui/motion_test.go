package ui

import (
	"bytes"
	"image"
	"math"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
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

// frame returns the wall's picture, and how many of its pixels came with it as changed.
func (s *screen) frame() (picture *image.RGBA, changed int) {
	img, parts := s.Content().Frame(1280, 720)
	for _, r := range parts {
		changed += r.Dx() * r.Dy()
	}
	return &image.RGBA{Pix: slices.Clone(img.Pix), Stride: img.Stride, Rect: img.Rect}, changed
}

// A step of a fade changes the whole picture; what is left in the end is the new page
// alone.
func TestFade_GoesFromOnePageToTheNext(t *testing.T) {
	s := newScreen(t, movingBoard(config.Motion{}))
	first, _ := s.frame()
	s.press(fyne.KeyRight)
	second, _ := s.frame()
	s.press(fyne.KeyLeft)
	s.frame()

	scene := s.layers.scene
	scene.BeginFade()
	s.press(fyne.KeyRight)
	for _, step := range []struct {
		done      float32
		was, will float64
	}{{0, 0, 1}, {0.5, 0.5, 0.5}, {1, 1, 0}} {
		scene.Fade(step.done)
		now, changed := s.frame()
		if changed != 1280*720 {
			t.Errorf("at %v only %d pixels change", step.done, changed)
		}
		whole := apart(first, second)
		if a, b := apart(first, now)/whole, apart(second, now)/whole; math.Abs(a-step.was) > 0.02 || math.Abs(b-step.will) > 0.02 {
			t.Errorf("at %v it is %.2f from the first page and %.2f from the second", step.done, a, b)
		}
	}
	if _, changed := s.frame(); changed > 0 {
		t.Errorf("it goes on after its end: %d pixels", changed)
	}
}

// apart returns how far two pictures differ in all.
func apart(a, b *image.RGBA) (sum float64) {
	for i := range a.Pix {
		sum += math.Abs(float64(a.Pix[i]) - float64(b.Pix[i]))
	}
	return sum
}

func TestFade_IsAnnouncedAndEnds(t *testing.T) {
	s := newScreen(t, movingBoard(config.Motion{Fade: true}))
	s.frame()
	moved := false
	s.OnMove = func(time.Duration) { moved = true }
	s.press(fyne.KeyRight)
	faded, _ := s.frame()
	s.layers.scene.Redraw()
	if now, _ := s.frame(); !moved || apart(faded, now) > 0 {
		t.Errorf("moved: %v; something of the page before is left", moved)
	}
}

// The clock and what stands at the foot change together each second: what lies between
// them is not painted.
func TestTick_PaintsLittle(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.frame()
	s.wait(time.Second)
	before, changed := s.frame()
	if changed == 0 || changed > 1280*720/20 {
		t.Errorf("a tick changes %d pixels", changed)
	}
	s.layers.scene.Redraw()
	if whole, _ := s.frame(); apart(before, whole) > 0 {
		t.Error("a picture painted in parts is another one than that painted in whole")
	}
}

// What changed is painted where it is seen, after the picture has drifted too.
func TestDrift_MovesThePictureAndWhatChanges(t *testing.T) {
	b := movingBoard(config.Motion{Drift: true})
	for _, at := range []fyne.Position{{X: 3, Y: 2}, {X: -2.6, Y: 0.4}} {
		s := newScreen(t, b)
		s.layers.moveTo(fyne.Position{})
		still, _ := s.frame()
		s.layers.moveTo(at)
		moved, _ := s.frame()
		by := image.Pt(int(math.Round(float64(at.X))), int(math.Round(float64(at.Y))))
		inner := still.Rect.Inset(4)
		if a, b := still.SubImage(inner).(*image.RGBA), moved.SubImage(inner.Add(by)).(*image.RGBA); !same(a, b) {
			t.Errorf("it is not moved by %v", at)
		}
		s.SetBoard(later(b, "a", "13", kpi.OnTarget))
		s.SetBoard(later(b, "a", "1", kpi.Below))
		parts, _ := s.frame()
		s.layers.scene.Redraw()
		if whole, _ := s.frame(); apart(parts, whole) > 0 {
			t.Errorf("at %v something of before is left", at)
		}
	}
}

// same reports whether two pictures of a size look the same, wherever they lie.
func same(a, b *image.RGBA) bool {
	for y := range a.Rect.Dy() {
		if !bytes.Equal(a.Pix[y*a.Stride:][:4*a.Rect.Dx()], b.Pix[y*b.Stride:][:4*b.Rect.Dx()]) {
			return false
		}
	}
	return true
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
