package ui

import (
	"fmt"
	"image"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/demo"
	"kpiwall/data/kpi"
	"kpiwall/data/record/recordtest"
	"kpiwall/data/store"
	"kpiwall/ui/uitest"
)

// exhibit is a board whose picture is kept.
type exhibit struct {
	top     string // of the config, above its pages
	page    string // the keys of its page; without tiles or a style it has all KPIs
	kpis    []exhibited
	upright bool
}

// exhibited is one of its KPIs, by the order in which they are called k0, k1 and so on.
type exhibited struct {
	name, every string
	keys        string
	numbers     []float64 // by period, oldest first; the last is that of the period before now
	back        int       // so many periods more before now
	days        []float64 // by day, the last is that of today, which is a Friday
	note        string    // of the last
}

// wave are numbers about the last one.
func wave(last float64) (numbers []float64) {
	for i := range 11 {
		numbers = append(numbers, last*(0.92+0.02*float64(i*7%9)))
	}
	return append(numbers, last)
}

// board judges the exhibit's values as the wall does.
func (e exhibit) board(t *testing.T) *board.Board {
	t.Helper()
	var ids, defined []string
	for i, k := range e.kpis {
		ids = append(ids, fmt.Sprintf("%q", fmt.Sprint("k", i)))
		defined = append(defined, fmt.Sprintf("[kpi.k%d]\nname = %q\nevery = %q\n%s", i, k.name, k.every, k.keys))
	}
	if !strings.Contains(e.page, "tiles =") && !strings.Contains(e.page, "objectives") {
		e.page += "\ntiles = [" + strings.Join(ids, ", ") + "]"
	}
	cfg := recordtest.Parse(t, "title = \"Larkspur Software\"\ntimezone = \"UTC\"\n"+e.top+"\n[page.p]\n"+e.page+"\n"+strings.Join(defined, "\n"))
	var values []store.Value
	for i := range e.kpis {
		values = append(values, e.kpis[i].values(cfg, cfg.KPI(fmt.Sprint("k", i)))...)
	}
	return boardWith(t, cfg, values)
}

func (e *exhibited) values(cfg *config.Config, k *kpi.KPI) (values []store.Value) {
	c := cfg.Calendar.For(k)
	put := func(at kpi.At, n float64) {
		values = append(values, store.Value{KPI: k.ID, Value: kpi.Value{At: at, Number: n}})
	}
	for i, n := range e.numbers {
		put(c.AtFor(k, c.Add(c.Period(k.Every, uitest.Now), i-len(e.numbers)-e.back), uitest.Now), n)
	}
	for i, n := range e.days {
		put(kpi.At{Day: kpi.DateOf(uitest.Now.AddDate(0, 0, i+1-len(e.days)))}, n)
	}
	if len(values) > 0 {
		values[len(values)-1].Note = e.note
	}
	return values
}

// boardWith returns the board of a config whose store holds some values.
func boardWith(t *testing.T, cfg *config.Config, values []store.Value) *board.Board {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := store.Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return uitest.Now }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Put(t.Context(), values...); err != nil {
		t.Fatal(err)
	}
	b, err := board.Build(t.Context(), cfg, board.FromStore(s), uitest.Now)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A small picture is enough to see that a page looks as it did.
func TestPictures_OfTheGalleryAreThoseThatWereAccepted(t *testing.T) {
	for name, e := range gallery {
		t.Run(name, func(t *testing.T) {
			width, height := 640, 360
			if e.upright {
				width, height = 360, 640
			}
			s := newScreen(t, nil)
			s.Content().Resize(fyne.NewSize(float32(width), float32(height)))
			s.SetBoard(e.board(t))
			img, _ := s.Content().Frame(width, height)
			wantPicture(t, filepath.Join("testdata", "gallery", strings.ReplaceAll(name, " ", "-")+".png"), img, s.foreign()...)
		})
	}
}

// foreign returns where letters stand that the machine's own fonts draw: they look another
// way on another one.
func (s *screen) foreign() (at []image.Rectangle) {
	for _, l := range append(s.layers.tiles, s.layers.header) {
		for _, e := range l.Shown {
			if strings.ContainsFunc(e.Text, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }) {
				b := e.Box().Inset(-e.Points / 2)
				at = append(at, image.Rect(int(b.X), int(b.Y), int(b.Right())+1, int(b.Bottom())+1))
			}
		}
	}
	return at
}

// What people see who think about the program is what it looks like now.
func TestPictures_OfTheREADMEAreThoseOfTheExampleBoard(t *testing.T) {
	cfg, err := config.Load("../config.example.toml")
	if err != nil {
		t.Fatal(err)
	}
	b := boardWith(t, cfg, demo.Values(cfg, uitest.Now))
	b.Demo = true
	s := newScreenWith(t, b, &testDesk{})
	s.ShowPage("customers")
	look := func(name string) {
		s.Redraw()
		img, _ := s.Content().Frame(1280, 720)
		wantPicture(t, filepath.Join("..", "assets", name), img)
	}
	look("wall.png")
	s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	look("detail.png")
}
