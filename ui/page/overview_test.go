package page

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/assets"
	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// overviewOf returns a board whose first page is an overview with groups of some sizes,
// the last of which takes the rest.
func overviewOf(readings []*board.Reading, sizes ...int) *board.Board {
	b := uitest.Board(readings...)
	p := &b.Config.Pages[0]
	p.Overview = true
	rest := p.Tiles
	for i, n := range append(sizes, len(rest)) {
		n = min(n, len(rest))
		if n > 0 {
			p.Groups = append(p.Groups, config.Group{Title: fmt.Sprintf("Group %d", i+1), Tiles: rest[:n]})
		}
		rest = rest[n:]
	}
	return b
}

// On an overview names may be shorter and text smaller than elsewhere, and Lint tells of
// it; but nothing lies over anything else, sticks out, or is hard to tell from its ground.
func TestOverview_HasItsPlaceForEveryKPI(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for _, n := range []int{1, 2, 3, 5, 8, 12, 13, 23, 24, 31, 40} {
			for _, groups := range [][]int{nil, {1, 1}, {8, 8, 8, 8}, {3, 20, 1}} {
				for kind, readings := range map[string][]*board.Reading{"plain": uitest.Many(n), "awkward": uitest.Awkward(n)} {
					for _, style := range []config.Style{config.Fill, config.Edge} {
						b := overviewOf(readings, groups...)
						b.Config.Screen.Style = style
						name := fmt.Sprintf("%v, %d KPIs in %v, %s, style %d", size, n, groups, kind, style)
						checkOverview(t, name, testView(b, size, "midnight"))
						b.Findings = troubled()
						checkOverview(t, name+", with trouble", testView(b, size, "midnight"))
					}
				}
			}
		}
	}
}

// troubled is the trouble of a board.
func troubled() []finding.Finding {
	return []finding.Finding{saying("the store is locked by another program; still trying")}
}

func checkOverview(t *testing.T, name string, v View) {
	t.Helper()
	f := v.Frame()
	tiles := Tiles(v)
	var all []draw.Element
	for i, id := range v.Shown().Tiles {
		if tiles[i][0].Part != (draw.PartID{Kind: kindFill, Of: id}) || !uitest.Within(tiles[i][0], f.Tiles) {
			t.Fatalf("%s: %v is at %v of %v", name, tiles[i][0].Part, tiles[i][0].Box(), f.Tiles)
		}
		for _, kind := range []draw.Kind{"mark", kindName, kindNumber} {
			if !uitest.Has(tiles[i], kind) {
				t.Errorf("%s: %s has no %s", name, id, kind)
			}
		}
		for _, e := range tiles[i] {
			if !uitest.Within(e, tiles[i][0].Box()) {
				t.Errorf("%s: %v %q sticks out", name, e.Part, e.Text)
			}
		}
	}
	for _, tile := range tiles {
		for _, e := range tile {
			if e.Text != "" || e.Part.Kind == "mark" {
				all = append(all, e)
			}
		}
	}
	for i, e := range all {
		if c := themes.Contrast(e.Color, e.On); e.Text != "" && c < 4.5 {
			t.Errorf("%s: %v has a contrast of %.1f", name, e.Part, c)
		}
		for _, o := range all[i+1:] {
			if uitest.Overlap(e, o) {
				t.Errorf("%s: %v %q lies over %v %q", name, e.Part, e.Text, o.Part, o.Text)
			}
		}
	}
}

// What people know by its place stays there, whatever its number and status, and where
// trouble takes room from the page.
func TestOverview_KeepsThePlaceOfEachKPI(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		readings := uitest.Many(30)
		v := testView(overviewOf(readings, 8, 8, 8), size, "midnight")
		before := Tiles(v)
		for _, r := range readings {
			r.Status, r.Verdict = kpi.Below, kpi.Below
		}
		after := Tiles(v)
		v.Board.Findings = troubled()
		pressed := Tiles(v)
		for i := range readings {
			if before[i][0].Box() != after[i][0].Box() || pressed[i][0].At.X != before[i][0].At.X {
				t.Errorf("%v: %s moves from %v to %v, and to %v", size, before[i][0].Part.Of, before[i][0].Box(), after[i][0].Box(), pressed[i][0].Box())
			}
		}
	}
}

// Marks, names and numbers stand below each other, in lines of one height, in the order of
// the config: down a column and on at the top of the next.
func TestOverview_IsReadDownItsColumns(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		tiles := Tiles(testView(overviewOf(uitest.Many(26), 8, 8), size, "midnight"))
		columns := map[float32]int{}
		for i, tile := range tiles[:26] {
			b := tile[0].Box()
			mark, _ := uitest.Part(tile, "mark")
			name, _ := uitest.Part(tile, kindName)
			first := tiles[0]
			m0, _ := uitest.Part(first, "mark")
			n0, _ := uitest.Part(first, kindName)
			if d := (mark.At.X - b.X) - (m0.At.X - first[0].At.X); d > 0.5 || d < -0.5 || b.H != first[0].Box().H {
				t.Errorf("%v: the mark of %s stands %.1f beside that of the first", size, tile[0].Part.Of, d)
			}
			if d := (name.At.X - b.X) - (n0.At.X - first[0].At.X); d > 0.5 || d < -0.5 || name.Points != n0.Points {
				t.Errorf("%v: the name of %s stands %.1f beside that of the first, in %.0f", size, tile[0].Part.Of, d, name.Points)
			}
			columns[b.X]++
			if i > 0 {
				if before := tiles[i-1][0].Box(); b.X < before.X || b.X == before.X && b.Y <= before.Y {
					t.Errorf("%v: %s at %v comes after %v", size, tile[0].Part.Of, b, before)
				}
			}
		}
		if len(columns) < 2 {
			t.Errorf("%v: all are in one column", size)
		}
	}
}

// The title of a group stands above its first line, and above its rest where that goes on
// in the next column.
func TestOverview_GroupsStandBelowTheirTitles(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		tiles := Tiles(testView(overviewOf(uitest.Many(26), 4, 20), size, "midnight"))
		for i, tile := range tiles[:26] {
			b := tile[0].Box()
			if i > 0 && i != 4 && i != 24 && tiles[i-1][0].At.X == b.X {
				continue
			}
			want := fmt.Sprintf("Group %d", 1+len(slices.DeleteFunc([]int{4, 24}, func(n int) bool { return i < n })))
			above := slices.ContainsFunc(tiles[26], func(e draw.Element) bool {
				return e.Text == want && e.At.X == b.X && e.Box().Bottom() < b.Y && b.Y-e.Box().Bottom() < e.Size.Height
			})
			if !above {
				t.Errorf("%v: there is no %q above %s", size, want, tile[0].Part.Of)
			}
		}
	}
}

// Each state has its own mark, and what carries no verdict no colour of one.
func TestOverview_MarksEachStatus(t *testing.T) {
	test.NewTempApp(t)
	readings := everyStatus()
	b := overviewOf(readings)
	for _, theme := range themes.Names() {
		for _, style := range []config.Style{config.Fill, config.Edge} {
			b.Config.Screen.Style = style
			v := testView(b, uitest.Sizes[1], theme)
			for i, tile := range Tiles(v)[:len(readings)] {
				s := readings[i].Status
				mark, _ := uitest.Part(tile, "mark")
				if mark.Art != draw.Art(chart.MarkOf(s)) {
					t.Errorf("%v has the mark %v", s, mark.Art)
				}
				fill := tile[0].Color
				if block, ok := uitest.Part(tile, kindBlock); ok {
					fill = block.Color
				}
				if s.Verdict() != (fill == v.Palette.Fill(s) && fill != v.Palette.Panel) {
					t.Errorf("%s: %v is filled with %v", theme, s, fill)
				}
				if framed := uitest.Has(tile, "frame"); framed != (s == kpi.NoValue || s == kpi.Overdue || s == kpi.Waiting) {
					t.Errorf("%v is framed: %v", s, framed)
				}
			}
		}
	}
}

// A board of twelve reads from the usual distance; of a few no name is cut.
func TestOverview_OfAFewIsLargerThanTheFloor(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for _, n := range []int{1, 4, 8, 12} {
			v := testView(overviewOf(uitest.Many(n), 4, 4), size, "midnight")
			for _, l := range lacks(v) {
				if l.fault == tooSmall || n <= 8 || len(l.tiles) > 3 {
					t.Errorf("%v, %d KPIs: %+v", size, n, l)
				}
			}
		}
	}
}

func TestLint_SaysWhatDoesNotFitOnAnOverview(t *testing.T) {
	test.NewTempApp(t)
	readings := uitest.Many(40)
	readings[3].KPI.Name = "Share of customers who left within a year of their first order"
	found := map[string]string{}
	for _, f := range Lint(overviewOf(readings, 8, 8, 8, 8), fyne.NewSize(1920, 1080)) {
		if f.Subject == "p" {
			found[f.Code] = fmt.Sprint(f.Args["Fewer"])
			if ids, _ := f.Args["Tiles"].([]string); f.Code == "lint.name" && !slices.Contains(ids, "k3") {
				t.Errorf("the name of k3 is not among those of %q", ids)
			}
		}
	}
	for _, code := range []string{"lint.name", "lint.number"} {
		if fewer, ok := found[code]; !ok || fewer == "0" {
			t.Errorf("%s: %q of %v", code, fewer, found)
		}
	}
	if _, ok := found["lint.left_out"]; ok {
		t.Errorf("what an overview never shows is left out: %v", found)
	}
}

// The columns are a ring, and a step beside stays at the height of the line.
func TestBeside_IsTheNearestOfTheNextColumn(t *testing.T) {
	test.NewTempApp(t)
	v := testView(overviewOf(uitest.Many(24), 8, 8), uitest.Sizes[1], "midnight")
	tiles := Tiles(v)
	at := func(id string) draw.Box { return tiles[slices.Index(v.Shown().Tiles, id)][0].Box() }
	for _, id := range v.Shown().Tiles {
		next := Beside(v, id, false)
		if d := at(next).Y - at(id).Y; at(next).X == at(id).X || d > at(id).H || d < -at(id).H {
			t.Errorf("beside %s at %v is %s at %v", id, at(id), next, at(next))
		}
		if back := Beside(v, next, true); at(back).X != at(id).X {
			t.Errorf("%s, to the right and to the left is %s", id, back)
		}
	}
	if first := Beside(v, "k0", true); at(first).X <= at(Beside(v, "k0", false)).X {
		t.Errorf("to the left of the first column is %v", at(first))
	}
}

func TestOverview_IsSaidInTheLanguageOfTheBoard(t *testing.T) {
	test.NewTempApp(t)
	said := map[string]bool{}
	for _, language := range assets.Languages() {
		b := overviewOf(everyStatus(), 3)
		b.Config.Language, b.Config.Pages[0].Groups[1].Title = language, ""
		for _, size := range uitest.Sizes {
			checkOverview(t, language, testView(b, size, "midnight"))
		}
		for _, e := range Tiles(testView(b, uitest.Sizes[1], "midnight"))[len(b.Config.KPIs)] {
			said[e.Text] = true
		}
	}
	if len(said) != len(assets.Languages())+1 {
		t.Errorf("the titles are %v", said)
	}
}

// The frames of a line that was chosen or has changed stand around it, and cover nothing.
func TestOverview_FramesALineFromOutside(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		v := testView(overviewOf(uitest.Many(24), 8, 8), size, "midnight")
		v.Marked, v.Changed = "k3", map[string]time.Time{"k3": uitest.Now}
		tiles := Tiles(v)
		frames := append(Chosen(v, tiles), Changed(v, tiles)...)
		if len(frames) != 2 {
			t.Fatalf("%v: %d frames", size, len(frames))
		}
		for _, e := range frames {
			if !uitest.Within(tiles[3][0], e.Box().Inset(e.Stroke/2)) || themes.Contrast(e.Line, v.Palette.Ground) < 4.5 {
				t.Errorf("%v: the frame %v in %v is not around %v", size, e.Box(), e.Line, tiles[3][0].Box())
			}
			for i, tile := range tiles[:24] {
				if i != 3 && uitest.Overlap(e, tile[0]) {
					t.Errorf("%v: the frame at %v lies over line %d at %v", size, e.Box(), i, tile[0].Box())
				}
			}
		}
	}
}

// Whoever types a value sees the tile that it will be, and no line of an overview: also of
// a KPI that is on no other page.
func TestPreview_IsThatOfATile(t *testing.T) {
	test.NewTempApp(t)
	b := overviewOf(uitest.Many(5))
	v := testView(b, uitest.Sizes[1], "midnight")
	room := draw.NewBox(1000, 100, 600, 400)
	for _, id := range []string{"k0", "k3"} { // the first is on the second page, too
		tile := Preview(v, b.Readings[id], room)
		if !uitest.Has(tile, kindStatus) {
			t.Errorf("the tile of %s has no status", id)
		}
		for _, e := range tile {
			if !uitest.Within(e, room) {
				t.Errorf("%v lies at %v", e.Part, e.Box())
			}
		}
	}
}

// A dash that stands behind a number is read as one of its digits.
func TestOverview_FramesNoNumberWithAStroke(t *testing.T) {
	test.NewTempApp(t)
	b := overviewOf([]*board.Reading{uitest.Reading("old", "Cash", "28", "", kpi.Overdue)})
	tile := Tiles(testView(b, uitest.Sizes[1], "midnight"))[0]
	frame, _ := uitest.Part(tile, "frame")
	w, h := int(frame.Size.Width), int(frame.Size.Height)
	img := uitest.Painted(frame.Art, frame.Color, w, h)
	for y := h / 4; y < h*3/4; y++ {
		for x := range w {
			if img.RGBAAt(x, y).A > 0 {
				t.Fatalf("the frame has a stroke at %d, %d of %d × %d", x, y, w, h)
			}
		}
	}
	if !slices.ContainsFunc(img.Pix, func(p uint8) bool { return p > 0 }) {
		t.Error("there is no frame")
	}
}
