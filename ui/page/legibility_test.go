package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// far is a screen that is too small for where people sit.
var far = config.Screen{Inset: 0.05, PanelInches: 32, ViewingDistance: 10}

func TestLacks_NameWhatIsTooSmallFirstAndTheRestInTheOrderOfTheParts(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Awkward(9)...)
	b.Config.Screen = far
	all := lacks(testView(b, uitest.Sizes[1], "midnight"))
	for i, want := range []lack{{fault: tooSmall, part: kindNumber}, {fault: tooSmall, part: kindName}} {
		if i >= len(all) || all[i].fault != want.fault || all[i].part != want.part {
			t.Fatalf("lack %d of %v, want %v", i, all, want)
		}
	}
	order := []draw.Kind{kindName, kindStatus, kindChange, kindTarget, kindChart, kindPeriod, kindNote}
	at := -1
	for _, l := range all[2:] {
		i := slices.Index(order, l.part)
		if i < at || l.fault == tooSmall {
			t.Errorf("%s comes behind %s", l.part, order[max(at, 0)])
		}
		at = i
	}
}

// What is lost to whoever looks is worth more than what takes an effort to read.
func TestLacks_AreWarningsWhereSomethingIsLost(t *testing.T) {
	for _, row := range []struct {
		lack     lack
		code     string
		severity finding.Severity
	}{
		{lack{fault: tooSmall, part: kindNumber}, "lint.number", finding.Note},
		{lack{fault: tooSmall, part: kindName}, "lint.text", finding.Note},
		{lack{fault: shortened, part: kindName}, "lint.name", finding.Note},
		{lack{fault: shortened, part: kindSentence}, "lint.sentence", finding.Warning},
		{lack{fault: leftOut, part: kindTarget}, "lint.left_out", finding.Warning},
	} {
		test.NewTempApp(t)
		row.lack.tiles = []string{"k0"}
		f := row.lack.finding(testView(uitest.Board(uitest.Many(3)...), uitest.Sizes[1], "midnight"))
		if f.Code != row.code || f.Severity != row.severity || f.Subject != "p" {
			t.Errorf("%v: got %v", row.lack, f)
		}
	}
}

// A part that the tile does not have is not missed, and one that is there is not left out.
func TestLacks_MissNothingThatIsThereOrThatIsNotWanted(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 1; n <= 12; n += 2 {
			v := testView(uitest.Board(uitest.Many(n)...), size, "midnight")
			tiles := Tiles(v)
			missed := lacks(v)
			for i, id := range v.Shown().Tiles {
				for p := range parts {
					told := slices.ContainsFunc(missed, func(l lack) bool {
						return l.fault == leftOut && l.part == parts[p].kind && slices.Contains(l.tiles, id)
					})
					want := parts[p].wanted(v.subject(id)) && !uitest.Has(tiles[i], parts[p].kind)
					if words := uitest.Texts(tiles[i], kindStatus); parts[p].kind == kindTarget && (v.subject(id).Status.Off() || v.subject(id).Status == kpi.Near) {
						want = !strings.Contains(strings.Join(words, ""), " ") // a bare "below"
					}
					if told != want {
						t.Errorf("%v, %d tiles: %s of %s is told to be left out: %v", size, n, parts[p].kind, id, told)
					}
				}
			}
		}
	}
}

func TestLint_SaysThatASentenceIsCut(t *testing.T) {
	test.NewTempApp(t)
	readings := uitest.Many(9)
	readings[0].KPI.Judged, readings[0].Note = true, strings.Repeat("the customers were happy ", 20)
	if got := lines(Lint(uitest.Board(readings...), uitest.Sizes[1])); !strings.Contains(got, "page p: sentence of tile 'k0' is shortened") {
		t.Errorf("got %s", got)
	}
}

// Where there is too little room for all, the number gives way last: to an eighth below the
// words in an edged tile, whose bar takes a part of it, and not at all in a filled one.
func TestTiles_OnAFarScreenHaveNumbersAboutAsLargeAsWords(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 1; n <= 12; n++ {
			for _, style := range []config.Style{config.Fill, config.Edge} {
				readings := uitest.Many(n)
				for _, r := range readings {
					uitest.Write(r, "97", "")
				}
				b := composed(readings, style, 0)
				b.Config.Screen.PanelInches, b.Config.Screen.ViewingDistance = far.PanelInches, far.ViewingDistance
				for i, tile := range Tiles(testView(b, size, "midnight")) {
					name, _ := uitest.Part(tile, kindName)
					share := map[config.Style]float32{config.Fill: 0.98, config.Edge: 0.85}[style]
					if number := numberOf(tile); number.Points < name.Points*share {
						t.Errorf("%v, %d tiles, style %d: number %d is set in %.0f, its name in %.0f", size, n, style, i, number.Points, name.Points)
					}
				}
			}
		}
	}
}
