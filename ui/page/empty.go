package page

import "kpiwall/ui/draw"

// Measures of the words on a page without tiles, in their font sizes where nothing
// else is said.
const (
	messageScale = 1.6  // font size, in floor sizes
	messageAt    = 0.25 // of the height of the place for tiles
	messageLead  = 1.2
	reasonLead   = 1.3
	reasonGap    = 0.4
	messageLines = 3 // of the message, and of each reason, at most
)

// Empty fills the place of the tiles where there is no page to show,
// with what is wrong in words that reach across the room.
func Empty(v View) []draw.Element {
	var s draw.Sheet
	f := v.Frame()
	say := v.Words()
	text := say.Say("wall.no_page", nil)
	if len(v.Board.Findings) > 0 {
		text = say.Say("wall.no_board", nil)
	}
	k := v.TitleInk()
	k.Size = f.Floor * messageScale
	y := f.Tiles.Y + f.Tiles.H*messageAt
	for _, line := range k.Face.Wrap(text, k.Size, f.Tiles.W, messageLines) {
		s.Text("message", line, f.Tiles.X, y, k)
		y += k.Size * messageLead
	}
	k = v.quietInk()
	for _, found := range v.Board.Findings {
		for _, line := range k.Face.Wrap(say.Wall(found, v.Now), k.Size, f.Tiles.W, messageLines) {
			if y += k.Size * reasonLead; y < f.Tiles.Bottom() {
				s.Text("reason", line, f.Tiles.X, y, k)
			}
		}
		y += k.Size * reasonGap
	}
	return s.Elements
}
