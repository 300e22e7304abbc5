package page

import (
	"image/color"
	"slices"

	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// Measures of the strip, in sizes of its marks where nothing else is said.
const (
	stripMark      = 0.62 // size of a mark, in floor sizes
	minStripMark   = 0.45 // where there are many
	stripStep      = 1.55 // from one mark to the next
	minStripStep   = 1.1
	stripRise      = 1.25 // of a mark's top over the strip's lower edge
	underlineShare = 0.1
	besideStrip    = 1 // room before and behind it, in floor sizes
)

// Strip draws a mark for every KPI of the board, so that one in trouble
// stays in sight while another page stands; the page's own are underlined.
func Strip(v View) []draw.Element {
	var s draw.Sheet
	p, room := v.Palette, v.stripRoom()
	kpis := v.Board.Config.KPIs
	floor := v.plainFrame().Floor
	step := min(floor*stripMark*stripStep, room.W/float32(max(1, len(kpis))))
	size := min(floor*stripMark, step/minStripStep)
	if size < floor*minStripMark {
		return nil
	}
	var here []string
	switch page := v.Shown(); {
	case page != nil && page.Overview: // that has them all
		return nil
	case page != nil:
		here = page.Tiles
	}
	x := room.X + (room.W-step*float32(len(kpis)))/2
	for i := range kpis {
		s.Of = kpis[i].ID
		status := v.Board.Readings[s.Of].Status
		b := draw.NewBox(x+(step-size)/2, room.Bottom()-size*stripRise, size, size)
		s.Art("mark in the strip", b, chart.MarkOf(status), StatusInk(status, p))
		if slices.Contains(here, s.Of) {
			line := draw.NewBox(b.X, room.Bottom()-size*underlineShare, size, size*underlineShare)
			s.Rect("underline in the strip", line, themes.SecondaryText(p.Ground, p.MinContrast), 0)
		}
		x += step
	}
	return s.Elements
}

// stripRoom returns the room for the strip: beside the words of the footer where
// both share a line.
func (v View) stripRoom() draw.Box {
	f := v.plainFrame()
	if f.Strip.Y != f.Footer.Y {
		return f.Strip
	}
	left, right := v.footerTexts(f)
	side := max(draw.Medium.Width(left, f.Floor, true), draw.Medium.Width(right, f.Floor, true)) + f.Floor*besideStrip
	return draw.NewBox(f.Strip.X+side, f.Strip.Y, f.Strip.W-2*side, f.Strip.H)
}

// StatusInk returns the colour of a status's mark on the wall's ground.
func StatusInk(s kpi.Status, p themes.Palette) color.NRGBA {
	if !s.Verdict() {
		return themes.SecondaryText(p.Ground, p.MinContrast)
	}
	return p.Mark(s, p.Ground)
}
