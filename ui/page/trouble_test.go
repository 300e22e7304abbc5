package page

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/ui/uitest"
)

// saying is a finding that is worded as text.
func saying(text string) finding.Finding {
	return finding.Finding{Code: "error", Args: finding.Args{"Why": text}}
}

// People know a number by its place.
func TestTrouble_LeavesEachTileInItsRowAndColumn(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 2; n <= 9; n++ {
			b := uitest.Board(uitest.Many(n)...)
			calm := Tiles(testView(b, size, "midnight"))
			b.Findings = []finding.Finding{saying("store is locked by another program"), saying("disk almost full")}
			troubled := Tiles(testView(b, size, "midnight"))
			for i := range calm {
				if was, is := calm[i][0], troubled[i][0]; was.At.X != is.At.X || was.Size.Width != is.Size.Width {
					t.Errorf("%v, %d tiles: tile %d went from %v to %v", size, n, i, was.At, is.At)
				}
			}
		}
	}
}

// A wall that is too small and too far away must not show halves of numbers.
func TestTiles_HoldTheirNumbersOnAScreenThatIsTooFarAway(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 1; n <= 6; n++ {
			b := uitest.Board(uitest.Many(n)...)
			b.Config.Screen = config.Screen{Inset: 0.05, PanelInches: 32, ViewingDistance: 10}
			v := testView(b, size, "midnight")
			for i, tile := range Tiles(v) {
				in := tile[0].Box()
				for _, e := range tile {
					if e.Text != "" && !uitest.Within(e, in) {
						t.Errorf("%v, %d tiles: %s of tile %d sticks out", size, n, e.Part, i)
					}
				}
			}
			if n == 4 && Lint(b, size) == nil {
				t.Errorf("%v: Lint has nothing to say", size)
			}
		}
	}
}

// A wall without a board says what is wrong in the place of the tiles, and so only there.
func TestTrouble_IsSaidOnceWhereThereIsNoBoard(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board()
	b.Findings = []finding.Finding{saying("config.toml line 12: there is no key titel")}
	v := testView(b, uitest.Sizes[0], "midnight")
	if n := len(uitest.Texts(Empty(v), "reason")) + len(uitest.Texts(Footer(v), "trouble")); n != 1 {
		t.Errorf("it is said %d times", n)
	}
}
