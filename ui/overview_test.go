package ui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

// withOverview puts before the pages of b one that has all its KPIs, in groups of eight.
func withOverview(b *board.Board) *board.Board {
	all := config.Page{ID: "all", Title: "Overview", Overview: true}
	for i := range b.Config.KPIs {
		all.Tiles = append(all.Tiles, b.Config.KPIs[i].ID)
	}
	for ids := range slices.Chunk(all.Tiles, 8) {
		all.Groups = append(all.Groups, config.Group{Title: fmt.Sprintf("From %s", ids[0]), Tiles: ids})
	}
	b.Config.Pages = append([]config.Page{all}, b.Config.Pages...)
	return b
}

// The arrows choose any line: down its column, and to the line beside it in the next one.
// Enter opens it, and the page has its turn as others have.
func TestOverview_IsAPageLikeOthersToTheKeys(t *testing.T) {
	s := newScreen(t, withOverview(uitest.Board(uitest.Many(24)...)))
	s.wants("Overview", "From k8", "Churn")
	s.press(fyne.KeyDown, fyne.KeyDown)
	if s.selection.kpi != "k1" {
		t.Fatalf("two steps down is %q", s.selection.kpi)
	}
	s.press(fyne.KeyRight)
	beside := s.selection.kpi
	if i := slices.Index(s.tileIDs(), beside); i < 6 {
		t.Errorf("beside the second line is %q", beside)
	}
	s.press(fyne.KeyReturn)
	if got := s.title(); got != s.board.Readings[beside].KPI.Name {
		t.Errorf("Enter opens %q", got)
	}
	s.press(fyne.KeyEscape, fyne.KeyLeft)
	if s.selection.kpi != "k1" {
		t.Errorf("to the right and to the left is %q", s.selection.kpi)
	}
	s.press(fyne.KeyEscape)
	s.wait(20 * time.Second)
	s.wants("Customers")
	s.press(fyne.KeyLeft)
	s.wants("From k8")
}

// What leaves its target is shown on the page where there is more to see of it.
func TestOverview_TakesNoPagesPlace(t *testing.T) {
	b := withOverview(movingBoard(config.Motion{Takeover: config.TakeoverNow, Favour: true}))
	s := newScreen(t, b)
	s.SetBoard(later(b, "b", "2", kpi.Below))
	s.wants("Second")
	if slices.Contains(s.rotation.favoured, 0) || len(s.rotation.favoured) == 0 {
		t.Errorf("the pages %v come more often", s.rotation.favoured)
	}
}

// A KPI on no other page has no other place to be seen.
func TestOverview_ComesForwardForWhatIsOnNoOtherPage(t *testing.T) {
	b := withOverview(movingBoard(config.Motion{Takeover: config.TakeoverNow}))
	b.Config.Pages = slices.DeleteFunc(b.Config.Pages, func(p config.Page) bool { return p.ID == "two" })
	s := newScreen(t, b)
	s.ShowPage("one")
	s.SetBoard(later(b, "b", "2", kpi.Below))
	s.wants("Overview")
}
