package ui

import (
	"math"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
)

// Where the screen's size and distance are not configured: a usual office TV
// seen across a room.
const (
	defaultPanelInches     = 55
	defaultViewingDistance = 5 // metres
)

// leastArc is the smallest cap height that can be read without effort, in
// minutes of arc (ISO 9241-3 and NUREG-0700 give 16 as the minimum).
const leastArc = 16

// floorSize returns the font size below which nothing is drawn on a canvas of
// this size, so that its capitals reach leastArc at the viewing distance.
func floorSize(size fyne.Size, s config.Screen) float32 {
	return float32(capFor(leastArc, size, s) / capHeight)
}

// capFor returns the cap height, in units of the canvas, that spans arc minutes.
func capFor(arc float64, size fyne.Size, s config.Screen) float64 {
	panel, distance := s.PanelInches, s.ViewingDistance
	if panel == 0 {
		panel = defaultPanelInches
	}
	if distance == 0 {
		distance = defaultViewingDistance
	}
	diagonal := math.Hypot(float64(size.Width), float64(size.Height))
	inches := distance / 0.0254 * math.Tan(arc/60*math.Pi/180)
	return inches * diagonal / panel
}

// frame is where the regions of a page lie on a canvas.
type frame struct {
	size   fyne.Size
	floor  float32 // smallest font size
	gap    float32 // between tiles
	header box
	tiles  box
	banner box // trouble; of no height without any
	strip  box // a mark for every KPI
	footer box
}

// minimumFloor keeps text in proportion on a screen that is very near: smaller
// would be legible, but look lost.
const minimumFloor = 0.026

// newFrame divides a canvas. bannerLines is how many lines of trouble there are.
func newFrame(size fyne.Size, s config.Screen, bannerLines int) frame {
	short := min(size.Width, size.Height)
	f := frame{size: size, floor: max(floorSize(size, s), short*minimumFloor)}
	f.gap = short * 0.018
	ix, iy := size.Width*float32(s.Inset), size.Height*float32(s.Inset)
	in := box{ix, iy, size.Width - 2*ix, size.Height - 2*iy}

	line := f.floor * 1.15
	f.header = box{in.x, in.y, in.w, line * 1.1}
	f.footer = box{in.x, in.bottom() - line*0.85, in.w, line * 0.85}
	bottom := f.footer.y - f.gap
	f.strip = box{in.x, f.footer.y, in.w, f.footer.h}
	if in.w < in.h { // upright screens have no room for the strip beside the footer's words
		f.strip.y = bottom - f.footer.h
		bottom = f.strip.y - f.gap
	}
	f.banner = box{in.x, bottom, in.w, 0}
	if bannerLines > 0 {
		f.banner.h = line*float32(bannerLines) + f.floor*0.5
		f.banner.y -= f.banner.h
		bottom = f.banner.y - f.gap
	}
	f.tiles = box{in.x, f.header.bottom() + f.gap, in.w, bottom - f.header.bottom() - f.gap}
	return f
}
