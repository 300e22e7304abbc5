package ui

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/themes"
)

// gallerySizes are the usual screens: HD in two resolutions, 4K, upright and
// very wide.
var gallerySizes = [][2]int{{1280, 720}, {1920, 1080}, {3840, 2160}, {1080, 1920}, {3440, 1440}}

var styleNames = map[config.Style]string{config.Fill: "fill", config.Edge: "edge"}

// Gallery is every page of a board in every theme, style and usual size.
type Gallery struct {
	Board *board.Board
	Now   time.Time

	// Filter is a part of the names of the pictures that are drawn, in which a star
	// stands for anything: "growth-*-1920x1080". Without one all of them are.
	Filter string

	// Progress is called, if it is not nil, after each picture, by one goroutine at a
	// time.
	Progress func(done, of int)
}

// galleryShot is one picture of a gallery.
type galleryShot struct {
	board         *board.Board
	page, name    string
	width, height int
}

// Save draws the gallery into PNG files in a folder, which is made if need be, with all
// processors. It needs what [Shot] needs.
func (g Gallery) Save(folder string) error {
	shots, err := g.shots()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return finding.New("shot.folder", finding.Args{"Why": err})
	}
	todo := make(chan galleryShot)
	saved := make(chan error)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for s := range todo {
				saved <- SaveShot(s.board, s.page, s.width, s.height, g.Now, filepath.Join(folder, s.name))
			}
		})
	}
	go func() {
		for _, s := range shots {
			todo <- s
		}
		close(todo)
		workers.Wait()
		close(saved)
	}()
	return g.follow(saved, len(shots))
}

// follow waits for all pictures, says how far they are and returns the first error.
func (g Gallery) follow(saved <-chan error, of int) (first error) {
	done := 0
	for err := range saved {
		if err != nil && first == nil {
			first = err
		}
		if done++; g.Progress != nil {
			g.Progress(done, of)
		}
	}
	return first
}

// shots returns the pictures that are to be drawn.
func (g Gallery) shots() (out []galleryShot, err error) {
	for _, screen := range galleryScreens(g.Board.Config.Screen) {
		c, shown := *g.Board.Config, *g.Board
		c.Screen, shown.Config = screen, &c
		look := filepath.Base(themes.Of(screen).Name) + "-" + styleNames[screen.Style]
		for _, p := range c.Pages {
			for _, size := range gallerySizes {
				name := fmt.Sprintf("%s-%s-%dx%d.png", p.ID, look, size[0], size[1])
				if ok, err := path.Match("*"+g.Filter+"*", name); err != nil || !ok {
					continue
				}
				out = append(out, galleryShot{&shown, p.ID, name, size[0], size[1]})
			}
		}
	}
	if len(out) == 0 {
		return nil, finding.New("shot.no_match", finding.Args{"Filter": g.Filter})
	}
	return out, nil
}

// galleryScreens returns a screen in every built-in theme, and in its own one,
// in every style.
func galleryScreens(s config.Screen) []config.Screen {
	var out []config.Screen
	for _, style := range []config.Style{config.Fill, config.Edge} {
		s.Style = style
		if s.Own != nil {
			out = append(out, s)
		}
		for _, name := range themes.Names() {
			builtIn := s
			builtIn.Theme, builtIn.Own = name, nil
			out = append(out, builtIn)
		}
	}
	return out
}
