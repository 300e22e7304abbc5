package page

import (
	"math"

	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// The padding and the corners of an overlay's panel, in floor sizes; and its width, in
// floor sizes and as a share of the screen's, whichever is more.
const (
	panelPad    = 0.9
	panelCorner = 0.3
	panelWidth  = 30
	panelShare  = 0.75
)

// veil is how much of the wall's ground lies between the wall and an overlay: so much
// that what it covers is known by its place and not read, and the loudest tile is no
// louder than the others. edgeShade is how far the edge of a panel is from its own
// colour to that of its ink.
const (
	veil      = 226
	edgeShade = 0.22
	edgeWidth = 0.04 // in floor sizes
)

// nearScale is the smallest text that is for people at the screen, in floor sizes, and
// minNear the same as a share of the screen's shorter side, for the same reason as the
// floor has one.
const (
	nearScale = 0.62
	minNear   = 0.022
)

// NearSize is the size of text that is called up by people who stand at the screen: it
// may be smaller than the wall's floor. It is whole: the characters of other sizes
// stand too far apart.
func NearSize(v View) float32 {
	return whole(max(v.plainFrame().Floor*nearScale, minNear*min(v.Size.Width, v.Size.Height)))
}

// minPanelLines is how many lines a panel has room for at least: on a screen made to be
// read from afar its text is smaller for that, as the person at the keyboard is near;
// and nearOfText is the size of what is for that person alone, in sizes of the text.
const (
	minPanelLines = 17
	nearOfText    = 0.75
)

// PanelText returns the size of an overlay's text, and of what in it is for the person
// at the keyboard alone. Trouble, which takes room from the panel, does not change it.
func PanelText(v View) (size, near float32) {
	f, least := v.plainFrame(), MinNearSize(v)
	size = max(least, min(f.Floor, (f.Tiles.H-2*f.Floor*panelPad)/minPanelLines))
	return size, max(least, min(size*nearOfText, NearSize(v)))
}

// MinNearSize is the smallest of these sizes on any screen.
func MinNearSize(v View) float32 { return whole(minNear * min(v.Size.Width, v.Size.Height)) }

func whole(v float32) float32 { return float32(math.Ceil(float64(v))) }

// PanelRoom returns the room inside the panel of every overlay: below the header, so
// that the clock and the badges stay in sight, and above the footer.
func PanelRoom(v View) draw.Box { return panelPlace(v).Inset(v.Frame().Floor * panelPad) }

func panelPlace(v View) draw.Box {
	f := v.Frame()
	w := min(f.Tiles.W, max(f.Floor*panelWidth, v.Size.Width*panelShare))
	return draw.NewBox((v.Size.Width-w)/2, f.Tiles.Y, w, f.Tiles.H)
}

// Panel draws the ground of an overlay around height of content in [PanelRoom], from
// its top on. What tells that the wall lives, and whether it is to be trusted, stays in
// sight beside it.
func Panel(s *draw.Sheet, v View, height float32) {
	floor, p, b := v.Frame().Floor, v.Palette, panelPlace(v)
	ground := p.Ground
	ground.A = veil
	s.Rect("dim", draw.NewBox(0, 0, v.Size.Width, v.Size.Height), ground, 0)
	Corner(s, v)
	Age(s, v)
	Banner(s, v)
	b.H = min(b.H, height+2*floor*panelPad)
	e := s.Rect("panel", b, p.Panel, floor*panelCorner)
	e.Stroke, e.Line = max(1, floor*edgeWidth), themes.Mix(p.Panel, themes.Ink(p.Panel), edgeShade)
}
