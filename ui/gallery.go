package ui

import (
	"fmt"
	"os"
	"path/filepath"
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

// Gallery draws every page of a board in every theme, style and usual size into
// PNG files in a folder, which is made if need be. It needs what [Shot] needs.
func Gallery(b *board.Board, now time.Time, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return finding.New("shot.folder", finding.Args{"Why": err})
	}
	for _, screen := range galleryScreens(b.Config.Screen) {
		c, shown := *b.Config, *b
		c.Screen, shown.Config = screen, &c
		look := filepath.Base(themes.Of(screen).Name) + "-" + styleNames[screen.Style]
		for _, page := range c.Pages {
			for _, size := range gallerySizes {
				name := fmt.Sprintf("%s-%s-%dx%d.png", page.ID, look, size[0], size[1])
				if err := SaveShot(&shown, page.ID, size[0], size[1], now, filepath.Join(folder, name)); err != nil {
					return err
				}
			}
		}
	}
	return nil
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
