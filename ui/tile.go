package ui

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

const targetWord = "target "

// tile is one KPI on a page, in its place.
type tile struct {
	reading *board.Reading
	box     box
	plan    plan
	digits  float32 // font size of the number
	now     time.Time
	palette themes.Palette
	style   config.Style
	chart   config.Chart
}

// compose draws a tile.
func (t tile) compose() []element {
	var s sheet
	r, b, pl := t.reading, t.box, t.plan
	fill, on := t.ground(&s)
	main, quiet := themes.Ink(on), themes.Quiet(on, t.palette.Least)
	t.name(&s, ink{face: medium, size: pl.name, color: main, on: on})
	if text := sentence(r); text != "" {
		t.sentence(&s, text, ink{face: semibold, color: main, on: on})
	} else {
		number := main
		if !r.Status.Verdict() && r.Status != kpi.NoTarget {
			number = quiet
		}
		setNumber(&s, t.part("number"), r.Parts, b.x+pl.pad, b.y+pl.numberAt, t.digits, pl.floor, number, on)
	}
	small := ink{face: medium, size: pl.small, color: quiet, on: on}
	t.smalls(&s, small)
	if a := chartOf(r, t.chart, pens{fill: fill, strong: main}); a != nil && pl.chart.h > 0 && (sentence(r) == "" || pl.chart.y > pl.numberAt) {
		c := chartBox(a, box{b.x + pl.chart.x, b.y + pl.chart.y, pl.chart.w, pl.chart.h}, pl.small)
		s.art(t.part("chart"), c, a, quiet)
	}
	t.note(&s, small)
	return s.elements
}

// smalls sets the pieces of small text, those in the bar at the tile's foot in its ink.
func (t tile) smalls(s *sheet, k ink) {
	bar := k
	if t.plan.band > 0 && t.reading.Status.Verdict() {
		bar.on = t.palette.Fill(t.reading.Status)
		bar.color = themes.Quiet(bar.on, t.palette.Least)
	}
	at := func(spot spot) ink {
		if spot.y > t.plan.h {
			return bar
		}
		return k
	}
	t.status(s, ink{face: semibold, size: k.size, color: themes.Ink(bar.on), on: bar.on})
	t.change(s, at(t.plan.change))
	t.target(s, k)
	t.period(s, at(t.plan.period))
}

func (t tile) note(s *sheet, k ink) {
	if t.plan.noteAt == 0 {
		return
	}
	for i, line := range medium.wrap(noteOf(t.reading), k.size, t.box.w-2*t.plan.pad, t.plan.noteLines) {
		s.text(t.part("note"), line, t.box.x+t.plan.pad, t.box.y+t.plan.noteAt+float32(i)*k.size*rowLead, k)
	}
}

// part names a part of the tile for a person.
func (t tile) part(name string) string { return name + " of tile " + t.reading.KPI.ID }

func (t tile) name(s *sheet, k ink) {
	lines := k.face.wrap(t.reading.KPI.Name, k.size, t.box.w-2*t.plan.pad, t.plan.nameLines)
	for i, line := range lines {
		s.text(t.part("name"), line, t.box.x+t.plan.pad, t.box.y+t.plan.nameAt+float32(i)*k.size*nameLead, k)
	}
}

// status sets the status as mark and word.
func (t tile) status(s *sheet, k ink) {
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

// statusWord is what a status is called at least. Of a judged KPI it is the
// verdict's own word.
func statusWord(r *board.Reading) string {
	if r.KPI.Judged && r.Status.Verdict() {
		return r.Text
	}
	return r.Status.String()
}

// statusWords returns what to call a reading's status, the longest first.
func statusWords(r *board.Reading, now time.Time) []string {
	word := statusWord(r)
	if r.KPI.Judged && r.Status.Verdict() {
		day := shortDay(r.Heard.In(now.Location()), now)
		words := []string{word + " · " + day, word}
		if r.NoteBy != "" {
			words = append([]string{word + " · " + r.NoteBy + ", " + day}, words...)
		}
		return words
	}
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
func (t tile) change(s *sheet, k ink) {
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

func (t tile) target(s *sheet, k ink) {
	text := t.reading.TargetText
	if text == "" {
		return
	}
	if long := targetWord + text; k.face.width(long, k.size, false) <= t.plan.target.room {
		text = long
	}
	t.small(s, "target", text, t.plan.target, k)
}

// period names the period where it is not the current one.
func (t tile) period(s *sheet, k ink) {
	text := t.reading.Label
	if k.face.width(text, k.size, false) > t.plan.period.room {
		text = abbreviated(text)
	}
	t.small(s, "period", text, t.plan.period, k)
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
func (t tile) small(s *sheet, part, text string, spot spot, k ink) {
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

// shortDay writes a day as "2 Jan", with its year where that is another one.
func shortDay(t, now time.Time) string {
	if t.Year() != now.Year() {
		return t.Format("2 Jan 2006")
	}
	return t.Format("2 Jan")
}
