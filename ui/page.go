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
}

// page returns the configuration of the page shown, or nil without pages.
func (v view) pageOf() *config.Page {
	if pages := v.board.Config.Pages; v.page < len(pages) {
		return &pages[v.page]
	}
	return nil
}

func (v view) frame() frame {
	return newFrame(v.size, v.board.Config.Screen, len(v.trouble(v.plainFrame())))
}

func (v view) plainFrame() frame { return newFrame(v.size, v.board.Config.Screen, 0) }

// composeHeader draws the title, what is special about the board, and the clock.
func composeHeader(v view) []element {
	var s sheet
	f, p := v.frame(), v.palette
	main := ink{face: semibold, size: f.floor * 1.2, color: themes.Ink(p.Ground), on: p.Ground}
	quiet := ink{face: medium, size: f.floor, color: themes.Quiet(p.Ground, p.Least), on: p.Ground}
	at := f.header.y + main.size*capHeight

	right := f.header.right() - s.clock(v, f.header.right(), at, main)
	right -= f.floor
	x := f.header.x
	for _, tag := range v.tags() {
		w := quiet.face.width(tag, quiet.size, false) + f.floor*0.8
		if right-w < x+f.header.w*0.3 {
			continue
		}
		b := box{right - w, f.header.y - f.floor*0.28, w, f.floor * (capHeight*1.2 + 0.56)}
		s.rect("badge", b, p.Near, f.floor*0.2)
		s.text("badge", tag, b.x+f.floor*0.4, at-f.floor*0.07, ink{face: semibold, size: f.floor, color: themes.Ink(p.Near), on: p.Near})
		right = b.x - f.floor*0.5
	}
	title := v.board.Config.Title
	if page := v.pageOf(); page != nil && page.Title != "" {
		text := semibold.shorten(page.Title, main.size, right-x)
		x += s.text("title of the page", text, x, at, main) + f.floor*0.6
	} else {
		main, title = quiet, v.board.Config.Title
	}
	if title != "" && quiet.face.width(title, quiet.size, false) <= right-x {
		s.text("title of the board", title, x, at, quiet)
	}
	return s.elements
}

// clock sets the time of day, whose colon ticks so that a frozen wall can be
// told from a quiet one, and returns its width.
func (s *sheet) clock(v view, right, at float32, k ink) float32 {
	now := v.now.In(v.board.Config.Calendar.Zone)
	k.tabular = true
	colon := k
	if now.Second()%2 == 1 {
		colon.color = themes.Mix(k.on, k.color, 0.25)
	}
	minutes, hours := now.Format("04"), now.Format("15")
	w := s.textRight("clock", minutes, right, at, k)
	w += s.textRight("colon of the clock", ":", right-w, at, colon)
	w += s.textRight("clock", hours, right-w, at, k)
	return w
}

// tags says what keeps this board from being the real one of today.
func (v view) tags() []string {
	var tags []string
	if v.board.Demo {
		tags = append(tags, "DEMO VALUES")
	}
	if v.board.AsOf {
		tags = append(tags, "AS OF "+v.board.Now.In(v.board.Config.Calendar.Zone).Format("2 Jan 2006"))
	}
	return tags
}

// composeTiles draws the page's tiles, each as a list of its own.
func composeTiles(v view) [][]element {
	page := v.pageOf()
	if page == nil {
		return nil
	}
	f := v.frame()
	boxes := arrange(len(page.Tiles), f.tiles, f.gap, f.floor)
	tiles := make([]tile, len(boxes))
	bySize := map[fyne.Size][]*board.Reading{}
	for i, id := range page.Tiles {
		tiles[i] = tile{reading: v.board.Readings[id], box: boxes[i]}
		size := fyne.NewSize(boxes[i].w, boxes[i].h)
		bySize[size] = append(bySize[size], tiles[i].reading)
	}
	plans, digits := planPage(bySize, f.floor)
	out := make([][]element, len(tiles))
	for i, t := range tiles {
		t.plan = plans[fyne.NewSize(t.box.w, t.box.h)]
		t.digits = min(digits, fitNumber(t.reading.Parts, t.plan.numberRoom, f.floor))
		t.now, t.palette = v.board.Now, v.palette
		out[i] = t.compose()
	}
	return out
}

// planPage plans tiles of each size, and returns the font size that the digits
// of the page share.
func planPage(bySize map[fyne.Size][]*board.Reading, floor float32) (map[fyne.Size]plan, float32) {
	plans := map[fyne.Size]plan{}
	var digits float32
	for size, readings := range bySize {
		pl := planTiles(size.Width, size.Height, floor, readings)
		plans[size] = pl
		fits := min(pl.numberCap/capHeight, bestFit(readings, pl.numberRoom, floor))
		if digits == 0 || fits < digits {
			digits = fits
		}
	}
	for size, readings := range bySize {
		if pl := plans[size]; pl.chart.h == 0 {
			pl.chart = pl.besideNumbers(readings, digits)
			plans[size] = pl
		}
	}
	return plans, digits
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
	case v.paging:
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
		text = "There is no board to show yet. The reason is below."
	}
	k := ink{face: semibold, size: f.floor * 1.6, color: themes.Ink(p.Ground), on: p.Ground}
	y := f.tiles.y + f.tiles.h*0.4
	for _, line := range semibold.wrap(text, k.size, f.tiles.w, 3) {
		s.text("message", line, f.tiles.x, y, k)
		y += k.size * 1.2
	}
	return s.elements
}
