// Package overlay is what stands over the wall: the stack of overlays, the last of
// which has the keys; bindings, of which keys, hints and help are made; the panel
// that forms and lists are drawn on; and the overlays that change nothing: help, the
// question before the wall is closed, what cannot be read from afar, and one KPI
// full screen.
package overlay

import (
	"kpiwall/data/board"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Overlay is something that stands over the wall and has the keys until it is
// closed. Escape always leads one step back.
type Overlay interface {
	// Compose draws the overlay over the page of v.
	Compose(v page.View) []draw.Element

	// Section names the overlay and says what its keys do. It is asked for each
	// key, and for the manual of an overlay that is not open.
	Section() Section

	// Refuse hears why a key that was pressed does nothing now.
	Refuse(why string)

	// Tick tells the overlay on top that a second is over.
	Tick()

	// Uncovered tells it that what stood over it was closed, and Closed that it was
	// closed itself.
	Uncovered()
	Closed()

	// TakesValues reports whether values are entered in it: then it goes after a
	// short time without keys.
	TakesValues() bool
}

// Base is an overlay's answer to what does not concern it. It is to be embedded.
type Base struct{}

// Refuse says nothing.
func (Base) Refuse(string) {}

// Tick does nothing.
func (Base) Tick() {}

// Uncovered does nothing.
func (Base) Uncovered() {}

// Closed does nothing.
func (Base) Closed() {}

// TakesValues is false.
func (Base) TakesValues() bool { return false }

// Wall is what the overlays here see of the wall that they stand over.
type Wall interface {
	Board() *board.Board
	Page() int       // index of the page that stands
	Say(text string) // answers somebody at the screen
}
