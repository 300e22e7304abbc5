package page

import (
	"math"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// eachTile calls f with the tiles of plain pages of many sizes, counts and styles.
func eachTile(t *testing.T, f func(name string, tile []draw.Element, s subject)) {
	t.Helper()
	test.NewTempApp(t)
	sizes := append(slices.Clone(uitest.Sizes), fyne.NewSize(960, 540), fyne.NewSize(800, 1280), fyne.NewSize(1024, 768))
	for _, size := range sizes {
		for n := 1; n <= 12; n++ {
			for name, style := range map[string]config.Style{"filled": config.Fill, "edged": config.Edge} {
				readings := uitest.Many(n)
				for _, r := range readings {
					r.Note = "two large renewals came a month early"
				}
				v := testView(composed(readings, style, 0), size, "midnight")
				for i, tile := range Tiles(v) {
					f(name, tile, v.subject(v.Shown().Tiles[i]))
				}
			}
		}
	}
}

// What a tile has no room for goes in the order of what it is worth.
func TestTiles_DropTheirPartsInOrder(t *testing.T) {
	seen := map[draw.Kind]int{}
	all := 0
	eachTile(t, func(name string, tile []draw.Element, s subject) {
		all++
		for _, row := range []struct{ needs, part draw.Kind }{
			{kindNote, kindChart},
			{kindNote, kindPeriod},
			{kindChart, kindPeriod},
			{kindChange, kindPeriod},
		} {
			if uitest.Has(tile, row.needs) && !uitest.Has(tile, row.part) && partOf(row.part).wanted(s) {
				t.Errorf("%s, %v, %v: there is a %s but no %s", name, s.Status, tile[0].Box(), row.needs, row.part)
			}
		}
		for _, p := range []draw.Kind{kindName, kindNumber, kindStatus, kindChange, kindChart, kindPeriod, kindNote} {
			if uitest.Has(tile, p) {
				seen[p]++
			}
		}
	})
	for _, always := range []draw.Kind{kindName, kindNumber} {
		if seen[always] != all {
			t.Errorf("%d of %d tiles have a %s", seen[always], all, always)
		}
	}
	for _, some := range []draw.Kind{kindChange, kindChart, kindPeriod, kindNote} {
		if seen[some] < 50 || seen[some] == all {
			t.Errorf("%d of %d tiles have a %s: the test says little", seen[some], all, some)
		}
	}
}

// A value must not pass for one of the current period.
func TestTiles_NameThePeriodBeforeTheChange(t *testing.T) {
	test.NewTempApp(t)
	both, one := 0, 0
	for _, size := range uitest.Sizes {
		for n := 1; n <= 12; n++ {
			readings := uitest.Many(n)
			for _, r := range readings {
				r.Period = kpi.Calendar{}.Period(kpi.Month, time.Date(2025, 9, 3, 12, 0, 0, 0, time.UTC))
				r.Change.Amount, r.Change.Format = 1234.5, kpi.Format{Decimals: 1, Suffix: " percentage points"}
			}
			for _, tile := range Tiles(testView(composed(readings, config.Fill, 0), size, "midnight")) {
				period, change := uitest.Has(tile, kindPeriod), uitest.Has(tile, kindChange)
				if change && !period {
					t.Errorf("%v, %d tiles: there is a change, but no period", size, n)
				}
				if period && change {
					both++
				} else if period {
					one++
				}
			}
		}
	}
	if both == 0 || one == 0 {
		t.Errorf("%d tiles have both, %d the period alone: the test says little", both, one)
	}
}

// A wider tile of a row has the same baselines, and more room for its words and its
// chart, but not for a period that stands beside that.
func TestPlan_StretchedKeepsItsLines(t *testing.T) {
	narrow := plan{w: 300, numberRoom: 260, numberAt: 100, foot: draw.NewBox(0, 200, 300, 80), spots: map[draw.Kind]spot{
		kindStatus: {x: 20, y: 150, room: 260}, kindChange: {x: 280, y: 150, room: 260, rightmost: true},
		kindPeriod: {x: 280, y: 250, room: 80, rightmost: true},
	}}
	wide := narrow.stretched(400)
	for kind, want := range map[draw.Kind]spot{
		kindStatus: {x: 20, y: 150, room: 360}, kindChange: {x: 380, y: 150, room: 360, rightmost: true},
		kindPeriod: {x: 380, y: 250, room: 80, rightmost: true},
	} {
		if got := wide.spots[kind]; got != want {
			t.Errorf("%s is at %v, want %v", kind, got, want)
		}
	}
	if wide.numberRoom != 360 || wide.numberAt != 100 || wide.foot.W != 400 || narrow.spots[kindChange].x != 280 {
		t.Errorf("got %+v of %+v", wide, narrow)
	}
}

// From the other side of the room the number is what is read first.
func TestTiles_HaveTheNumberAsTheirLargestText(t *testing.T) {
	eachTile(t, func(name string, tile []draw.Element, _ subject) {
		digits := numberOf(tile)
		for _, e := range tile {
			if e.Text != "" && e.Part.Kind != kindNumber && e.Points > digits.Points {
				t.Errorf("%s, %v: %s %q is set in %.0f, the number in %.0f", name, tile[0].Box(), e.Part.Kind, e.Text, e.Points, digits.Points)
			}
		}
	})
}

// The parts of a tile stand below each other: name, number, small text, chart, note;
// but for a chart beside the number, and the bar at an edged tile's foot.
func TestTiles_ReadFromTopToBottom(t *testing.T) {
	eachTile(t, func(name string, tile []draw.Element, _ subject) {
		number := numberOf(tile).Box()
		for _, e := range tile {
			switch b := e.Box(); {
			case e.Part.Kind == kindName && b.Bottom() > number.Y:
				t.Errorf("%s: the name ends at %.0f, the number begins at %.0f", name, b.Bottom(), number.Y)
			case slices.Contains([]draw.Kind{kindChange, kindTarget, kindPeriod, kindNote}, e.Part.Kind) && b.Y < number.Bottom():
				t.Errorf("%s: %s %q stands at %.0f, the number ends at %.0f", name, e.Part.Kind, e.Text, b.Y, number.Bottom())
			case e.Part.Kind == kindChart && b.Y < number.Bottom() && b.X < number.Right():
				t.Errorf("%s: the chart is at %v, the number at %v", name, b, number)
			}
		}
	})
}

// A KPI whose number is far longer than the others does not make all of them small.
func TestNumbers_OfAPageAreNotAllAsSmallAsTheLongest(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes[:4] { // a very wide screen has room for all of it
		set := func(longOnes int) (small, others float32) {
			readings := uitest.Many(6)
			for i, r := range readings {
				r.Status, r.Verdict = kpi.OnTarget, kpi.OnTarget
				uitest.Write(r, "97.3", "")
				if i < longOnes {
					uitest.Write(r, "1,234,567,890.12", "")
				}
			}
			tiles := Tiles(testView(composed(readings, config.Fill, 0), size, "midnight"))
			return numberOf(tiles[0]).Points, numberOf(tiles[5]).Points
		}
		_, usual := set(0)
		if long, other := set(1); other < usual*0.99 || long > other*0.7 {
			t.Errorf("%v: beside one long number in %.0f the others are set in %.0f, else in %.0f", size, long, other, usual)
		}
		if long, other := set(4); long < other*0.99 {
			t.Errorf("%v: most numbers are long, and set in %.0f beside %.0f", size, long, other)
		}
	}
}

// What a number that is too old should be stands in the place of its change, and what
// has no period ends its row with the change.
func TestSpots_ServeWhatTheTileHas(t *testing.T) {
	test.NewTempApp(t)
	status := spot{x: 10, y: 30, room: 600}
	change, period := spot{x: 500, y: 30, room: 600, rightmost: true}, spot{x: 600, y: 30, room: 600, rightmost: true}
	for _, row := range []struct {
		name    string
		status  kpi.Status
		current bool
		shared  bool
		want    map[draw.Kind]float64 // where the pieces end
	}{
		{"a value of before", kpi.OnTarget, false, false, map[draw.Kind]float64{kindChange: 524, kindPeriod: 600}},
		{"a current one", kpi.OnTarget, true, false, map[draw.Kind]float64{kindChange: 600}},
		{"one place, of before", kpi.OnTarget, false, true, map[draw.Kind]float64{kindPeriod: 600}},
		{"one place, current", kpi.OnTarget, true, true, map[draw.Kind]float64{kindChange: 600}},
		{"too old", kpi.Overdue, false, false, map[draw.Kind]float64{kindTarget: 524, kindPeriod: 600}},
	} {
		r := uitest.Reading("a", "A", "12", "", row.status)
		r.Current = row.current
		tl := tile{subject: subjectOf(r), plan: plan{w: 620, pad: 10, small: 20}}
		tl.plan.spots = map[draw.Kind]spot{kindStatus: status, kindChange: change, kindPeriod: period}
		if row.shared {
			tl.plan.spots[kindChange] = period
		}
		got := tl.spots()
		for _, kind := range []draw.Kind{kindChange, kindTarget, kindPeriod} {
			if math.Round(float64(got[kind].x)) != row.want[kind] {
				t.Errorf("%s: %s ends at %.0f, want %.0f", row.name, kind, got[kind].x, row.want[kind])
			}
		}
		if tl.plan.spots[kindStatus] != status {
			t.Errorf("%s: other tiles of the plan get its room", row.name)
		}
	}
}

// In a tile that is low the status moves beside the number, rather than that the number
// becomes as small as words.
func TestPlan_OfALowTileSetsTheStatusBesideTheNumber(t *testing.T) {
	test.NewTempApp(t)
	const floor = 40
	r := uitest.Reading("a", "A", "97", "", kpi.OnTarget)
	moved := 0
	for height := float32(crampedTile * floor); height < 4.2*floor; height += 4 {
		pl := planTiles(20*floor, height, floor, []subject{subjectOf(r)}, look{})
		beside := pl.spots[kindStatus].y == pl.numberAt
		if words := pl.small * draw.CapHeight; !beside && pl.numberCap < numberOverWords*words*0.95 {
			t.Errorf("%.0f high: the number is %.0f high, words are %.0f", height, pl.numberCap, words)
		}
		if !beside {
			continue
		}
		moved++
		if air := pl.spots[kindStatus].x - pl.pad - pl.numberRoom; air < pl.small*pieceGap*0.99 {
			t.Errorf("%.0f high: a number as wide as can be is %.0f before its status", height, air)
		}
		if above, below := pl.numberAt-pl.numberCap-pl.nameAt, pl.h-pl.numberAt; below > above*1.5 {
			t.Errorf("%.0f high: %.0f is free below the number, %.0f above it", height, below, above)
		}
	}
	if moved == 0 {
		t.Error("the status never stands beside the number: the test says little")
	}
}
