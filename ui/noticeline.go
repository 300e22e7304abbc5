package ui

import "kpiwall/themes"

// composeNotice draws the notice over the footer.
func composeNotice(v view) []element {
	if v.notice == "" {
		return nil
	}
	var s sheet
	f, p := v.frame(), v.palette
	k := ink{face: semibold, size: f.floor, color: themes.Ink(p.Panel), on: p.Panel}
	b := box{f.footer.x, f.footer.y - f.floor*0.5, f.footer.w, f.footer.h + f.floor*0.7}
	s.rect("notice", b, p.Panel, f.floor*0.2)
	text := k.face.shorten(v.notice, k.size, b.w-f.floor*1.2)
	s.text("notice", text, b.x+f.floor*0.6, b.y+b.h/2+k.size*capHeight/2, k)
	return s.elements
}
