package page

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// One in trouble stays in sight while another page stands.
func TestStrip_HasAMarkForEveryKPIOfTheBoard(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		b := uitest.Board(uitest.Many(9)...)
		v := testView(b, size, "midnight")
		v.Page = 1 // of one tile
		strip := Strip(v)
		at := float32(0)
		for _, k := range b.Config.KPIs {
			r, mine := b.Readings[k.ID], uitest.Tile(strip, k.ID)
			mark, ok := uitest.Part(mine, "mark in the strip")
			if !ok || mark.Art != draw.Art(chart.MarkOf(r.Status)) || mark.Color != StatusInk(r.Status, v.Palette) {
				t.Errorf("%v: the mark of %s is %v in %v", size, k.ID, mark.Art, mark.Color)
			}
			if mark.At.X <= at {
				t.Errorf("%v: the mark of %s is not behind the one before it", size, k.ID)
			}
			at = mark.Box().Right()
			if underlined := uitest.Has(mine, "underline in the strip"); underlined != (k.ID == "k0") {
				t.Errorf("%v: %s is underlined: %v", size, k.ID, underlined)
			}
		}
	}
}

func TestStrip_StandsInItsOwnRoom(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 1; n <= 40; n += 3 {
			v := testView(uitest.Board(uitest.Many(n)...), size, "midnight")
			for _, mark := range Strip(v) {
				for _, e := range Footer(v) {
					if e.Text != "" && uitest.Overlap(mark, e) {
						t.Errorf("%v, %d KPIs: a mark at %v lies over %q", size, n, mark.Box(), e.Text)
					}
				}
				if f := v.Frame(); mark.At.Y < f.Tiles.Bottom() || !uitest.Within(mark, f.Strip) {
					t.Errorf("%v, %d KPIs: a mark stands at %v, the strip is %v", size, n, mark.Box(), f.Strip)
				}
			}
		}
	}
}

// Marks that run into each other say nothing.
func TestStrip_IsLeftOutWhereItsMarksWouldTouch(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		shown := true
		for n := 5; n <= 200; n += 5 {
			strip := Strip(testView(uitest.Board(uitest.Many(n)...), size, "midnight"))
			if !shown && strip != nil {
				t.Errorf("%v: %d KPIs have room, fewer have not", size, n)
			}
			shown = strip != nil
			for i := range strip {
				for _, o := range strip[i+1:] {
					if uitest.Overlap(strip[i], o) && strip[i].Part.Of != o.Part.Of {
						t.Fatalf("%v, %d KPIs: two marks touch", size, n)
					}
				}
			}
		}
		if shown {
			t.Errorf("%v: 200 KPIs have a strip", size)
		}
	}
}

// A board may have more KPIs than marks of the usual size have room.
func TestStrip_SetsManyMarksSmaller(t *testing.T) {
	test.NewTempApp(t)
	strip := Strip(testView(uitest.Board(uitest.Many(30)...), uitest.Sizes[1], "midnight"))
	if n := len(uitest.Tile(strip, "k29")); n == 0 {
		t.Error("thirty KPIs have no strip")
	}
}

func TestStatusInk_ColoursVerdictsAlone(t *testing.T) {
	for _, name := range themes.Names() {
		p, _ := themes.Named(name)
		quiet := StatusInk(kpi.NoTarget, p)
		for _, s := range []kpi.Status{kpi.NoValue, kpi.Overdue, kpi.InProgress} {
			if StatusInk(s, p) != quiet {
				t.Errorf("%s: %v has a colour of its own", name, s)
			}
		}
		for _, s := range []kpi.Status{kpi.Near, kpi.Below, kpi.Above} {
			if StatusInk(s, p) == quiet {
				t.Errorf("%s: %v has no colour", name, s)
			}
		}
	}
}
