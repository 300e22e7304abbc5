// Package page composes the pages of the wall: header, tiles, strip and footer,
// by pure functions of a [View] that return lists of elements. It decides what
// stands where and how large, what is left out where there is no room, and finds
// what cannot be read from afar.
package page

import (
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/words"
	"kpiwall/themes"
)

// View is all that decides what a page looks like at one moment.
type View struct {
	Size    fyne.Size
	Board   *board.Board
	Palette themes.Palette
	Logo    *Logo         // nil: none
	Page    int           // index into the board's pages
	Now     time.Time     // for the clock; it ticks
	Left    time.Duration // until the page turns
	Held    bool
	Paging  bool // there is more than one page in rotation
	Notice  string
	Past    string               // says that the board is one of the past that somebody looks back to; empty: it is not
	Keys    []string             // what somebody has to know who sees the wall for the first time, the longest text first; none: nobody does
	Unsaved []string             // values that somebody entered and that could not be saved so far
	Calm    bool                 // the clock ticks slowly
	Changed map[string]time.Time // KPIs whose value changed a moment ago
	Marked  string               // the KPI that the arrows have chosen, or none
}

// Zone returns the board's time zone.
func (v View) Zone() *time.Location { return v.Board.Config.Calendar.Zone }

// Words returns the speech of the board.
func (v View) Words() *words.Speech { return words.Of(v.Board.Config) }

// Shown returns the configuration of the page shown, or nil without pages.
func (v View) Shown() *config.Page {
	if pages := v.Board.Config.Pages; v.Page < len(pages) {
		return &pages[v.Page]
	}
	return nil
}

// Frame divides the canvas of the view, with room for its trouble.
func (v View) Frame() Frame {
	return v.frameWith(len(v.trouble(v.plainFrame())))
}

// plainFrame divides the canvas as if there were no trouble: all but the tiles and
// the banner are where they are in [View.Frame], at less expense.
func (v View) plainFrame() Frame { return v.frameWith(0) }

// frameWith divides the canvas where there are lines of trouble.
func (v View) frameWith(lines int) Frame {
	f := newFrame(v.Size, v.Board.Config.Screen, lines)
	if p := v.Shown(); p != nil && p.Overview { // it has no strip
		free := f.Footer.Y - f.Strip.Y
		f.Tiles.H, f.banner.Y = f.Tiles.H+free, f.banner.Y+free
	}
	if v.Palette.Brand.A > 0 {
		f.Tiles.Y += f.gap * brandAir
		f.Tiles.H -= f.gap * brandAir
	}
	return f
}
