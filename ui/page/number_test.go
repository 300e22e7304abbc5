package page

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

func TestFitNumber_LeavesRoomForTheUnitAsItIsDrawn(t *testing.T) {
	test.NewTempApp(t)
	for _, n := range []kpi.Number{{Digits: "1,234.5", Suffix: " minutes"}, {Prefix: "US$ ", Digits: "42"}, {Digits: "97.3"}} {
		for width := float32(120); width < 600; width += 3.7 {
			const floor = 18.7
			if got := numberWidth(n, fitNumber(n, width, floor), floor); got > width+0.1 {
				t.Errorf("%v in %.1f is %.1f wide", n, width, got)
			}
		}
	}
}

// From five metres a page is read by its numbers: but for one that is wider than all
// others the widest fills its tile, or they are high enough.
func TestNumbers_AreAsLargeAsTheirPageAllows(t *testing.T) {
	test.NewTempApp(t)
	const ofWidth, ofHeight, ofHeightOfMany = 0.85, 0.28, 0.35
	for _, size := range uitest.Sizes[:3] {
		for _, n := range []int{2, 3, 4, 5, 6, 8, 9, 12} { // with 7, 10 and 11 the narrowest tiles decide
			readings := uitest.Many(n)
			for i, r := range readings {
				r.KPI.Name = "Visitors"
				uitest.Write(r, []string{"97.3", "41", "4:30", "€42,170"}[i%4], "")
			}
			var widths []float32
			var heights []float32
			for _, tile := range Tiles(testView(uitest.Board(readings...), size, "midnight")) {
				fill := tile[0].Size
				left, right := tile[0].Box().Right(), tile[0].At.X
				for _, e := range tile {
					if e.Part.Kind == kindNumber {
						left, right = min(left, e.At.X), max(right, e.Box().Right())
					}
				}
				widths = append(widths, (right-left)/fill.Width)
				heights = append(heights, numberOf(tile).Size.Height/fill.Height)
			}
			least := float32(ofHeight)
			if n >= manyTiles {
				least = ofHeightOfMany
			}
			slices.Sort(widths)
			slices.Sort(heights)
			if width, height := widths[n-2], heights[1]; width < ofWidth && height < least {
				t.Errorf("%v, %d tiles: the second widest takes %.2f of the width, the lowest but one %.2f of the height", size, n, width, height)
			}
		}
	}
}
