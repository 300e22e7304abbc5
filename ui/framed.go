package ui

import "kpiwall/themes"

// composeChanged frames the tiles whose value changed a moment ago. The frame
// stands still and goes: nothing blinks.
func composeChanged(v view, tiles [][]element) []element {
	var s sheet
	f := v.frame()
	for _, t := range tiles {
		for id := range v.changed {
			if len(t) == 0 || t[0].part != "fill of tile "+id {
				continue
			}
			d := f.gap * 0.25
			b := box{t[0].at.X, t[0].at.Y, t[0].size.Width, t[0].size.Height}.inset(d)
			e := s.rect("changed tile", b, themes.Clear, max(0, t[0].radius-d))
			e.stroke, e.line = f.gap*0.22, themes.Ink(t[0].color)
		}
	}
	return s.elements
}

// composeMark frames the chosen tile.
func composeMark(v view, tiles [][]element) []element {
	for _, t := range tiles {
		if len(t) == 0 || t[0].part != "fill of tile "+v.marked {
			continue
		}
		var s sheet
		f := v.frame()
		d := f.gap * 0.5
		b := box{t[0].at.X - d, t[0].at.Y - d, t[0].size.Width + 2*d, t[0].size.Height + 2*d}
		e := s.rect("chosen tile", b, themes.Clear, t[0].radius+d)
		e.stroke, e.line = f.gap*0.4, themes.Ink(v.palette.Ground)
		return s.elements
	}
	return nil
}
