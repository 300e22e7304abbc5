package detail

import (
	"fmt"
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// Measures of the chart, in sizes of its text where nothing else is said.
const (
	abovePlot  = 1.6 // for the legend
	belowPlot  = 1.5 // for the dates
	belowDates = 0.25
	minPlot    = 2
	lineWidth  = 0.085

	tickLead   = 1.9 // from one tick to the next, at least
	maxTicks   = 6
	maxLabel   = 0.2 // of a tick, as a share of the width, before it loses its unit
	besideTick = 0.5

	besideUnit    = 0.45
	besideSpan    = 0.8
	underlineDrop = 0.2
	underline     = 0.1

	swatchWidth  = 1.1
	swatchHeight = 0.56
	swatchRise   = 0.62 // of its top over the baseline
	swatchEdge   = 0.04
	behindSwatch = 1.55
)

// chart draws the history with its scales, and the marks of the notes that are
// listed.
func (p *composition) chart(b draw.Box, points []board.Point, notes []note) {
	plot := draw.NewBox(b.X, b.Y+p.near*abovePlot, b.W, b.H-p.near*(abovePlot+belowPlot))
	s := chart.Scale{
		Format: p.reading.KPI.Format, Say: p.say, Judged: p.reading.KPI.Judged, Moving: p.reading.KPI.Goal != nil,
		MaxTicks: min(maxTicks, max(chart.MinTicks, int(plot.H/(p.near*tickLead)))),
	}
	if p.reading.KPI.Judged {
		points = judgedPoints(points)
	}
	a, ok := s.AxisFor(points)
	if !ok {
		p.noChart(b, points)
	}
	if !ok || plot.H < p.near*minPlot {
		return
	}
	if p.widest(a) > b.W*maxLabel { // a long unit has been said beside the number
		s.Format.Suffix = ""
		a, _ = s.AxisFor(points)
	}
	left := p.widest(a) + p.near*besideTick
	plot.X, plot.W = plot.X+left, plot.W-left
	c := chart.History{
		Points: points, Axis: a, Palette: p.v.Palette, Width: p.near * lineWidth / plot.H,
		Moving: p.reading.KPI.Goal != nil, Open: p.reading.Running.On, Part: p.reading.Running.ByNow,
	}
	p.Art("chart of the detail", plot, c, themes.SecondaryText(p.v.Palette.Ground, p.v.Palette.MinContrast))
	p.ticks(c, plot)
	p.dates(c, plot, b.Bottom()-p.near*belowDates)
	p.legend(c, draw.NewBox(plot.X, b.Y, plot.W, p.near))
	p.noteMarks(c, plot, notes)
}

// noChart says in the chart's place why there is none.
func (p *composition) noChart(b draw.Box, points []board.Point) {
	id := "chart.none"
	switch {
	case len(points) > 0:
		id = "chart.far"
	case !p.v.Board.Config.Entry.Off && p.reading.KPI.Formula == nil:
		id = "chart.first"
	}
	text := p.say.Say(id, nil)
	text = p.quiet.Face.Shorten(text, p.near, b.W)
	x := b.X + (b.W-p.quiet.Face.Width(text, p.near, false))/2
	p.Text("chart", text, x, b.Y+(b.H+p.near*draw.CapHeight)/2, p.quiet)
}

// judgedPoints puts the target between watch and good, so that its band lies
// around the word that it asks for.
func judgedPoints(points []board.Point) []board.Point {
	points = slices.Clone(points)
	for i := range points {
		points[i].Target = kpi.Target{Min: (kpi.Watch + kpi.Good) / 2, HasMin: true}
	}
	return points
}

// widest returns the width of the widest label, in sizes of small text.
func (p *composition) widest(a chart.Axis) (w float32) {
	for _, t := range a.Ticks {
		w = max(w, p.quiet.Face.Width(t.Label, p.near, true))
	}
	return w
}

// ticks writes the values beside the chart, right-aligned so that their digits
// stand below each other.
func (p *composition) ticks(c chart.History, plot draw.Box) {
	k := p.quiet
	k.Tabular = true
	for _, t := range c.Axis.Ticks {
		at := plot.Y + plot.H*c.Y(t.Value) + k.Size*draw.CapHeight/2
		p.TextRight("scale", t.Label, plot.X-p.near*besideTick, at, k)
	}
}

// strides are the distances of two periods that are named below a chart.
var strides = [...]int{1, 2, 3, 4, 6, 12, 18, 36}

// dates writes the last period below the chart, and those before it at the smallest
// steady distance at which all of them have room.
func (p *composition) dates(c chart.History, plot draw.Box, baseline float32) {
	for _, stride := range strides {
		named, fit := p.datesBy(c, plot, stride)
		for _, i := range named {
			if fit {
				p.Text("date", p.periodName(c.Points[i].Period), p.dateBox(c, plot, i).X, baseline, p.quiet)
			}
		}
		if fit {
			return
		}
	}
}

// datesBy returns the periods that lie so many apart, from the last back, and
// whether their names have room beside each other.
func (p *composition) datesBy(c chart.History, plot draw.Box, stride int) (named []int, fit bool) {
	right := plot.Right() + p.near
	for i := len(c.Points) - 1; i >= 0; i -= stride {
		d := p.dateBox(c, plot, i)
		if d.Right()+p.near > right {
			return nil, false
		}
		named, right = append(named, i), d.X
	}
	return named, true
}

// dateBox is where the name of a period stands from left to right: below its
// point, but within the plot.
func (p *composition) dateBox(c chart.History, plot draw.Box, i int) draw.Box {
	w := p.quiet.Face.Width(p.periodName(c.Points[i].Period), p.near, false)
	x := plot.X + plot.W*c.X(i) - w/2
	return draw.Box{X: min(max(x, plot.X), plot.Right()-w), W: w}
}

// periodName names a period in few words: "Oct 2025", "week 47", "20 Nov".
func (p *composition) periodName(period kpi.Period) string {
	return p.say.TickPeriod(period, p.v.Board.Now)
}

// legend names the band, and the spans to choose from with the chosen one
// underlined.
func (p *composition) legend(c chart.History, b draw.Box) {
	at := b.Y + p.near*draw.CapHeight
	unit := p.say.PeriodsWord(p.reading.KPI.Every, Spans[len(Spans)-1])
	right := b.Right()
	right -= p.TextRight("span", unit, right, at, p.quiet) + p.near*besideUnit
	for i := len(Spans) - 1; i >= 0; i-- {
		k := p.quiet
		if i == p.span {
			k = p.strong
		}
		w := p.TextRight("span", fmt.Sprint(Spans[i]), right, at, k)
		if i == p.span {
			p.Rect("chosen span", draw.NewBox(right-w, at+p.near*underlineDrop, w, p.near*underline), k.Color, 0)
		}
		right -= w + p.near*besideSpan
	}
	id, seen := c.TargetLegend()
	text := ""
	if id != "" {
		text = p.say.Say(id, nil)
	}
	x := b.X
	if seen {
		x += p.near * behindSwatch
	}
	if text == "" || x+p.quiet.Face.Width(text, p.near, false) >= right {
		return
	}
	if seen {
		s := p.Rect("swatch", draw.NewBox(b.X, at-p.near*swatchRise, p.near*swatchWidth, p.near*swatchHeight), chart.BandFill(p.v.Palette), 0)
		s.Stroke, s.Line = max(1, p.near*swatchEdge), chart.BandEdge(p.v.Palette)
	}
	p.Text("legend", text, x, at, p.quiet)
}
