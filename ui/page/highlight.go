package page

import (
	"image/color"

	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// outline is a frame along the edge of a tile; its measures are in gaps of tiles.
type outline struct {
	kind  draw.Kind
	inset float32
	width float32
}

var (
	changedOutline = outline{"changed", 0.25, 0.22}
	chosenOutline  = outline{"chosen", -0.5, 0.4}

	changedLine = outline{"changed", -0.22, 0.22} // of an overview, which is too low for one within
)

// Changed frames the tiles whose value changed a moment ago. The frame
// stands still and goes: nothing blinks.
func Changed(v View, tiles [][]draw.Element) []draw.Element {
	var s draw.Sheet
	page := v.Shown()
	for _, t := range tiles {
		if len(t) == 0 {
			continue
		}
		switch _, changed := v.Changed[t[0].Part.Of]; {
		case !changed || t[0].Part.Kind != kindFill:
		case page != nil && page.Overview:
			changedLine.draw(&s, v, t[0], themes.Ink(v.Palette.Ground))
		default:
			changedOutline.draw(&s, v, t[0], themes.Ink(t[0].Color))
		}
	}
	return s.Elements
}

// Chosen frames the chosen tile.
func Chosen(v View, tiles [][]draw.Element) []draw.Element {
	var s draw.Sheet
	for _, t := range tiles {
		if len(t) > 0 && t[0].Part == (draw.PartID{Kind: kindFill, Of: v.Marked}) {
			chosenOutline.draw(&s, v, t[0], themes.Ink(v.Palette.Ground))
		}
	}
	return s.Elements
}

// draw frames the tile that a fill belongs to.
func (o outline) draw(s *draw.Sheet, v View, fill draw.Element, c color.NRGBA) {
	gap := v.plainFrame().gap
	d := gap * o.inset
	s.Of = fill.Part.Of
	e := s.Rect(o.kind, fill.Box().Inset(d), themes.Clear, max(0, fill.Radius-d))
	e.Stroke, e.Line = gap*o.width, c
}
