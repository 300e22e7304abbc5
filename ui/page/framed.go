package page

import (
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Changed frames the tiles whose value changed a moment ago. The frame
// stands still and goes: nothing blinks.
func Changed(v View, tiles [][]draw.Element) []draw.Element {
	var s draw.Sheet
	f := v.Frame()
	for _, t := range tiles {
		for id := range v.Changed {
			if len(t) == 0 || t[0].Part != "fill of tile "+id {
				continue
			}
			d := f.gap * 0.25
			b := t[0].Box().Inset(d)
			e := s.Rect("changed tile", b, themes.Clear, max(0, t[0].Radius-d))
			e.Stroke, e.Line = f.gap*0.22, themes.Ink(t[0].Color)
		}
	}
	return s.Elements
}

// Chosen frames the chosen tile.
func Chosen(v View, tiles [][]draw.Element) []draw.Element {
	for _, t := range tiles {
		if len(t) == 0 || t[0].Part != "fill of tile "+v.Marked {
			continue
		}
		var s draw.Sheet
		f := v.Frame()
		d := f.gap * 0.5
		b := t[0].Box().Inset(-d)
		e := s.Rect("chosen tile", b, themes.Clear, t[0].Radius+d)
		e.Stroke, e.Line = f.gap*0.4, themes.Ink(v.Palette.Ground)
		return s.Elements
	}
	return nil
}
