package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// testView is the first page of a board as the wall would see it.
func testView(b *board.Board, size fyne.Size, theme string) view {
	p, ok := themes.Named(theme)
	if !ok {
		panic(theme)
	}
	return view{size: size, board: b, palette: p, now: testNow, left: 12 * time.Second, paging: true}
}

// everything returns all elements of a page.
func everything(v view) []element {
	out := append(composeHeader(v), composeStrip(v)...)
	for _, t := range composeTiles(v) {
		out = append(out, t...)
	}
	return append(out, composeFooter(v)...)
}

func TestPages_AreLegibleAtEverySizeAndCount(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range testSizes {
		for n := 1; n <= 12; n++ {
			for kind, readings := range map[string][]*board.Reading{"plain": manyReadings(n), "awkward": awkwardReadings(n)} {
				t.Run(fmt.Sprintf("%v×%v/%d/%s", size.Width, size.Height, n, kind), func(t *testing.T) {
					b := testBoard(readings...)
					b.Trouble = []board.Trouble{{Text: "config.toml line 12: there is no key titel; still showing the version of 09:14"}}
					checkLegible(t, testView(b, size, "midnight"))
				})
			}
		}
	}
}

// checkLegible fails where a text is too small, clipped, over another text or
// hard to tell from what it stands on.
func checkLegible(t *testing.T, v view) {
	t.Helper()
	floor := floorSize(v.size, v.board.Config.Screen)
	inset := float32(v.board.Config.Screen.Inset)
	safe := box{v.size.Width * inset, v.size.Height * inset, v.size.Width * (1 - 2*inset), v.size.Height * (1 - 2*inset)}
	all := everything(v)
	for i, e := range all {
		if e.text == "" {
			continue
		}
		if e.points < floor*0.999 && !strings.Contains(e.part, "number") {
			t.Errorf("%s: font size %.1f is below the floor of %.1f", e.part, e.points, floor)
		}
		if strings.Contains(e.part, "number") && e.points < floor*unitScale*0.999 {
			t.Errorf("%s: font size %.1f", e.part, e.points)
		}
		if c := themes.Contrast(e.color, e.on); c < 4.5 && !strings.Contains(e.part, "colon") {
			t.Errorf("%s: contrast %.1f", e.part, c)
		}
		if !within(e, safe) {
			t.Errorf("%s %q is outside of the safe area: %v %v", e.part, e.text, e.at, e.size)
		}
		for _, o := range all[i+1:] {
			if o.text != "" && overlap(e, o) {
				t.Errorf("%s %q lies over %s %q", e.part, e.text, o.part, o.text)
			}
		}
	}
	checkInsideTiles(t, v)
}

func checkInsideTiles(t *testing.T, v view) {
	t.Helper()
	for _, tile := range composeTiles(v)[:len(v.pageOf().Tiles)] {
		fill := box{tile[0].at.X, tile[0].at.Y, tile[0].size.Width, tile[0].size.Height}
		for _, e := range tile {
			if !within(e, fill) {
				t.Errorf("%s %q sticks out of its tile", e.part, e.text)
			}
		}
	}
}

func TestTiles_AlwaysSayNumberStatusAndName(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range testSizes {
		for n := 1; n <= 12; n++ {
			v := testView(testBoard(manyReadings(n)...), size, "midnight")
			for i, tile := range composeTiles(v) {
				for _, part := range []string{"name", "number", "mark", "status"} {
					if !has(tile, part) {
						t.Errorf("%v, %d tiles: tile %d has no %s", size, n, i, part)
					}
				}
			}
		}
	}
}

func TestTiles_OfOnePageShareTheSizeOfTheirNumbers(t *testing.T) {
	test.NewTempApp(t)
	v := testView(testBoard(manyReadings(6)...), testSizes[1], "midnight")
	sizes := map[float32]bool{}
	for _, tile := range composeTiles(v) {
		for _, e := range tile {
			if e.tabular {
				sizes[e.points] = true
			}
		}
	}
	if len(sizes) != 1 {
		t.Errorf("numbers are set in sizes %v", sizes)
	}
}

func TestTiles_WithoutAVerdictWearNoVerdictsColour(t *testing.T) {
	test.NewTempApp(t)
	for _, theme := range themes.Names() {
		p, _ := themes.Named(theme)
		for _, s := range []kpi.Status{kpi.NoValue, kpi.Overdue, kpi.NoTarget} {
			b := testBoard(testReading("a", "A", "12", "", s))
			fill := composeTiles(testView(b, testSizes[1], theme))[0][0].color
			if fill == p.OnTarget || fill == p.Near || fill == p.Off {
				t.Errorf("%s: a tile with %v is coloured as a verdict", theme, s)
			}
		}
	}
}

func TestPages_LookTheSameAtEveryScale(t *testing.T) {
	test.NewTempApp(t)
	b := testBoard(manyReadings(6)...)
	small := everything(testView(b, fyne.NewSize(1280, 720), "midnight"))
	large := everything(testView(b, fyne.NewSize(3840, 2160), "midnight"))
	if len(small) != len(large) {
		t.Fatalf("%d elements at 720 lines, %d at 2160", len(small), len(large))
	}
	for i := range small {
		if d := small[i].at.X*3 - large[i].at.X; d > 3 || d < -3 {
			t.Errorf("%s stands at %v and at %v", small[i].part, small[i].at, large[i].at)
		}
	}
}
