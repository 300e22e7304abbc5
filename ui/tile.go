package ui

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// unitScale is the size of a number's prefix and suffix beside its digits.
const unitScale = 0.56

const targetWord = "target "

// tile is one KPI on a page, in its place.
type tile struct {
	reading *board.Reading
	box     box
	plan    plan
	digits  float32 // font size of the number
	now     time.Time
	palette themes.Palette
}

// compose draws a tile.
func (t tile) compose() []element {
	var s sheet
	r, b, pl := t.reading, t.box, t.plan
	fill := t.palette.Fill(r.Status)
	main, quiet := themes.Ink(fill), themes.Quiet(fill, t.palette.Least)
	s.rect(t.part("fill"), b, fill, pl.pad*0.5)
	if r.Status == kpi.NoValue || r.Status == kpi.Overdue {
		s.art(t.part("frame"), b, dashedFrame{width: pl.small * 0.08 / b.h, dash: pl.small * 0.5 / b.h}, quiet)
	}
	s.name(t, ink{face: medium, size: pl.name, color: main, on: fill})
	number := main
	if !r.Status.Verdict() && r.Status != kpi.NoTarget {
		number = quiet
	}
	s.number(t.part("number"), r.Parts, b.x+pl.pad, b.y+pl.numberAt, t.digits, pl.floor, number, fill)

	small := ink{face: medium, size: pl.small, color: quiet, on: fill}
	s.status(t, ink{face: semibold, size: pl.small, color: main, on: fill})
	s.change(t, small)
	s.target(t, small)
	s.period(t, small)
	if pl.chart.h > 0 && r.Status != kpi.NoValue {
		c := box{b.x + pl.chart.x, b.y + pl.chart.y, pl.chart.w, pl.chart.h}
		s.art(t.part("chart"), c, sparkline{points: r.History, band: themes.Mix(fill, main, 0.13), dot: main}, quiet)
	}
	if pl.noteAt > 0 {
		note := medium.shorten(firstLine(r.Note), pl.small, b.w-2*pl.pad)
		s.text(t.part("note"), note, b.x+pl.pad, b.y+pl.noteAt, small)
	}
	return s.elements
}

// part names a part of the tile for a person.
func (t tile) part(name string) string { return name + " of tile " + t.reading.KPI.ID }

func (s *sheet) name(t tile, k ink) {
	lines := k.face.wrap(t.reading.KPI.Name, k.size, t.box.w-2*t.plan.pad, t.plan.nameLines)
	for i, line := range lines {
		s.text(t.part("name"), line, t.box.x+t.plan.pad, t.box.y+t.plan.nameAt+float32(i)*k.size*nameLead, k)
	}
}

// number sets a number with its unit.
func (s *sheet) number(part string, n kpi.Number, x, baseline, size, floor float32, c, on color.NRGBA) {
	unit := ink{face: semibold, size: unitSize(size, floor), color: c, on: on}
	x += s.text(part, n.Prefix, x, baseline, unit)
	x += s.text(part, n.Digits, x, baseline, ink{face: semibold, size: size, color: c, on: on, tabular: true})
	s.text(part, n.Suffix, x, baseline, unit)
}

// unitSize returns the size of the unit beside digits of a size: smaller, but
// not below the floor.
func unitSize(digits, floor float32) float32 { return max(digits*unitScale, min(digits, floor)) }

// numberWidth returns the width of a number whose digits have a size.
func numberWidth(n kpi.Number, digits, floor float32) float32 {
	unit := unitSize(digits, floor)
	return semibold.width(n.Digits, digits, true) + semibold.width(n.Prefix, unit, false) + semibold.width(n.Suffix, unit, false)
}

// fitNumber returns the largest size of the digits at which a number fits a
// width. It goes below the floor where it must: a number is never cut.
func fitNumber(n kpi.Number, width, floor float32) float32 {
	digits := semibold.width(n.Digits, 1, true)
	unit := semibold.width(n.Prefix, 1, false) + semibold.width(n.Suffix, 1, false)
	if size := width / (digits + unitScale*unit); size*unitScale >= floor || unit == 0 {
		return size
	}
	if size := (width - unit*floor) / digits; size >= floor {
		return size
	}
	return width / (digits + unit)
}

// status sets the status as mark and word.
func (s *sheet) status(t tile, k ink) {
	spot := t.plan.status
	x, y := t.box.x+spot.x, t.box.y+spot.y
	size := markSize(k.size)
	s.art(t.part("mark"), box{x, y - k.size*capHeight/2 - size/2, size, size}, markOf(t.reading.Status), k.color)
	used := size + k.size*0.35
	for _, text := range statusWords(t.reading, t.now) {
		if used+k.face.width(text, k.size, false) <= spot.room {
			s.text(t.part("status"), text, x+used, y, k)
			return
		}
	}
}

// statusWords returns what to call a reading's status, the longest first.
func statusWords(r *board.Reading, now time.Time) []string {
	word := r.Status.String()
	if r.Status != kpi.Overdue || r.Fresh.Since.IsZero() {
		return []string{word}
	}
	layout := "2 Jan"
	if r.Fresh.Since.Year() != now.Year() {
		layout = "Jan 2006"
	}
	return []string{fmt.Sprintf("%s since %s", word, r.Fresh.Since.Format(layout)), word}
}

// change sets an arrow and the change.
func (s *sheet) change(t tile, k ink) {
	r, spot := t.reading, t.plan.change
	width := changeWidth(r, k.size)
	if !spot.used() || width == 0 || width > spot.room {
		return
	}
	k.color = trendInk(r.Change.Trend, k, t.palette)
	arrow, size := markBar, markSize(k.size)*0.8
	if r.Change.Amount > 0 {
		arrow = markUp
	} else if r.Change.Amount < 0 {
		arrow = markDown
	}
	x, y := t.box.x+spot.x, t.box.y+spot.y
	if spot.rightmost {
		x -= width
	}
	s.art(t.part("arrow"), box{x, y - k.size*capHeight/2 - size/2, size, size}, arrow, k.color)
	s.text(t.part("change"), r.ChangeText, x+size+k.size*0.25, y, k)
}

// changeWidth returns the width of a change with its arrow, 0 without a change.
func changeWidth(r *board.Reading, small float32) float32 {
	if !r.Change.Known || r.ChangeText == "" {
		return 0
	}
	return medium.width(r.ChangeText, small, false) + small*0.25 + markSize(small)*0.8
}

// trendInk colours a change by whether it went the right way: on calm fills
// only, since a loud fill already says what matters most.
func trendInk(t kpi.Trend, k ink, p themes.Palette) color.NRGBA {
	better, worse := p.Trend(k.on)
	switch t {
	case kpi.Better:
		return better
	case kpi.Worse:
		return worse
	}
	return k.color
}

func (s *sheet) target(t tile, k ink) {
	text := t.reading.TargetText
	if text == "" {
		return
	}
	if long := targetWord + text; k.face.width(long, k.size, false) <= t.plan.target.room {
		text = long
	}
	s.small(t, "target", text, t.plan.target, k)
}

// period names the period where it is not the current one.
func (s *sheet) period(t tile, k ink) {
	text := t.reading.Label
	if k.face.width(text, k.size, false) > t.plan.period.room {
		text = abbreviated(text)
	}
	s.small(t, "period", text, t.plan.period, k)
}

// abbreviated shortens the name of a month in a period's label.
func abbreviated(label string) string {
	for m := time.January; m <= time.December; m++ {
		if rest, ok := strings.CutPrefix(label, m.String()); ok {
			return m.String()[:3] + rest
		}
	}
	return label
}

// small sets a piece of small text in its spot, if it fits.
func (s *sheet) small(t tile, part, text string, spot spot, k ink) {
	if !spot.used() || k.face.width(text, k.size, false) > spot.room {
		return
	}
	x, y := t.box.x+spot.x, t.box.y+spot.y
	if spot.rightmost {
		s.textRight(t.part(part), text, x, y, k)
		return
	}
	s.text(t.part(part), text, x, y, k)
}

func markSize(small float32) float32 { return small * 0.9 }

func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' || r == '\r' {
			return s[:i]
		}
	}
	return s
}
