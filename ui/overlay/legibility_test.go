package overlay

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
	"kpiwall/ui/uitest"
)

func TestLegibility_FitsOnTheScreen(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for _, n := range []int{1, 12} {
			v := page.View{Size: size, Board: uitest.Board(uitest.Awkward(n)...), Now: uitest.Now, Paging: true}
			screen := draw.NewBox(0, 0, size.Width, size.Height)
			for _, e := range NewLegibility(nil).Compose(v) {
				if !uitest.Within(e, screen) {
					t.Errorf("%v, %d tiles: %s %q lies outside", size, n, e.Part, e.Text)
				}
			}
		}
	}
}
