package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/ui/overlay"
)

// selection is the tile that the arrows have chosen on the page that stands. It
// knows neither the page nor the clock: every method is told what it needs.
type selection struct{ kpi string } // empty: none

// none reports whether no tile is chosen.
func (s *selection) none() bool { return s.kpi == "" }

func (s *selection) clear() { s.kpi = "" }

// move chooses the first of tiles, or the next one in the direction of key; up
// begins at the last.
func (s *selection) move(tiles []string, key fyne.KeyName) {
	if len(tiles) == 0 {
		return
	}
	n, back := len(tiles), key == fyne.KeyUp || key == fyne.KeyLeft
	switch i := slices.Index(tiles, s.kpi); {
	case i < 0 && back:
		s.kpi = tiles[n-1]
	case i < 0:
		s.kpi = tiles[0]
	case back:
		s.kpi = tiles[(i+n-1)%n]
	default:
		s.kpi = tiles[(i+1)%n]
	}
}

// follow ends the choice of a tile that is gone from the page.
func (s *selection) follow(tiles []string) {
	if !slices.Contains(tiles, s.kpi) {
		s.clear()
	}
}

// tick ends the choice after a time without keys.
func (s *selection) tick(quiet time.Duration) {
	if quiet >= overlay.EntryIdle {
		s.clear()
	}
}
