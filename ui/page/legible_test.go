package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// testView is the first page of a board as the wall would see it.
func testView(b *board.Board, size fyne.Size, theme string) View {
	p, ok := themes.Named(theme)
	if !ok {
		panic(theme)
	}
	return View{Size: size, Board: b, Palette: p, Now: uitest.Now, Left: 12 * time.Second, Paging: true}
}

// everything returns all elements of a page.
func everything(v View) []draw.Element {
	out := append(Header(v), Strip(v)...)
	for _, t := range Tiles(v) {
		out = append(out, t...)
	}
	return append(out, Footer(v)...)
}

func TestPages_AreLegibleAtEverySizeAndCount(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 1; n <= 12; n++ {
			for kind, readings := range map[string][]*board.Reading{"plain": uitest.Many(n), "awkward": uitest.Awkward(n)} {
				t.Run(fmt.Sprintf("%v×%v/%d/%s", size.Width, size.Height, n, kind), func(t *testing.T) {
					b := uitest.Board(readings...)
					b.Findings = []finding.Finding{saying("config.toml line 12: there is no key titel; still showing the version of 09:14")}
					checkLegible(t, testView(b, size, "midnight"))
				})
			}
		}
	}
}

// checkLegible fails where a text is too small, clipped, over another text or
// hard to tell from what it stands on.
func checkLegible(t *testing.T, v View) {
	t.Helper()
	floor := FloorSize(v.Size, v.Board.Config.Screen)
	inset := float32(v.Board.Config.Screen.Inset)
	safe := draw.NewBox(v.Size.Width*inset, v.Size.Height*inset, v.Size.Width*(1-2*inset), v.Size.Height*(1-2*inset))
	all := everything(v)
	for i, e := range all {
		if e.Text == "" {
			continue
		}
		if e.Points < floor*0.999 && e.Part.Kind != kindNumber {
			t.Errorf("%v: font size %.1f is below the floor of %.1f", e.Part, e.Points, floor)
		}
		if e.Part.Kind == kindNumber && e.Points < floor*unitScale*0.999 {
			t.Errorf("%s: font size %.1f", e.Part, e.Points)
		}
		if c := themes.Contrast(e.Color, e.On); c < 4.5 && e.Part.Kind != "colon of the clock" {
			t.Errorf("%s: contrast %.1f", e.Part, c)
		}
		if !uitest.Within(e, safe) {
			t.Errorf("%s %q is outside of the safe area: %v %v", e.Part, e.Text, e.At, e.Size)
		}
		for _, o := range all[i+1:] {
			if o.Text != "" && uitest.Overlap(e, o) {
				t.Errorf("%s %q lies over %s %q", e.Part, e.Text, o.Part, o.Text)
			}
		}
	}
	checkInsideTiles(t, v)
}

func checkInsideTiles(t *testing.T, v View) {
	t.Helper()
	for _, tile := range Tiles(v)[:len(v.Shown().Tiles)] {
		fill := tile[0].Box()
		for _, e := range tile {
			if !uitest.Within(e, fill) {
				t.Errorf("%s %q sticks out of its tile", e.Part, e.Text)
			}
		}
	}
}

func TestTiles_AlwaysSayNumberStatusAndName(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 1; n <= 12; n++ {
			v := testView(uitest.Board(uitest.Many(n)...), size, "midnight")
			for i, tile := range Tiles(v) {
				for _, part := range []draw.Kind{kindName, kindNumber, "mark", kindStatus} {
					if !uitest.Has(tile, part) {
						t.Errorf("%v, %d tiles: tile %d has no %s", size, n, i, part)
					}
				}
			}
		}
	}
}

// One number may be smaller than the others of its page, which share a size: the widest.
func TestTiles_OfOnePageShareTheSizeOfTheirNumbers(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 3; n <= 12; n++ {
			readings := uitest.Many(n)
			for i, r := range readings {
				uitest.Write(r, []string{"97.3", "41", "4:30"}[i%3], "")
			}
			uitest.Write(readings[1], "3,301.45", " €")
			r := Tiles(testView(uitest.Board(readings...), size, "midnight"))
			page, widest := numberOf(r[0]).Points, numberOf(r[1]).Points
			for i, tile := range r {
				if got := numberOf(tile).Points; i != 1 && got != page {
					t.Errorf("%v, %d tiles: %s is set in %.0f beside %.0f", size, n, tile[0].Part, got, page)
				}
			}
			if widest > page {
				t.Errorf("%v, %d tiles: the widest number is set in %.0f beside %.0f", size, n, widest, page)
			}
		}
	}
}

func TestTiles_WithoutAVerdictWearNoVerdictsColour(t *testing.T) {
	test.NewTempApp(t)
	for _, theme := range themes.Names() {
		p, _ := themes.Named(theme)
		for _, s := range []kpi.Status{kpi.NoValue, kpi.Overdue, kpi.NoTarget} {
			b := uitest.Board(uitest.Reading("a", "A", "12", "", s))
			fill := Tiles(testView(b, uitest.Sizes[1], theme))[0][0].Color
			if fill == p.OnTarget || fill == p.Near || fill == p.Off {
				t.Errorf("%s: a tile with %v is coloured as a verdict", theme, s)
			}
		}
	}
}

func TestPages_LookTheSameAtEveryScale(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(6)...)
	small := everything(testView(b, fyne.NewSize(1280, 720), "midnight"))
	large := everything(testView(b, fyne.NewSize(3840, 2160), "midnight"))
	if len(small) != len(large) {
		t.Fatalf("%d elements at 720 lines, %d at 2160", len(small), len(large))
	}
	for i := range small {
		slack := float32(3)
		if small[i].Text != "" { // in whole sizes, so that it is a little wider on a small screen
			slack = 12
		}
		if d := small[i].At.X*3 - large[i].At.X; d > slack || d < -slack {
			t.Errorf("%s stands at %v and at %v", small[i].Part, small[i].At, large[i].At)
		}
	}
}

func TestFooter_KeepsTheWordsOfTheBannerOffItsEdges(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(3)...)
	for _, size := range uitest.Sizes {
		for words := 8; words < 16; words++ {
			b.Findings = []finding.Finding{saying(strings.Repeat("the store is locked ", words))}
			v := testView(b, size, "midnight")
			banner, _ := uitest.Part(Footer(v), "banner")
			edge := banner.At.X + banner.Size.Width - v.Frame().Floor*0.5
			for _, e := range Footer(v) {
				if e.Part.Kind == "trouble" && e.At.X+e.Size.Width > edge {
					t.Errorf("%v: %q ends at %.0f, the banner at %.0f", size, e.Text, e.At.X+e.Size.Width, banner.At.X+banner.Size.Width)
				}
			}
		}
	}
}
