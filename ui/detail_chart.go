package ui

import (
	"fmt"
	"slices"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// chart draws the history with its scales, and the marks of the notes that are
// listed.
func (p *detailPage) chart(b box, points []board.Point, notes []note) {
	plot := box{b.x, b.y + p.near*1.6, b.w, b.h - p.near*(1.6+1.5)}
	s := scale{
		format: p.reading.KPI.Format, locale: p.v.board.Config.Locale, judged: p.reading.KPI.Judged,
		most: min(6, max(2, int(plot.h/(p.near*1.9)))),
	}
	if p.reading.KPI.Judged {
		points = judgedPoints(points)
	}
	a, ok := s.axisFor(points)
	if !ok {
		p.noChart(b, points)
	}
	if !ok || plot.h < p.near*2 {
		return
	}
	if p.widest(a) > b.w*0.2 { // a long unit has been said beside the number
		s.format.Suffix = ""
		a, _ = s.axisFor(points)
	}
	left := p.widest(a) + p.near*0.5
	plot.x, plot.w = plot.x+left, plot.w-left
	c := chart{points: points, axis: a, palette: p.v.palette, width: p.near * 0.085 / plot.h}
	p.art("chart of the detail", plot, c, themes.Quiet(p.v.palette.Ground, p.v.palette.Least))
	p.ticks(c, plot)
	p.dates(c, plot, b.bottom()-p.near*0.25)
	p.legend(c, box{plot.x, b.y, plot.w, p.near})
	p.noteMarks(c, plot, notes)
}

// noChart says in the chart's place why there is none.
func (p *detailPage) noChart(b box, points []board.Point) {
	text := "no values yet"
	switch {
	case len(points) > 0:
		text = "these values lie too far apart for a chart"
	case !p.v.board.Config.Entry.Off:
		text = "no values yet: Enter takes the first"
	}
	text = p.quiet.face.shorten(text, p.near, b.w)
	x := b.x + (b.w-p.quiet.face.width(text, p.near, false))/2
	p.text("chart", text, x, b.y+(b.h+p.near*capHeight)/2, p.quiet)
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
func (p *detailPage) widest(a axis) (w float32) {
	for _, t := range a.ticks {
		w = max(w, p.quiet.face.width(t.label, p.near, true))
	}
	return w
}

// ticks writes the values beside the chart, right-aligned so that their digits
// stand below each other.
func (p *detailPage) ticks(c chart, plot box) {
	k := p.quiet
	k.tabular = true
	for _, t := range c.axis.ticks {
		at := plot.y + plot.h*c.y(t.value) + k.size*capHeight/2
		p.textRight("scale", t.label, plot.x-p.near*0.5, at, k)
	}
}

// strides are the distances of two periods that are named below a chart.
var strides = [...]int{1, 2, 3, 4, 6, 12, 18, 36}

// dates writes the first and the last period below the chart, and of those
// between as many as have room, at a steady distance from the last.
func (p *detailPage) dates(c chart, plot box, baseline float32) {
	first := p.dateBox(c, plot, 0)
	shown := []int{0}
	for _, stride := range strides {
		named, fit := p.datesBy(c, plot, stride)
		if !fit {
			continue
		}
		for _, i := range named {
			if p.dateBox(c, plot, i).x > first.right()+p.near {
				shown = append(shown, i)
			}
		}
		break
	}
	for _, i := range shown {
		p.text("date", p.periodName(c.points[i].Period), p.dateBox(c, plot, i).x, baseline, p.quiet)
	}
}

// datesBy returns the periods that lie so many apart, from the last back, and
// whether their names have room beside each other.
func (p *detailPage) datesBy(c chart, plot box, stride int) (named []int, fit bool) {
	right := plot.right() + p.near
	for i := len(c.points) - 1; i > 0; i -= stride {
		d := p.dateBox(c, plot, i)
		if d.right()+p.near > right {
			return nil, false
		}
		named, right = append(named, i), d.x
	}
	return named, true
}

// dateBox is where the name of a period stands from left to right: below its
// point, but within the plot.
func (p *detailPage) dateBox(c chart, plot box, i int) box {
	w := p.quiet.face.width(p.periodName(c.points[i].Period), p.near, false)
	x := plot.x + plot.w*c.x(i) - w/2
	return box{x: min(max(x, plot.x), plot.right()-w), w: w}
}

// periodName names a period in few words: "Oct 2025", "week 47", "20 Nov".
func (p *detailPage) periodName(period kpi.Period) string {
	label := abbreviated(p.v.board.Config.Calendar.Label(period, p.v.board.Now))
	if period.Every == kpi.Day || period.Every == kpi.Hour {
		// Without the day of the week, which an hour of today does not have.
		if _, rest, ok := strings.Cut(label, " "); ok && label[0] > '9' {
			return rest
		}
	}
	return label
}

// periods counts periods in words: "24 months".
func (p *detailPage) periods(n int) string {
	unit := p.reading.KPI.Every.String()
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", n, unit)
}

// legend names the band, and the spans to choose from with the chosen one
// underlined.
func (p *detailPage) legend(c chart, b box) {
	at := b.y + p.near*capHeight
	unit := strings.TrimPrefix(p.periods(2), "2 ")
	right := b.right()
	right -= p.textRight("span", unit, right, at, p.quiet) + p.near*0.45
	for i := len(spans) - 1; i >= 0; i-- {
		k := p.quiet
		if i == p.span {
			k = p.strong
		}
		w := p.textRight("span", fmt.Sprint(spans[i]), right, at, k)
		if i == p.span {
			p.rect("chosen span", box{right - w, at + p.near*0.2, w, p.near * 0.1}, k.color, 0)
		}
		right -= w + p.near*0.8
	}
	text, seen := c.targetLegend()
	x := b.x
	if seen {
		x += p.near * 1.55
	}
	if text == "" || x+p.quiet.face.width(text, p.near, false) >= right {
		return
	}
	if seen {
		s := p.rect("swatch", box{b.x, at - p.near*0.62, p.near * 1.1, p.near * 0.56}, bandFill(p.v.palette), 0)
		s.stroke, s.line = max(1, p.near*0.04), bandEdge(p.v.palette)
	}
	p.text("legend", text, x, at, p.quiet)
}
