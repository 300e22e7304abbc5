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

// detailScreen is a wall of three pages with the detail of Alpha open.
func detailScreen(t *testing.T) *screen {
	s := newScreen(t, uitest.ThreePages())
	s.open(newDetail("a"))
	return s
}

func (s *screen) title() string {
	return strings.Join(uitest.Texts(s.cover.Shown, "title of the detail"), " ")
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
	d := newDetail("k1")
	s.open(d)
	var walked []string
	for range 5 {
		s.press(fyne.KeyDown)
		walked = append(walked, d.id)
	}
	if got := strings.Join(walked, " "); got != "k0 k2 k4 k3 k1" {
		t.Errorf("down leads to %s", got)
	}
	s.press(fyne.KeyUp)
	if d.id != "k3" || s.title() != b.Readings["k3"].KPI.Name {
		t.Errorf("up leads to %s, %q", d.id, s.title())
	}
}

func TestDetail_LeftAndRightChooseTheSpan(t *testing.T) {
	s := newScreen(t, uitest.Board(uitest.Monthly(uitest.Defined("x"), uitest.Sloping(36)...)))
	s.open(newDetail("x"))
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyLeft, 12}, {fyne.KeyLeft, 12}, {fyne.KeyRight, 24}, {fyne.KeyRight, 36}, {fyne.KeyRight, 36}} {
		s.press(step.key)
		c := shownHistory(s.cover.Shown)
		if len(c.Points) != step.want {
			t.Errorf("%s shows %d periods, want %d", step.key, len(c.Points), step.want)
		}
	}
}

func TestDetail_CoversThePageBelow(t *testing.T) {
	s := detailScreen(t)
	ground := s.cover.Shown[0]
	if ground.Size != s.root.Size() || ground.Color != s.palette.Ground {
		t.Errorf("the ground is %v in %v", ground.Size, ground.Color)
	}
}

func TestDetail_ClockTicksOverIt(t *testing.T) {
	s := detailScreen(t)
	colon := func() any {
		for _, e := range s.cover.Shown {
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
	if n := uitest.Texts(uitest.Tile(s.cover.Shown, "a"), "number"); !slices.Contains(n, "99") {
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
		{key: fyne.KeyReturn, want: "*ui.entry"},
		{key: fyne.KeyEnter, want: "*ui.entry"},
		{runes: "e", want: "*ui.entry"},
		{runes: "h", want: "*ui.history"},
		{runes: "x", want: "*ui.kpiDetail"},
	} {
		o := newOffice(t, "")
		o.open(newDetail("churn"))
		if press.key != "" {
			o.press(press.key)
		}
		o.write(press.runes)
		if got := fmt.Sprintf("%T", o.top()); got != press.want {
			t.Errorf("%s%s opens %s, want %s", press.key, press.runes, got, press.want)
		}
		o.press(fyne.KeyEscape)
		if press.want != "*ui.kpiDetail" && o.title() == "" {
			t.Errorf("%s%s: escape leads past the detail to %T", press.key, press.runes, o.top())
		}
	}
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
