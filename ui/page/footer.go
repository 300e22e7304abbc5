package page

import (
	"slices"
	"strings"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// FooterRise is how far the footer's baseline is above its end, in floor sizes.
const FooterRise = 0.08

// Measures of the footer and of the banner above it, in floor sizes where nothing
// else is said.
const (
	footerWords   = 0.95 // share of its width that words in full may take
	keysShare     = 0.7  // that the first keys may take beside the age of the data
	bannerPad     = 0.25 // above the first and below the last
	firstBaseline = 0.93 // below the padding
	bannerCorner  = 0.2
	maxBanner     = 2 // lines, and one more on an upright screen

	warningSide = 0.85
	warningRise = 0.78 // over the baseline
	warningAt   = 0.4
	troubleAt   = 1.6 // where the text begins, behind the mark
	afterText   = 0.6
)

// Footer draws which page stands and for how long, how old the data is,
// and any trouble above it in words.
func Footer(v View) []draw.Element {
	var s draw.Sheet
	f := v.plainFrame()
	text, _ := v.footerTexts(f)
	s.Text("page", text, f.Footer.X, v.footerBaseline(), v.footerInk())
	Age(&s, v)
	Banner(&s, v)
	return s.Elements
}

// Age draws at the right of the footer how old the data is, and returns where that
// begins.
func Age(s *draw.Sheet, v View) (left float32) {
	f := v.plainFrame()
	_, text := v.footerTexts(f)
	return f.Footer.Right() - s.TextRight("age of the data", text, f.Footer.Right(), v.footerBaseline(), v.footerInk())
}

// Banner draws trouble in words above the footer.
func Banner(s *draw.Sheet, v View) {
	lines := v.trouble(v.plainFrame())
	if len(lines) == 0 {
		return
	}
	f, p := v.Frame(), v.Palette
	s.Rect("banner", f.banner, p.Near, f.Floor*bannerCorner)
	k := draw.Ink{Face: draw.Semibold, Size: f.Floor, Color: themes.Ink(p.Near), On: p.Near}
	y := f.banner.Y + f.Floor*(bannerPad+firstBaseline)
	mark := draw.NewBox(f.banner.X+f.Floor*warningAt, y-f.Floor*warningRise, f.Floor*warningSide, f.Floor*warningSide)
	s.Art("warning", mark, chart.Warning, k.Color)
	for _, line := range lines {
		s.Text("trouble", line, f.banner.X+f.Floor*troubleAt, y, k)
		y += f.Floor * lineHeight
	}
}

// footerInk is that of words whose figures change while they are read.
func (v View) footerInk() draw.Ink {
	k := v.quietInk()
	k.Tabular = true
	return k
}

func (v View) footerBaseline() float32 {
	f := v.plainFrame()
	return f.Footer.Bottom() - f.Floor*FooterRise
}

// trouble returns the lines of the banner: the worst finding, and how many more
// there are. A value that is not saved is what a person has to know first; but that
// the board is one of the past, above all.
func (v View) trouble(f Frame) []string {
	width := f.banner.W - f.Floor*(troubleAt+afterText)
	limit := maxBanner
	if v.Size.Height > v.Size.Width {
		limit++
	}
	var past []string
	if v.Past != "" {
		past = draw.Semibold.Wrap(v.Past, f.Floor, width, limit)
	}
	all, say := slices.Clone(v.Unsaved), v.Words()
	for _, found := range v.Board.Findings {
		if v.Shown() != nil { // else it stands in the place of the tiles
			all = append(all, say.Wall(found, v.Now))
		}
	}
	if len(all) == 0 {
		return past
	}
	text := say.More(all[0], len(all)-1)
	return append(past, draw.Semibold.Wrap(text, f.Floor, width, limit)...)
}

// footerTexts returns the words at the two ends of the footer, in full where
// there is room.
func (v View) footerTexts(f Frame) (left, right string) {
	say, left := v.Words(), v.pageText()
	if keys := v.keysWithin(f.Footer.W*keysShare, true); keys != "" && f.Strip.Y != f.Footer.Y {
		left = keys // elsewhere the header has room for them
	}
	switch {
	case v.Board.Read.IsZero():
		return left, say.Say("wall.not_read", nil)
	case v.Board.Config.Store.Role == config.Copy:
		return left, say.Say("wall.copy", words.Args{"Of": v.moment(v.Board.Copied, "15:04")})
	}
	right = v.moment(v.Board.Read, "15:04:05")
	full := say.Say("wall.updated", words.Args{"At": right})
	if draw.Medium.Width(left+full, f.Floor, true) < f.Footer.W*footerWords {
		right = full
	}
	return left, right
}

// pageText says which page is shown, and for how long.
func (v View) pageText() (text string) {
	say := v.Words()
	var parts []string
	if at, n := v.turn(); at > 0 && n > 1 {
		parts = append(parts, say.Say("wall.page", words.Args{"Page": at, "Pages": n}))
	}
	switch {
	case v.Held:
		parts = append(parts, say.Say("wall.paused", nil))
	case v.Paging && !v.Calm:
		parts = append(parts, v.leftText())
	}
	return strings.Join(parts, " · ")
}

// leftText says how long the page still stands: in minutes while nobody counts seconds.
func (v View) leftText() string {
	left := v.Left.Round(time.Second)
	if left > 2*time.Minute {
		return v.Words().Say("wall.left.minutes", words.Args{"Minutes": int((left + time.Minute - 1) / time.Minute)})
	}
	return v.Words().Say("wall.left", words.Args{"Seconds": int(left / time.Second)})
}

// turn counts the pages that come by themselves now, and which of them stands: 0 for
// one that was called up.
func (v View) turn() (at, n int) {
	for i, p := range v.Board.Config.Pages {
		if !p.InRotation(v.Now.In(v.Zone())) {
			continue
		}
		if n++; i == v.Page {
			at = n
		}
	}
	return at, n
}

// moment writes when the data is of: the time of another day with its date, or
// it would look like today's.
func (v View) moment(t time.Time, layout string) string {
	if t.IsZero() {
		return "?"
	}
	t = t.In(v.Zone())
	if kpi.DateOf(t) != kpi.DateOf(v.Now.In(v.Zone())) {
		return v.Words().Time(t, v.Now)
	}
	return t.Format(layout)
}
