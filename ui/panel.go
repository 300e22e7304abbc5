package ui

import "image/color"

// dim is what lies between the wall and an overlay.
var dim = color.NRGBA{0, 0, 0, 190}

// drawPanel draws the ground of an overlay around height of content, and returns
// the room inside.
func drawPanel(s *sheet, v view, width, height float32) box {
	f, p := v.frame(), v.palette
	s.rect("dim", box{0, 0, v.size.Width, v.size.Height}, dim, 0)
	pad := f.floor * 0.9
	w := min(width+2*pad, f.tiles.w)
	h := min(height+2*pad, v.size.Height-2*f.gap)
	b := box{(v.size.Width - w) / 2, (v.size.Height - h) / 2, w, h}
	s.rect("panel", b, p.Panel, f.floor*0.3)
	return b.inset(pad)
}
