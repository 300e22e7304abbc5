package ui

import (
	"image/color"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// pageKinds are the kinds of pages that there are, by how they change a board of six.
var pageKinds = map[string]func(*config.Config) (tiles int){
	"tiles": func(*config.Config) int { return 6 },
	"hero": func(c *config.Config) int {
		c.Pages[0].Heroes, c.Screen.Style, c.Screen.Theme = []string{"k0"}, config.Edge, "daylight"
		return 5
	},
	"groups": func(c *config.Config) int {
		c.Pages[0].Groups = []config.Group{{Title: "Sales", Tiles: []string{"k0", "k1"}}, {Title: "Support", Tiles: []string{"k2", "k3"}}}
		c.Screen.Theme, c.Screen.Brand = "okabe", color.NRGBA{230, 0, 126, 255}
		c.Charts = map[string]config.Chart{"k0": config.Bullet, "k3": config.Bullet}
		return 4
	},
	"poster": func(c *config.Config) int { c.Screen.Theme = "contrast"; return 1 },
}

// boardOf returns a board whose first page is of a kind.
func boardOf(kind string) *board.Board {
	b := uitest.Board(goldenReadings(6)...)
	n := pageKinds[kind](b.Config)
	b.Config.Pages[0].Tiles = b.Config.Pages[0].Tiles[:n]
	return b
}

// fullScreen returns a wall in full HD whose picture was painted once.
func fullScreen(t testing.TB, kind string) *screen {
	s := newScreen(t, boardOf(kind))
	s.Content().Resize(fyne.NewSize(1920, 1080))
	s.Content().Frame(1920, 1080)
	return s
}

// What a page of each kind costs in full HD, painted in whole and in a tick of the
// clock.
func BenchmarkPaint(b *testing.B) {
	for kind := range pageKinds {
		b.Run(kind, func(b *testing.B) { benchmarkWhole(b, fullScreen(b, kind)) })
	}
	b.Run("one KPI", func(b *testing.B) {
		s := fullScreen(b, "tiles")
		s.press(fyne.KeyDown, fyne.KeyReturn)
		benchmarkWhole(b, s)
	})
	b.Run("help", func(b *testing.B) {
		s := fullScreen(b, "tiles")
		s.write("?")
		benchmarkWhole(b, s)
	})
	b.Run("tick", func(b *testing.B) {
		s := fullScreen(b, "tiles")
		tick := [2][]draw.Element{}
		for i := range tick {
			tick[i] = s.layers.header.Shown
			s.wait(time.Second)
		}
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			s.layers.header.Set(tick[i%2])
			s.Content().Frame(1920, 1080)
		}
	})
}

func benchmarkWhole(b *testing.B, s *screen) {
	b.ReportAllocs()
	for b.Loop() {
		s.layers.scene.Redraw()
		s.Content().Frame(1920, 1080)
	}
}

// The window of Fyne's drivers shows the very picture that a shot is.
func TestShot_IsWhatTheWindowShows(t *testing.T) {
	for kind := range pageKinds {
		b := boardOf(kind)
		s := newScreen(t, b)
		window := s.window.Canvas().Capture()
		test.NewTempApp(t)
		shot, err := Shot(b, "", 1280, 720, uitest.Now)
		if err != nil {
			t.Fatal(err)
		}
		if window.Bounds() != shot.Bounds() {
			t.Fatalf("%s: the window is %v, the shot %v", kind, window.Bounds(), shot.Bounds())
		}
		for y := range 720 {
			for x := range 1280 {
				if p, q := color.RGBAModel.Convert(window.At(x, y)), shot.At(x, y); p != q {
					t.Fatalf("%s: at %d, %d the window is %v, the shot %v", kind, x, y, p, q)
				}
			}
		}
	}
}

// Whatever keys, values and time change is painted anew; what is not would stay on the
// wall for hours.
func TestWall_PaintedInPartsIsAsInWhole(t *testing.T) {
	o := newOffice(t, "")
	o.SetBoard(uitest.ThreePages())
	r := rand.New(rand.NewPCG(5, 6))
	keys := []fyne.KeyName{
		fyne.KeyRight, fyne.KeyLeft, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEscape,
		fyne.KeyTab, fyne.KeySpace, fyne.KeyDelete,
	}
	o.frame()
	for round := range 150 {
		var did string
		switch r.IntN(4) {
		case 0:
			did = string("?lehnu12.,"[r.IntN(10)])
			o.write(did)
		case 1:
			did = "later"
			o.SetBoard(later(o.board, "a", strconv.Itoa(r.IntN(1000)), kpi.OnTarget))
		case 2:
			did = "wait"
			o.wait(time.Duration(1+r.IntN(12)) * time.Second)
		default:
			k := keys[r.IntN(len(keys))]
			did = string(k)
			o.press(k)
		}
		parts, _ := o.frame()
		o.layers.scene.Redraw()
		if whole, _ := o.frame(); apart(parts, whole) > 0 {
			t.Fatalf("round %d, after %q, something of before is left", round, did)
		}
	}
}
