package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// detail opens the detail of a KPI.
func (s *screen) detail(id string) {
	s.look(id)
	s.Redraw()
}

// detailScreen is a wall of three pages with the detail of Alpha open.
func detailScreen(t *testing.T) *screen {
	s := newScreen(t, uitest.ThreePages())
	s.detail("a")
	return s
}

func (s *screen) title() string {
	return strings.Join(uitest.Texts(s.layers.cover.Shown, "title of the detail"), " ")
}

func TestDetail_EscapeLeadsBackToTheWall(t *testing.T) {
	s := detailScreen(t)
	if s.title() != "Alpha" {
		t.Fatalf("the detail is titled %q", s.title())
	}
	s.press(fyne.KeyEscape)
	if s.title() != "" || s.top() != nil {
		t.Error("the detail still stands")
	}
}

func TestDetail_UpAndDownWalkThePageThenTheBoardAndWrap(t *testing.T) {
	b := uitest.Board(uitest.Many(5)...)
	b.Config.Pages = []config.Page{
		{ID: "one", Tiles: []string{"k3", "k1"}},
		{ID: "two", Tiles: []string{"k0", "k1", "k2"}},
	}
	s := newScreen(t, b)
	s.detail("k1")
	var walked []string
	for range 5 {
		s.press(fyne.KeyDown)
		walked = append(walked, s.title())
	}
	for i, id := range []string{"k0", "k2", "k4", "k3", "k1"} {
		if want := b.Readings[id].KPI.Name; walked[i] != want {
			t.Errorf("down %d times leads to %s, want %s", i+1, walked[i], want)
		}
	}
	s.press(fyne.KeyUp)
	if s.title() != b.Readings["k3"].KPI.Name {
		t.Errorf("up leads to %q", s.title())
	}
}

func TestDetail_LeftAndRightChooseTheSpan(t *testing.T) {
	s := newScreen(t, uitest.Board(uitest.Monthly(uitest.Defined("x"), uitest.Sloping(36)...)))
	s.detail("x")
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyLeft, 12}, {fyne.KeyLeft, 12}, {fyne.KeyRight, 24}, {fyne.KeyRight, 36}, {fyne.KeyRight, 36}} {
		s.press(step.key)
		c := shownHistory(s.layers.cover.Shown)
		if len(c.Points) != step.want {
			t.Errorf("%s shows %d periods, want %d", step.key, len(c.Points), step.want)
		}
	}
}

func TestDetail_CoversThePageBelow(t *testing.T) {
	s := detailScreen(t)
	ground := s.layers.cover.Shown[0]
	if ground.Size != s.layers.scene.Size() || ground.Color != s.palette.Ground {
		t.Errorf("the ground is %v in %v", ground.Size, ground.Color)
	}
}

func TestDetail_ClockTicksOverIt(t *testing.T) {
	s := detailScreen(t)
	colon := func() any {
		for _, e := range s.layers.cover.Shown {
			if e.Part.Kind == "colon of the clock" {
				return e.Color
			}
		}
		return nil
	}
	before := colon()
	s.wait(1e9)
	if before == nil || before == colon() {
		t.Error("the clock looks the same a second later")
	}
}

func TestDetail_FollowsTheBoard(t *testing.T) {
	s := detailScreen(t)
	b := uitest.ThreePages()
	uitest.Write(b.Readings["a"], "99", "")
	s.SetBoard(b)
	if n := uitest.Texts(uitest.Tile(s.layers.cover.Shown, "a"), "number"); !slices.Contains(n, "99") {
		t.Errorf("the detail shows %q", n)
	}
}

func TestDetail_OfAKPIThatAConfigLeftOutSaysSo(t *testing.T) {
	s := detailScreen(t)
	b := uitest.ThreePages()
	delete(b.Readings, "a")
	b.Config.KPIs = b.Config.KPIs[1:]
	b.Config.Pages = b.Config.Pages[1:]
	s.SetBoard(b)
	s.wants(`The config has no KPI "a" any more.`)
	s.press(fyne.KeyRight, fyne.KeyReturn, fyne.KeyDown)
	if s.title() != "Beta" {
		t.Errorf("down leads to %q", s.title())
	}
}

func TestDetail_EnterTakesAValueAndHShowsTheHistory(t *testing.T) {
	for _, press := range []struct {
		key   fyne.KeyName
		runes string
		want  string
	}{
		{key: fyne.KeyReturn, want: "*entry.round"},
		{key: fyne.KeyEnter, want: "*entry.round"},
		{runes: "e", want: "*entry.round"},
		{runes: "h", want: "*entry.history"},
		{runes: "x", want: "*overlay.Detail"},
	} {
		o := newOffice(t, "")
		o.detail("churn")
		if press.key != "" {
			o.press(press.key)
		}
		o.write(press.runes)
		if got := fmt.Sprintf("%T", o.top()); got != press.want {
			t.Errorf("%s%s opens %s, want %s", press.key, press.runes, got, press.want)
		}
		o.press(fyne.KeyEscape)
		if press.want != "*overlay.Detail" && o.title() == "" {
			t.Errorf("%s%s: escape leads past the detail to %T", press.key, press.runes, o.top())
		}
	}
}

// What does nothing now is not named at the foot, and says why when it is pressed.
func TestDetail_WhereNothingIsEnteredSaysSo(t *testing.T) {
	o := newOffice(t, "")
	o.detail("churn")
	keys := func() []string { return uitest.Texts(o.layers.cover.Shown, "key") }
	if !slices.Contains(keys(), "Enter") {
		t.Errorf("the keys are %q", keys())
	}
	o.add("[entry]\noff = true\n")
	if slices.Contains(keys(), "Enter") {
		t.Errorf("where nothing is entered the keys are %q", keys())
	}
	o.press(fyne.KeyReturn)
	o.wants("values are not entered at this screen")
}

// shownHistory returns the chart of the detail.
func shownHistory(elements []draw.Element) chart.History {
	for _, e := range elements {
		if c, ok := e.Art.(chart.History); ok {
			return c
		}
	}
	return chart.History{}
}
