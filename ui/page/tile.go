package page

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// tile is one KPI on a page, in its place.
type tile struct {
	reading *board.Reading
	box     draw.Box
	plan    plan
	digits  float32 // font size of the number
	now     time.Time
	palette themes.Palette
	style   config.Style
	chart   config.Chart
}

// compose draws a tile.
func (t tile) compose() []draw.Element {
	var s draw.Sheet
	r, b, pl := t.reading, t.box, t.plan
	fill, on := t.ground(&s)
	main, quiet := themes.Ink(on), themes.SecondaryText(on, t.palette.MinContrast)
	t.name(&s, draw.Ink{Face: draw.Medium, Size: pl.name, Color: main, On: on})
	if text := sentence(r); text != "" {
		t.sentence(&s, text, draw.Ink{Face: draw.Semibold, Color: main, On: on})
	} else {
		number := main
		if r.Status == kpi.NoValue || r.Status == kpi.Overdue {
			number = quiet
		}
		SetNumber(&s, t.part("number"), r.Parts, b.X+pl.pad, b.Y+pl.numberAt, t.digits, pl.floor, number, on)
	}
	small := draw.Ink{Face: draw.Medium, Size: pl.small, Color: quiet, On: on}
	t.smalls(&s, small)
	if a := chart.Of(r, t.chart, chart.Pens{Fill: fill, Strong: main}); a != nil && pl.chart.H > 0 && (sentence(r) == "" || pl.chart.Y > pl.numberAt) {
		c := chart.Fit(a, draw.NewBox(b.X+pl.chart.X, b.Y+pl.chart.Y, pl.chart.W, pl.chart.H), pl.small)
		s.Art(t.part("chart"), c, a, quiet)
	}
	t.note(&s, small)
	return s.Elements
}

// smalls sets the pieces of small text, those in the bar at the tile's foot in its ink.
func (t tile) smalls(s *draw.Sheet, k draw.Ink) {
	bar := k
	if t.plan.band > 0 && t.reading.Status.Verdict() {
		bar.On = t.palette.Fill(t.reading.Status)
		bar.Color = themes.SecondaryText(bar.On, t.palette.MinContrast)
	}
	at := func(spot spot) draw.Ink {
		if spot.y > t.plan.h {
			return bar
		}
		return k
	}
	t.status(s, draw.Ink{Face: draw.Semibold, Size: k.Size, Color: themes.Ink(bar.On), On: bar.On})
	t.change(s, at(t.plan.change))
	t.target(s, at(t.targetSpot()))
	t.period(s, at(t.plan.period))
}

func (t tile) note(s *draw.Sheet, k draw.Ink) {
	if t.plan.noteAt == 0 {
		return
	}
	for i, line := range draw.Medium.Wrap(noteOf(t.reading), k.Size, t.box.W-2*t.plan.pad, t.plan.noteLines) {
		s.Text(t.part("note"), line, t.box.X+t.plan.pad, t.box.Y+t.plan.noteAt+float32(i)*k.Size*RowLead, k)
	}
}

// part names a part of the tile for a person.
func (t tile) part(name string) string { return name + " of tile " + t.reading.KPI.ID }

func (t tile) name(s *draw.Sheet, k draw.Ink) {
	lines := k.Face.Wrap(t.reading.KPI.Name, k.Size, t.box.W-2*t.plan.pad, t.plan.nameLines)
	for i, line := range lines {
		s.Text(t.part("name"), line, t.box.X+t.plan.pad, t.box.Y+t.plan.nameAt+float32(i)*k.Size*NameLead, k)
	}
}

// status sets the status as mark and word.
func (t tile) status(s *draw.Sheet, k draw.Ink) {
	spot := t.plan.status
	x, y := t.box.X+spot.x, t.box.Y+spot.y
	size := MarkSize(k.Size)
	s.Art(t.part("mark"), draw.NewBox(x, y-k.Size*draw.CapHeight/2-size/2, size, size), chart.MarkOf(t.reading.Status), k.Color)
	used := size + k.Size*0.35
	for _, text := range statusWords(t.reading, t.now) {
		if used+k.Face.Width(text, k.Size, false) <= spot.room {
			s.Text(t.part("status"), text, x+used, y, k)
			return
		}
	}
}

// statusWord names a status. Of a judged KPI it is the verdict's own word.
func statusWord(r *board.Reading) string {
	switch {
	case r.KPI.Judged && r.Status.Verdict():
		return r.Text
	case r.Status == kpi.InProgress:
		return soFar
	}
	return r.Status.String()
}

// soFar says of a sum that its period runs.
const soFar = "so far"

// StatusText names a reading's status, and of a verdict that may still change that
// it may.
func StatusText(r *board.Reading) string {
	if r.Running.On && r.Status.Verdict() {
		return statusWord(r) + " " + soFar
	}
	return statusWord(r)
}

// statusWords returns what to call a reading's status, the longest first.
func statusWords(r *board.Reading, now time.Time) []string {
	word := statusWord(r)
	if r.KPI.Judged && r.Status.Verdict() {
		day := ShortDay(r.LastConfirmed.In(now.Location()), now)
		words := []string{word + " · " + day, word}
		if r.NoteBy != "" {
			words = append([]string{word + " · " + r.NoteBy + ", " + day}, words...)
		}
		return words
	}
	if full := StatusText(r); full != word {
		return []string{full, soFar} // the mark says the verdict: that it may change must not go
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
func (t tile) change(s *draw.Sheet, k draw.Ink) {
	r, spot := t.reading, t.plan.change
	width := changeWidth(r, k.Size)
	if !spot.used() || t.targetSpot() == spot && t.fitting(spot, k) != "" {
		return // the target takes its place
	}
	if width == 0 || width > spot.room {
		return
	}
	k.Color = trendInk(r.Change.Trend, k, t.palette)
	arrow, size := chart.Dash, MarkSize(k.Size)*0.8
	if r.Change.Amount > 0 {
		arrow = chart.Up
	} else if r.Change.Amount < 0 {
		arrow = chart.Down
	}
	x, y := t.box.X+spot.x, t.box.Y+spot.y
	if spot.rightmost {
		x -= width
	}
	s.Art(t.part("arrow"), draw.NewBox(x, y-k.Size*draw.CapHeight/2-size/2, size, size), arrow, k.Color)
	s.Text(t.part("change"), r.ChangeText, x+size+k.Size*0.25, y, k)
}

// changeWidth returns the width of a change with its arrow, 0 without a change.
func changeWidth(r *board.Reading, small float32) float32 {
	if !r.Change.Known || r.ChangeText == "" {
		return 0
	}
	return draw.Medium.Width(r.ChangeText, small, false) + small*0.25 + MarkSize(small)*0.8
}

// trendInk colours a change by whether it went the right way: on calm fills
// only, since a loud fill already says what matters most.
func trendInk(t kpi.Trend, k draw.Ink, p themes.Palette) color.NRGBA {
	better, worse := p.Trend(k.On)
	switch t {
	case kpi.Better:
		return better
	case kpi.Worse:
		return worse
	}
	return k.Color
}

// period names the period where it is not the current one.
func (t tile) period(s *draw.Sheet, k draw.Ink) {
	text := t.reading.Label
	if k.Face.Width(text, k.Size, false) > t.plan.period.room {
		text = Abbreviated(text)
	}
	t.small(s, "period", text, t.plan.period, k)
}

// Abbreviated shortens the name of a month in a period's label.
func Abbreviated(label string) string {
	for m := time.January; m <= time.December; m++ {
		if rest, ok := strings.CutPrefix(label, m.String()); ok {
			return m.String()[:3] + rest
		}
	}
	return label
}

// small sets a piece of small text in its spot, if it fits.
func (t tile) small(s *draw.Sheet, part, text string, spot spot, k draw.Ink) {
	if text == "" || !spot.used() || k.Face.Width(text, k.Size, false) > spot.room {
		return
	}
	x, y := t.box.X+spot.x, t.box.Y+spot.y
	if spot.rightmost {
		s.TextRight(t.part(part), text, x, y, k)
		return
	}
	s.Text(t.part(part), text, x, y, k)
}

// MarkSize returns the size of a mark beside text of a size.
func MarkSize(small float32) float32 { return small * 0.9 }

// FirstLine returns a text up to its first line break.
func FirstLine(s string) string {
	for i, r := range s {
		if r == '\n' || r == '\r' {
			return s[:i]
		}
	}
	return s
}

// ShortDay writes a day as "2 Jan", with its year where that is another one.
func ShortDay(t, now time.Time) string {
	if t.Year() != now.Year() {
		return t.Format("2 Jan 2006")
	}
	return t.Format("2 Jan")
}
