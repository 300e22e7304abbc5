package page

import (
	"math"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// Where the screen's size and distance are not configured: a usual office TV
// seen across a room.
const (
	defaultPanelInches     = 55
	defaultViewingDistance = 5 // metres
)

// minArc is the smallest cap height that can be read without effort, in
// minutes of arc (ISO 9241-3 and NUREG-0700 give 16 as the minimum).
const minArc = 16

// FloorSize returns the font size below which nothing is drawn on a canvas of
// this size, so that its capitals reach minArc at the viewing distance.
func FloorSize(size fyne.Size, s config.Screen) float32 {
	return float32(capFor(minArc, size, s) / draw.CapHeight)
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
	const metresPerInch, arcPerDegree = 0.0254, 60
	inches := distance / metresPerInch * math.Tan(arc/arcPerDegree*math.Pi/180)
	return inches * diagonal / panel
}

// Frame is where the regions of a page lie on a canvas.
type Frame struct {
	Floor  float32 // the smallest font size
	gap    float32 // between tiles
	Header draw.Box
	Tiles  draw.Box
	banner draw.Box // trouble; of no height without any
	Strip  draw.Box // a mark for every KPI
	Footer draw.Box
}

// The floor's bounds, as shares of the shorter side. Smaller text would be legible
// on a screen that is very near, but look lost. Larger text would leave no room
// for anything on one that is too far away: there Lint says that it is.
const (
	minFloorShare = 0.026
	maxFloorShare = 0.13
)

// Measures of a page: the distance of two tiles as a share of the shorter side;
// the height of a line in floor sizes, and those of header and footer in lines.
const (
	gapShare     = 0.018
	lineHeight   = 1.15
	headerHeight = 1.1
	footerHeight = 0.85
)

// newFrame divides a canvas. bannerLines is how many lines of trouble there are.
func newFrame(size fyne.Size, s config.Screen, bannerLines int) Frame {
	short := min(size.Width, size.Height)
	f := Frame{Floor: min(max(FloorSize(size, s), short*minFloorShare), short*maxFloorShare)}
	f.gap = short * gapShare
	ix, iy := size.Width*float32(s.Inset), size.Height*float32(s.Inset)
	in := draw.NewBox(ix, iy, size.Width-2*ix, size.Height-2*iy)

	line := f.Floor * lineHeight
	f.Header = draw.NewBox(in.X, in.Y, in.W, line*headerHeight)
	f.Footer = draw.NewBox(in.X, in.Bottom()-line*footerHeight, in.W, line*footerHeight)
	bottom := f.Footer.Y - f.gap
	f.Strip = draw.NewBox(in.X, f.Footer.Y, in.W, f.Footer.H)
	if in.W < in.H { // upright screens have no room for the strip beside the footer's words
		f.Strip.Y = bottom - f.Footer.H
		bottom = f.Strip.Y - f.gap
	}
	f.banner = draw.NewBox(in.X, bottom, in.W, 0)
	if bannerLines > 0 {
		f.banner.H = line*float32(bannerLines) + f.Floor*2*bannerPad
		f.banner.Y -= f.banner.H
		bottom = f.banner.Y - f.gap
	}
	f.Tiles = draw.NewBox(in.X, f.Header.Bottom()+f.gap, in.W, bottom-f.Header.Bottom()-f.gap)
	return f
}
