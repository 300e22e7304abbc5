package page

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// composed returns a board of n readings in a style, with heroes or with groups
// of some sizes.
func composed(readings []*board.Reading, style config.Style, heroes int, groups ...int) *board.Board {
	b := uitest.Board(readings...)
	b.Config.Screen.Style = style
	p := &b.Config.Pages[0]
	p.Heroes = p.Tiles[:heroes]
	at := 0
	for i, n := range groups {
		p.Groups = append(p.Groups, config.Group{Title: fmt.Sprintf("Group %d", i+1), Tiles: p.Tiles[at : at+n]})
		at += n
	}
	return b
}

func TestPages_AreLegibleInEveryComposition(t *testing.T) {
	test.NewTempApp(t)
	rows := []struct {
		n, heroes int
		groups    []int
		tight     bool // no room for the longest numbers
	}{
		{n: 1},
		{n: 2},
		{n: 5},
		{n: 7},
		{n: 9},
		{n: 12},
		{n: 2, heroes: 1},
		{n: 4, heroes: 1},
		{n: 7, heroes: 1},
		{n: 12, heroes: 1, tight: true},
		{n: 6, heroes: 2},
		{n: 9, heroes: 3, tight: true},
		{n: 12, heroes: 2, tight: true},
		{n: 3, groups: []int{2, 1}},
		{n: 6, groups: []int{1, 3, 2}},
		{n: 12, groups: []int{4, 4, 4}, tight: true},
		{n: 12, groups: []int{2, 2, 2, 2, 2, 2}, tight: true},
		{n: 1, groups: []int{1}},
	}
	for _, size := range uitest.Sizes {
		for _, row := range rows {
			for _, style := range []config.Style{config.Fill, config.Edge} {
				for kind, readings := range map[string][]*board.Reading{"plain": uitest.Many(row.n), "awkward": uitest.Awkward(row.n)} {
					if row.tight && kind == "awkward" {
						continue
					}
					t.Run(fmt.Sprintf("%v×%v/%d/%d/%v/%d/%s", size.Width, size.Height, row.n, row.heroes, row.groups, style, kind), func(t *testing.T) {
						checkLegible(t, testView(composed(readings, style, row.heroes, row.groups...), size, "midnight"))
					})
				}
			}
		}
	}
}

// Whatever their count, the tiles of a page fill its room: those of a row are alike, and
// an upper row has one tile fewer where not all can have as many.
func TestArrange_FillsTheRoomInEvenRows(t *testing.T) {
	const gap = 20
	for _, size := range uitest.Sizes {
		f := newFrame(size, config.Screen{Inset: 0.05}, 0)
		for n := 1; n <= 12; n++ {
			var area float32
			inRow, order := map[float32]int{}, []float32{}
			width := map[float32]float32{}
			for _, b := range arrange(n, f.Tiles, gap, f.Floor) {
				area += (b.W + gap) * (b.H + gap)
				if inRow[b.Y]++; inRow[b.Y] == 1 {
					order, width[b.Y] = append(order, b.Y), b.W
				}
				if b.W != width[b.Y] {
					t.Errorf("%v, %d tiles: one is %.0f wide beside %.0f", size, n, b.W, width[b.Y])
				}
			}
			if whole := (f.Tiles.W + gap) * (f.Tiles.H + gap); area < 0.999*whole || area > 1.001*whole {
				t.Errorf("%v, %d tiles: they fill %.3f of the room", size, n, area/whole)
			}
			for i := 1; i < len(order); i++ {
				if above, below := inRow[order[i-1]], inRow[order[i]]; above > below || inRow[order[0]] < inRow[order[len(order)-1]]-1 {
					t.Errorf("%v, %d tiles: a row of %d stands above one of %d", size, n, above, below)
				}
			}
		}
	}
}

func TestHero_IsAboutFourTimesAsLarge(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 4; n <= 8; n++ {
			v := testView(composed(uitest.Many(n), config.Fill, 1), size, "midnight")
			tiles := Tiles(v)
			hero := tiles[0][0].Size
			var other float32
			for _, tile := range tiles[1:] {
				other += tile[0].Size.Width * tile[0].Size.Height / float32(n-1)
			}
			if times := hero.Width * hero.Height / other; times < 3 || times > 6 {
				t.Errorf("%v, %d tiles: the hero is %.1f times as large", size, n, times)
			}
		}
	}
}

func TestHero_HasTheLargestNumberOfItsPage(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 2; n <= 12; n++ {
			for k := 1; k <= min(3, n-1); k++ {
				readings := uitest.Many(n)
				for _, r := range readings { // none fills a width before the others
					uitest.Write(r, "97.3", "")
				}
				tiles := Tiles(testView(composed(readings, config.Fill, k), size, "midnight"))
				hero := numberOf(tiles[0]).Points
				for _, tile := range tiles[k:] {
					if got := numberOf(tile).Points; got > 0.75*hero {
						t.Errorf("%v, %d tiles: %s is %.0f beside a hero of %.0f", size, n, tile[0].Part, got, hero)
					}
				}
			}
		}
	}
}

// numberOf returns the digits of a tile.
func numberOf(tile []draw.Element) draw.Element {
	for _, e := range tile {
		if e.Tabular && e.Part.Kind == kindNumber {
			return e
		}
	}
	return draw.Element{}
}

func TestGroups_StandBelowTheirHeadings(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		v := testView(composed(uitest.Many(6), config.Fill, 0, 1, 3, 2), size, "midnight")
		tiles := Tiles(v)
		headings := tiles[6]
		if len(headings) != 3 {
			t.Fatalf("%v: %d headings", size, len(headings))
		}
		for i, first := range []int{0, 1, 4} {
			head, tile := headings[i], tiles[first][0]
			if head.Text != fmt.Sprintf("Group %d", i+1) || head.At.X != tile.At.X || head.At.Y+head.Size.Height > tile.At.Y {
				t.Errorf("%v: heading %q at %v, its first tile at %v", size, head.Text, head.At, tile.At)
			}
		}
	}
}

func TestTiles_OfOneRowStandOnOneBaseline(t *testing.T) {
	test.NewTempApp(t)
	for _, style := range []config.Style{config.Fill, config.Edge} {
		for n := 2; n <= 12; n++ {
			v := testView(composed(uitest.Many(n), style, 0), uitest.Sizes[1], "midnight")
			line := map[float32]float32{}
			for _, tile := range Tiles(v) {
				e, top := numberOf(tile), tile[0].At.Y
				at := e.At.Y + e.Size.Height
				if was, ok := line[top]; ok && was-at > 0.5 || ok && at-was > 0.5 {
					t.Errorf("style %d, %d tiles: %s on %.1f beside %.1f", style, n, e.Part, at, was)
				}
				line[top] = at
			}
		}
	}
}

// A wider tile sets its parts by its own right edge, and has a wider chart.
func TestTiles_UseTheWidthThatTheyHave(t *testing.T) {
	test.NewTempApp(t)
	readings := uitest.Many(5)
	for _, r := range readings {
		r.KPI.Name = "Visitors"
	}
	tiles := Tiles(testView(composed(readings, config.Fill, 0), uitest.Sizes[1], "midnight"))
	wide, other := tiles[0], tiles[2]
	if wide[0].Size.Width < 1.4*other[0].Size.Width {
		t.Fatalf("the first of five tiles is %v wide, another %v", wide[0].Size.Width, other[0].Size.Width)
	}
	margin := func(tile []draw.Element) float32 {
		e, ok := uitest.Part(tile, kindPeriod)
		if !ok {
			t.Fatalf("%s names no period", tile[0].Part)
		}
		return tile[0].At.X + tile[0].Size.Width - e.At.X - e.Size.Width
	}
	if a, b := margin(wide), margin(other); a-b > 1 || b-a > 1 {
		t.Errorf("the periods end %.0f and %.0f before the edge", a, b)
	}
	for _, tile := range [][]draw.Element{wide, other} {
		if c, _ := uitest.Part(tile, kindChart); c.Size.Width != tile[0].Size.Width || c.Box().Bottom() < tile[0].Box().Bottom()-1 {
			t.Errorf("the chart at %v does not end with its tile at %v", c.Box(), tile[0].Box())
		}
	}
}

func TestPoster_OfOneKPIFillsTheWall(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range []fyne.Size{uitest.Sizes[0], uitest.Sizes[1], uitest.Sizes[2]} {
		tiles := Tiles(testView(uitest.Board(uitest.Many(1)...), size, "midnight"))
		if share := numberOf(tiles[0]).Size.Height / size.Height; share < 0.35 || share > 0.45 {
			t.Errorf("%v: the number is %.2f of the height", size, share)
		}
		if said := uitest.Texts(tiles[0], kindStatus); !uitest.Has(tiles[0], kindChart) || !slices.Contains(said, "on target · ≥ 95.0 %") {
			t.Errorf("%v: no chart or no target in %q", size, said)
		}
	}
}

// Each state differs from a verdict in more than its colour.
func TestTiles_WithoutATrustedNumberLookDifferent(t *testing.T) {
	test.NewTempApp(t)
	for _, style := range []config.Style{config.Fill, config.Edge} {
		for status, want := range map[kpi.Status]string{kpi.OnTarget: "", kpi.NoTarget: "", kpi.NoValue: "frame", kpi.Overdue: "frame"} {
			b := uitest.Board(uitest.Reading("a", "A", "12", "", status))
			b.Config.Screen.Style = style
			tile := Tiles(testView(b, uitest.Sizes[1], "midnight"))[0]
			if uitest.Has(tile, "frame") != (want != "") {
				t.Errorf("style %d: a tile with %v has a frame: %v", style, status, want == "")
			}
		}
	}
}

// What a text is measured against has to be what it stands on.
func TestEdge_TextIsInkedForWhatItStandsOn(t *testing.T) {
	test.NewTempApp(t)
	for n := 1; n <= 12; n++ {
		v := testView(composed(uitest.Many(n), config.Edge, 0), uitest.Sizes[1], "midnight")
		for i, tile := range Tiles(v) {
			status := v.Board.Readings[v.Shown().Tiles[i]].Status
			if !status.Verdict() {
				continue
			}
			foot := tile[1].At.Y + tile[1].Size.Height
			for _, e := range tile {
				want := v.Palette.Panel
				drawn, _ := uitest.Part(tile, kindChart)
				switch {
				case e.At.Y >= foot:
					want = v.Palette.Fill(status)
				case e.Part.Kind == kindPeriod && uitest.Overlap(e, drawn):
					want = chart.Pens{Fill: want, Strong: themes.Ink(want)}.Band()
				}
				if e.Text != "" && e.On != want {
					t.Errorf("%d tiles: %s %q is inked for %v, and stands on %v", n, e.Part, e.Text, e.On, want)
				}
			}
		}
	}
}

func TestEdge_PutsTheVerdictAtTheFootAndRoundWhatIsWrong(t *testing.T) {
	test.NewTempApp(t)
	for _, theme := range themes.Names() {
		p, _ := themes.Named(theme)
		for _, status := range []kpi.Status{kpi.OnTarget, kpi.Near, kpi.Above} {
			b := uitest.Board(uitest.Reading("a", "A", "12", "", status))
			b.Config.Screen.Style = config.Edge
			tile := Tiles(testView(b, uitest.Sizes[1], theme))[0]
			outer, inner := tile[0], tile[1]
			if outer.Color != p.Fill(status) || inner.Color != p.Panel || inner.Size.Height >= outer.Size.Height {
				t.Errorf("%s, %v: %v in %v", theme, status, inner, outer)
			}
			if framed := inner.Size.Width < outer.Size.Width; framed != (status != kpi.OnTarget) {
				t.Errorf("%s: a tile with %v is framed: %v", theme, status, framed)
			}
			for _, e := range tile {
				if e.Part.Kind == kindStatus && (e.On != p.Fill(status) || e.At.Y < inner.At.Y+inner.Size.Height-1) {
					t.Errorf("%s: the status stands on %v at %v", theme, e.On, e.At)
				}
			}
		}
	}
}

// Where the rows of a page differ in length, what a wider tile says is not held against
// the room of a narrower one.
func TestTiles_AreMeasuredByTheirOwnWidth(t *testing.T) {
	test.NewTempApp(t)
	readings := uitest.Many(5)
	for _, r := range readings {
		uitest.Write(r, "97", "")
		r.KPI.Name, r.Current, r.Status, r.Verdict = "Leads", true, kpi.Below, kpi.Below
		r.Target = kpi.Target{Min: 99, HasMin: true}
	}
	wide := readings[0]
	uitest.Write(wide, "123,456", "")
	wide.Target.Min = 1_234_567
	v := testView(uitest.Board(readings...), uitest.Sizes[1], "midnight")
	tiles := Tiles(v)
	if w, narrow := tiles[0][0].Size.Width, tiles[4][0].Size.Width; w < narrow*1.2 {
		t.Fatalf("the first tile is %.0f wide, the last %.0f: the test says little", w, narrow)
	}
	for i, tile := range tiles[:5] {
		if !uitest.Has(tile, kindChange) {
			t.Errorf("tile %d has no change", i)
		}
	}
	number := func(tile []draw.Element) float32 { return numberOf(tile).Points }
	if number(tiles[0]) < number(tiles[4]) {
		t.Errorf("the wide number is set in %.0f, the others in %.0f", number(tiles[0]), number(tiles[4]))
	}
}

// The frame of a number that is not trusted keeps clear of the words at its foot.
func TestEdge_KeepsTheFrameOffTheWords(t *testing.T) {
	test.NewTempApp(t)
	for n := 1; n <= 12; n++ {
		readings := uitest.Many(n)
		for _, r := range readings {
			uitest.Write(r, "–", "")
			r.Status, r.Verdict = kpi.NoValue, kpi.NoValue
		}
		for _, size := range uitest.Sizes {
			for _, tile := range Tiles(testView(composed(readings, config.Edge, 0), size, "midnight"))[:n] {
				mark, _ := uitest.Part(tile, "mark")
				frame, _ := uitest.Part(tile, "frame")
				dash := frame.Art.(dashedFrame).width * frame.Size.Height
				if air := frame.Box().Bottom() - dash*1.5 - mark.Box().Bottom(); air < dash {
					t.Errorf("%v, %d tiles: the mark is %.1f above a dash that is %.1f thick", size, n, air, dash)
				}
			}
		}
	}
}
