package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestLintList_FitsOnTheScreen(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range testSizes {
		for _, n := range []int{1, 12} {
			v := view{size: size, board: testBoard(awkwardReadings(n)...), now: testNow, paging: true}
			screen := box{0, 0, size.Width, size.Height}
			for _, e := range (&lintList{}).compose(nil, v) {
				if !within(e, screen) {
					t.Errorf("%v, %d tiles: %s %q lies outside", size, n, e.part, e.text)
				}
			}
		}
	}
}
