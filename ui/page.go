package ui

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// view is all that decides what a page looks like at one moment.
type view struct {
	size    fyne.Size
	board   *board.Board
	palette themes.Palette
	page    int           // index into the board's pages
	now     time.Time     // for the clock; it ticks
	left    time.Duration // until the page turns
	held    bool
	paging  bool // there is more than one page in rotation
	notice  string
	calm    bool                 // the clock ticks slowly
	changed map[string]time.Time // KPIs whose value changed a moment ago
	marked  string               // the KPI that the arrows have chosen, or none
}

// zone returns the board's time zone.
func (v view) zone() *time.Location { return v.board.Config.Calendar.Zone }

// pageOf returns the configuration of the page shown, or nil without pages.
func (v view) pageOf() *config.Page {
	if pages := v.board.Config.Pages; v.page < len(pages) {
		return &pages[v.page]
	}
	return nil
}

func (v view) frame() frame {
	return v.frameWith(len(v.trouble(v.plainFrame())))
}

func (v view) plainFrame() frame { return v.frameWith(0) }

// frameWith divides the canvas where there are lines of trouble.
func (v view) frameWith(lines int) frame {
	f := newFrame(v.size, v.board.Config.Screen, lines)
	if v.palette.Brand.A > 0 {
		f.tiles.y += f.gap * brandAir
		f.tiles.h -= f.gap * brandAir
	}
	return f
}

// composeStrip draws a mark for every KPI of the board, so that one in trouble
// stays in sight while another page stands; the page's own are underlined.
func composeStrip(v view) []element {
	var s sheet
	f, p := v.frame(), v.palette
	left, right := v.footerTexts(f)
	room := f.strip
	if f.strip.y == f.footer.y {
		side := max(medium.width(left, f.floor, true), medium.width(right, f.floor, true)) + f.floor
		room = box{f.strip.x + side, f.strip.y, f.strip.w - 2*side, f.strip.h}
	}
	kpis := v.board.Config.KPIs
	size := f.floor * 0.62
	step := min(size*1.55, room.w/float32(max(1, len(kpis))))
	if step < size*1.1 {
		return nil
	}
	here := map[string]bool{}
	if page := v.pageOf(); page != nil {
		for _, id := range page.Tiles {
			here[id] = true
		}
	}
	x := room.x + (room.w-step*float32(len(kpis)))/2
	for i := range kpis {
		r := v.board.Readings[kpis[i].ID]
		b := box{x + (step-size)/2, room.bottom() - size*1.25, size, size}
		s.art("mark of "+r.KPI.ID, b, markOf(r.Status), stripInk(r.Status, p))
		if here[r.KPI.ID] {
			s.rect("underline of "+r.KPI.ID, box{b.x, room.bottom() - size*0.1, size, size * 0.1}, themes.Quiet(p.Ground, p.Least), 0)
		}
		x += step
	}
	return s.elements
}

// composeFooter draws which page stands and for how long, how old the data is,
// and any trouble above it in words.
func composeFooter(v view) []element {
	var s sheet
	f, p := v.frame(), v.palette
	quiet := ink{face: medium, size: f.floor, color: themes.Quiet(p.Ground, p.Least), on: p.Ground, tabular: true}
	left, right := v.footerTexts(f)
	at := f.footer.bottom() - f.floor*0.08
	s.text("page", left, f.footer.x, at, quiet)
	s.textRight("age of the data", right, f.footer.right(), at, quiet)

	lines := v.trouble(v.plainFrame())
	if len(lines) == 0 {
		return s.elements
	}
	s.rect("banner", f.banner, p.Near, f.floor*0.2)
	k := ink{face: semibold, size: f.floor, color: themes.Ink(p.Near), on: p.Near}
	y := f.banner.y + f.floor*(0.25+0.93)
	s.art("warning", box{f.banner.x + f.floor*0.4, y - f.floor*0.78, f.floor * 0.85, f.floor * 0.85}, markWarning, k.color)
	for _, line := range lines {
		s.text("trouble", line, f.banner.x+f.floor*1.6, y, k)
		y += f.floor * 1.15
	}
	return s.elements
}

// trouble returns the lines of the banner: the worst trouble, and how many more there are.
func (v view) trouble(f frame) []string {
	if len(v.board.Trouble) == 0 {
		return nil
	}
	text := v.board.Trouble[0].Text
	if n := len(v.board.Trouble) - 1; n > 0 {
		text += fmt.Sprintf(" (and %d more)", n)
	}
	return semibold.wrap(strings.ReplaceAll(text, "\n", " "), f.floor, f.banner.w-2*f.floor, 2)
}

// footerTexts returns the words at the two ends of the footer, in full where
// there is room.
func (v view) footerTexts(f frame) (left, right string) {
	n := len(v.board.Config.Pages)
	if n > 1 {
		left = fmt.Sprintf("page %d of %d", v.page+1, n)
	}
	switch {
	case v.held:
		left = strings.TrimPrefix(left+" · held", " · ")
	case v.paging && !v.calm:
		left += fmt.Sprintf(" · %d s", int(v.left.Round(time.Second)/time.Second))
	}
	if v.board.Read.IsZero() {
		return left, "not read yet"
	}
	right = v.board.Read.In(v.board.Config.Calendar.Zone).Format("15:04:05")
	if medium.width(left+right+"data of ", f.floor, true) < f.footer.w*0.95 {
		right = "data of " + right
	}
	return left, right
}

func stripInk(s kpi.Status, p themes.Palette) color.NRGBA {
	quiet := themes.Quiet(p.Ground, p.Least)
	if !s.Verdict() {
		return quiet
	}
	return p.Mark(s, p.Ground)
}

// composeEmpty fills the place of the tiles where there is no page to show,
// with what is wrong in words that reach across the room.
func composeEmpty(v view) []element {
	var s sheet
	f, p := v.frame(), v.palette
	text := "There is no page to show."
	if len(v.board.Trouble) > 0 {
		text = "There is no board to show yet."
	}
	k := ink{face: semibold, size: f.floor * 1.6, color: themes.Ink(p.Ground), on: p.Ground}
	y := f.tiles.y + f.tiles.h*0.25
	for _, line := range semibold.wrap(text, k.size, f.tiles.w, 3) {
		s.text("message", line, f.tiles.x, y, k)
		y += k.size * 1.2
	}
	k = ink{face: medium, size: f.floor, color: themes.Quiet(p.Ground, p.Least), on: p.Ground}
	for _, t := range v.board.Trouble {
		for _, line := range medium.wrap(t.Text, k.size, f.tiles.w, 3) {
			if y += k.size * 1.3; y < f.tiles.bottom() {
				s.text("reason", line, f.tiles.x, y, k)
			}
		}
		y += k.size * 0.4
	}
	return s.elements
}
