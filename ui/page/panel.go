package page

import (
	"image/color"

	"kpiwall/ui/draw"
)

// The padding and the corners of an overlay's panel, in floor sizes.
const (
	panelPad    = 0.9
	panelCorner = 0.3
)

// dim is what lies between the wall and an overlay.
var dim = color.NRGBA{0, 0, 0, 190}

// PanelRoom returns the room that an overlay has inside at most.
func PanelRoom(v View) (width, height float32) {
	f := v.Frame()
	pad := f.Floor * panelPad
	return f.Tiles.W - 2*pad, v.Size.Height - 2*f.gap - 2*pad
}

// Panel draws the ground of an overlay around height of content, and returns
// the room inside.
func Panel(s *draw.Sheet, v View, width, height float32) draw.Box {
	f, p := v.Frame(), v.Palette
	s.Rect("dim", draw.NewBox(0, 0, v.Size.Width, v.Size.Height), dim, 0)
	pad := f.Floor * panelPad
	w := min(width+2*pad, f.Tiles.W)
	h := min(height+2*pad, v.Size.Height-2*f.gap)
	b := draw.NewBox((v.Size.Width-w)/2, (v.Size.Height-h)/2, w, h)
	s.Rect("panel", b, p.Panel, f.Floor*panelCorner)
	return b.Inset(pad)
}
