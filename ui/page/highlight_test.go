package page

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

func TestChanged_FramesTheTilesWhoseValueChanged(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for _, groups := range [][]int{nil, {2, 4}} {
			v := testView(composed(uitest.Many(6), config.Fill, 0, groups...), size, "midnight")
			v.Changed = map[string]time.Time{"k1": uitest.Now, "k4": uitest.Now, "gone": uitest.Now}
			tiles := Tiles(v)
			frames := Changed(v, tiles)
			if len(frames) != 2 {
				t.Fatalf("%v: %d frames", size, len(frames))
			}
			for i, id := range []string{"k1", "k4"} {
				e, fill := frames[i], tiles[map[string]int{"k1": 1, "k4": 4}[id]][0]
				if e.Part.Of != id || !uitest.Within(e, fill.Box()) || e.Size.Width < fill.Size.Width*0.9 {
					t.Errorf("%v: frame %d is of %q at %v, the tile is %v", size, i, e.Part.Of, e.Box(), fill.Box())
				}
				if themes.Contrast(e.Line, fill.Color) < 4.5 || e.Color != themes.Clear || e.Stroke <= 0 {
					t.Errorf("%v: the frame is %v on %v", size, e.Line, fill.Color)
				}
			}
		}
	}
}

func TestChosen_FramesOneTileFromOutside(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		v := testView(uitest.Board(uitest.Many(6)...), size, "midnight")
		tiles := Tiles(v)
		if got := Chosen(v, tiles); len(got) > 0 {
			t.Errorf("%v: none is chosen, %v is framed", size, got)
		}
		for i, id := range v.Shown().Tiles {
			v.Marked = id
			frames := Chosen(v, tiles)
			if len(frames) != 1 || frames[0].Part.Of != id {
				t.Fatalf("%v: of %s there is %v", size, id, frames)
			}
			e := frames[0]
			inner := e.Box().Inset(e.Stroke / 2)
			if !uitest.Within(tiles[i][0], inner) {
				t.Errorf("%v: the frame of %s is %v, and covers its tile %v", size, id, e.Box(), tiles[i][0].Box())
			}
			for j, tile := range tiles {
				if j != i && uitest.Overlap(draw.Element{At: e.At, Size: e.Size}, tile[0]) {
					t.Errorf("%v: the frame of %s lies over tile %d", size, id, j)
				}
			}
		}
	}
}

func TestPanel_LeavesTheHeaderAndTheFooterInSight(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for _, trouble := range []bool{false, true} {
			v := testView(uitest.Board(uitest.Many(3)...), size, "midnight")
			if trouble {
				v.Unsaved = []string{"Churn 2.1% for November is not saved: the disk is full"}
			}
			for _, want := range []float32{10, 100, 5000} {
				var s draw.Sheet
				Panel(&s, v, want)
				panel, _ := uitest.Part(s.Elements, "panel")
				if dim, _ := uitest.Part(s.Elements, "dim"); dim.Size != size {
					t.Errorf("%v: the wall is dimmed in %v", size, dim.Size)
				}
				if !uitest.Within(panel, draw.NewBox(0, 0, size.Width, size.Height)) {
					t.Errorf("%v: the panel is %v", size, panel.Box())
				}
				for _, e := range s.Elements {
					if e.Text != "" && uitest.Overlap(e, panel) {
						t.Errorf("%v: the panel %v covers %q", size, panel.Box(), e.Text)
					}
				}
				in := PanelRoom(v)
				if in.X <= panel.At.X || in.Right() >= panel.Box().Right() || in.Y <= panel.At.Y || want == 5000 && in.Bottom() >= panel.Box().Bottom() {
					t.Errorf("%v: in a panel of %v there is room of %v", size, panel.Box(), in)
				}
			}
		}
	}
}
