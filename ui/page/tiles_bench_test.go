package page

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/ui/uitest"
)

// What changes on the wall is composed anew; the clock is not.
func BenchmarkTiles(b *testing.B) {
	test.NewTempApp(b)
	for _, n := range []int{3, 6, 9, 12} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			v := testView(composed(uitest.Many(n), config.Fill, 0), uitest.Sizes[1], "midnight")
			for b.Loop() {
				Tiles(v)
			}
		})
	}
}
