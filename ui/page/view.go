// Package page composes the pages of the wall: header, tiles, strip and footer,
// by pure functions of a [View] that return lists of elements. It decides what
// stands where and how large, what is left out where there is no room, and finds
// what cannot be read from afar.
package page

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// View is all that decides what a page looks like at one moment.
type View struct {
	Size    fyne.Size
	Board   *board.Board
	Palette themes.Palette
	Logo    *Logo         // nil: none
	Page    int           // index into the board's pages
	Now     time.Time     // for the clock; it ticks
	Left    time.Duration // until the page turns
	Held    bool
	Paging  bool // there is more than one page in rotation
	Notice  string
	Unsaved []string             // values that somebody entered and that could not be saved so far
	Calm    bool                 // the clock ticks slowly
	Changed map[string]time.Time // KPIs whose value changed a moment ago
	Marked  string               // the KPI that the arrows have chosen, or none
}

// Zone returns the board's time zone.
func (v View) Zone() *time.Location { return v.Board.Config.Calendar.Zone }

// Shown returns the configuration of the page shown, or nil without pages.
func (v View) Shown() *config.Page {
	if pages := v.Board.Config.Pages; v.Page < len(pages) {
		return &pages[v.Page]
	}
	return nil
}

// Frame divides the canvas of the view, with room for its trouble.
func (v View) Frame() Frame {
	return v.frameWith(len(v.trouble(v.plainFrame())))
}

func (v View) plainFrame() Frame { return v.frameWith(0) }

// frameWith divides the canvas where there are lines of trouble.
func (v View) frameWith(lines int) Frame {
	f := newFrame(v.Size, v.Board.Config.Screen, lines)
	if v.Palette.Brand.A > 0 {
		f.Tiles.Y += f.gap * brandAir
		f.Tiles.H -= f.gap * brandAir
	}
	return f
}

// Strip draws a mark for every KPI of the board, so that one in trouble
// stays in sight while another page stands; the page's own are underlined.
func Strip(v View) []draw.Element {
	var s draw.Sheet
	f, p := v.Frame(), v.Palette
	left, right := v.footerTexts(f)
	room := f.Strip
	if f.Strip.Y == f.Footer.Y {
		side := max(draw.Medium.Width(left, f.Floor, true), draw.Medium.Width(right, f.Floor, true)) + f.Floor
		room = draw.NewBox(f.Strip.X+side, f.Strip.Y, f.Strip.W-2*side, f.Strip.H)
	}
	kpis := v.Board.Config.KPIs
	size := f.Floor * 0.62
	step := min(size*1.55, room.W/float32(max(1, len(kpis))))
	if step < size*1.1 {
		return nil
	}
	here := map[string]bool{}
	if page := v.Shown(); page != nil {
		for _, id := range page.Tiles {
			here[id] = true
		}
	}
	x := room.X + (room.W-step*float32(len(kpis)))/2
	for i := range kpis {
		r := v.Board.Readings[kpis[i].ID]
		b := draw.NewBox(x+(step-size)/2, room.Bottom()-size*1.25, size, size)
		s.Art("mark of "+r.KPI.ID, b, chart.MarkOf(r.Status), StatusInk(r.Status, p))
		if here[r.KPI.ID] {
			s.Rect("underline of "+r.KPI.ID, draw.NewBox(b.X, room.Bottom()-size*0.1, size, size*0.1), themes.SecondaryText(p.Ground, p.MinContrast), 0)
		}
		x += step
	}
	return s.Elements
}

// Footer draws which page stands and for how long, how old the data is,
// and any trouble above it in words.
func Footer(v View) []draw.Element {
	var s draw.Sheet
	f, p := v.Frame(), v.Palette
	quiet := draw.Ink{Face: draw.Medium, Size: f.Floor, Color: themes.SecondaryText(p.Ground, p.MinContrast), On: p.Ground, Tabular: true}
	left, right := v.footerTexts(f)
	at := f.Footer.Bottom() - f.Floor*0.08
	s.Text("page", left, f.Footer.X, at, quiet)
	s.TextRight("age of the data", right, f.Footer.Right(), at, quiet)

	lines := v.trouble(v.plainFrame())
	if len(lines) == 0 {
		return s.Elements
	}
	s.Rect("banner", f.banner, p.Near, f.Floor*0.2)
	k := draw.Ink{Face: draw.Semibold, Size: f.Floor, Color: themes.Ink(p.Near), On: p.Near}
	y := f.banner.Y + f.Floor*(0.25+0.93)
	s.Art("warning", draw.NewBox(f.banner.X+f.Floor*0.4, y-f.Floor*0.78, f.Floor*0.85, f.Floor*0.85), chart.Warning, k.Color)
	for _, line := range lines {
		s.Text("trouble", line, f.banner.X+f.Floor*troubleAt, y, k)
		y += f.Floor * 1.15
	}
	return s.Elements
}

// troubleAt is where the text of the banner begins, behind the mark, in floor sizes.
const troubleAt = 1.6

// trouble returns the lines of the banner: the worst finding, and how many more
// there are. A value that is not saved is what a person has to know first.
func (v View) trouble(f Frame) []string {
	all := slices.Clone(v.Unsaved)
	for _, found := range v.Board.Findings {
		all = append(all, words.Of(v.Board.Config).Wall(found, v.Now))
	}
	if len(all) == 0 {
		return nil
	}
	text := words.Of(v.Board.Config).More(all[0], len(all)-1)
	return draw.Semibold.Wrap(text, f.Floor, f.banner.W-f.Floor*(troubleAt+0.6), 2)
}

// footerTexts returns the words at the two ends of the footer, in full where
// there is room.
func (v View) footerTexts(f Frame) (left, right string) {
	n := len(v.Board.Config.Pages)
	if n > 1 {
		left = fmt.Sprintf("page %d of %d", v.Page+1, n)
	}
	switch {
	case v.Held:
		left = strings.TrimPrefix(left+" · held", " · ")
	case v.Paging && !v.Calm:
		left += fmt.Sprintf(" · %d s", int(v.Left.Round(time.Second)/time.Second))
	}
	if v.Board.Read.IsZero() {
		return left, "not read yet"
	}
	if v.Board.Config.Store.Role == config.Copy {
		return left, "copy of " + v.moment(v.Board.Copied, "15:04")
	}
	right = v.moment(v.Board.Read, "15:04:05")
	if draw.Medium.Width(left+right+"data of ", f.Floor, true) < f.Footer.W*0.95 {
		right = "data of " + right
	}
	return left, right
}

// moment writes when the data is of: the time of another day with its date, or
// it would look like today's.
func (v View) moment(t time.Time, layout string) string {
	if t.IsZero() {
		return "?"
	}
	t = t.In(v.Zone())
	if kpi.DateOf(t) != kpi.DateOf(v.Now.In(v.Zone())) {
		layout = "2 Jan 15:04"
	}
	return t.Format(layout)
}

// StatusInk returns the colour of a status's mark on the wall's ground.
func StatusInk(s kpi.Status, p themes.Palette) color.NRGBA {
	quiet := themes.SecondaryText(p.Ground, p.MinContrast)
	if !s.Verdict() {
		return quiet
	}
	return p.Mark(s, p.Ground)
}

// Empty fills the place of the tiles where there is no page to show,
// with what is wrong in words that reach across the room.
func Empty(v View) []draw.Element {
	var s draw.Sheet
	f, p := v.Frame(), v.Palette
	text := "There is no page to show."
	if len(v.Board.Findings) > 0 {
		text = "There is no board to show yet."
	}
	k := draw.Ink{Face: draw.Semibold, Size: f.Floor * 1.6, Color: themes.Ink(p.Ground), On: p.Ground}
	y := f.Tiles.Y + f.Tiles.H*0.25
	for _, line := range draw.Semibold.Wrap(text, k.Size, f.Tiles.W, 3) {
		s.Text("message", line, f.Tiles.X, y, k)
		y += k.Size * 1.2
	}
	k = draw.Ink{Face: draw.Medium, Size: f.Floor, Color: themes.SecondaryText(p.Ground, p.MinContrast), On: p.Ground}
	for _, found := range v.Board.Findings {
		for _, line := range draw.Medium.Wrap(words.Of(v.Board.Config).Wall(found, v.Now), k.Size, f.Tiles.W, 3) {
			if y += k.Size * 1.3; y < f.Tiles.Bottom() {
				s.Text("reason", line, f.Tiles.X, y, k)
			}
		}
		y += k.Size * 0.4
	}
	return s.Elements
}
