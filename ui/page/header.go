package page

import (
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Measures of the header, in floor sizes where nothing else is said.
const (
	titleScale  = 1.2 // font size of the title and the clock
	besideTitle = 0.6

	badgeRise   = 0.28 // over the header
	badgeHeight = draw.CapHeight*titleScale + 2*badgeRise
	badgePad    = 0.4 // left and right of its text
	badgeCorner = 0.2
	badgeText   = 0.07 // its baseline over that of the title, which is larger
	badgeAir    = 0.5
	clockAir    = 1
	minTitle    = 0.1 // share of the header's width that badges leave

	fadedColon = 0.25 // what is left of the clock's colon every other second
)

// The titles in a header.
const (
	kindPageTitle  draw.Kind = "title of the page"
	kindBoardTitle draw.Kind = "title of the board"
)

// Header draws the title, what is special about the board, and the clock.
func Header(v View) []draw.Element {
	var s draw.Sheet
	f := v.Frame()
	left, air := Corner(&s, v)
	right := left - air
	main, quiet := v.TitleInk(), v.quietInk()
	x, at := f.Header.X, v.titleBaseline()
	x += v.Logo.draw(&s, x, at, main)
	BrandLine(&s, v, f.Tiles.Y)
	if page := v.Shown(); page != nil {
		text := main.Face.Shorten(v.Words().PageTitle(page), main.Size, right-x)
		if len(v.tags()) < 2 || !draw.Shortened(text) { // beside two badges little more than a mark would be left
			x += s.Text(kindPageTitle, text, x, at, main) + f.Floor*besideTitle
		}
	}
	if keys := v.keysWithin(right-x, false); keys != "" && f.Strip.Y == f.Footer.Y {
		right -= s.TextRight("first keys", keys, right, at, quiet) + f.Floor*clockAir
	}
	if title := v.Board.Config.Title; title != "" && quiet.Face.Width(title, quiet.Size, false) <= right-x {
		s.Text(kindBoardTitle, title, x, at, quiet)
	}
	return s.Elements
}

// keysWithin returns what there is room for of the first keys, or "".
func (v View) keysWithin(width float32, tabular bool) string {
	for _, text := range v.Keys {
		if draw.Medium.Width(text, v.plainFrame().Floor, tabular) <= width {
			return text
		}
	}
	return ""
}

// Corner draws the clock and what is special about the board at the right of the
// header. It returns where that begins, and how much room is to be left before it.
func Corner(s *draw.Sheet, v View) (left, air float32) {
	f, p := v.plainFrame(), v.Palette
	at := v.titleBaseline()
	left, air = f.Header.Right()-v.clock(s, f.Header.Right(), at), f.Floor*clockAir
	k := draw.Ink{Face: draw.Semibold, Size: f.Floor, Color: themes.Ink(p.Near), On: p.Near}
	tags, room := v.tags(), left-air-f.Header.X-f.Header.W*minTitle
	for len(tags) > 1 && badgeSize(tags, f, room) < MinNearSize(v) {
		tags = tags[:len(tags)-1]
	}
	k.Size = min(k.Size, badgeSize(tags, f, room))
	for _, tag := range tags {
		w := k.Face.Width(tag, k.Size, false) + f.Floor*2*badgePad
		x := left - air - w
		s.Rect("badge", draw.NewBox(x, f.Header.Y-f.Floor*badgeRise, w, f.Floor*badgeHeight), p.Near, f.Floor*badgeCorner)
		s.Text("badge", tag, x+f.Floor*badgePad, at-f.Floor*badgeText-(f.Floor-k.Size)*draw.CapHeight/2, k)
		left, air = x, f.Floor*badgeAir
	}
	return left, air
}

// badgeSize returns the size of the badges' text at which all of them have room: neither
// that values are made up nor that they are of another day is left out on a screen where
// it could be read.
func badgeSize(tags []string, f Frame, room float32) float32 {
	var wide float32
	for i, tag := range tags {
		wide += draw.Semibold.Width(tag, f.Floor, false)
		room -= f.Floor * 2 * badgePad
		if i > 0 {
			room -= f.Floor * badgeAir
		}
	}
	if wide == 0 {
		return f.Floor
	}
	return f.Floor * max(room, 0) / wide
}

// TitleInk is how the title of a header looks.
func (v View) TitleInk() draw.Ink {
	g := v.Palette.Ground
	return draw.Ink{Face: draw.Semibold, Size: v.plainFrame().Floor * titleScale, Color: themes.Ink(g), On: g}
}

// quietInk is how what explains looks on the wall's ground.
func (v View) quietInk() draw.Ink {
	g := v.Palette.Ground
	return draw.Ink{Face: draw.Medium, Size: v.plainFrame().Floor, Color: themes.SecondaryText(g, v.Palette.MinContrast), On: g}
}

func (v View) titleBaseline() float32 {
	return v.plainFrame().Header.Y + v.TitleInk().Size*draw.CapHeight
}

// clock sets the time of day, whose colon ticks so that a frozen wall can be
// told from a quiet one, and returns its width.
func (v View) clock(s *draw.Sheet, right, at float32) float32 {
	now, k := v.Now.In(v.Zone()), v.TitleInk()
	k.Tabular = true
	colon := k
	if now.Unix()/v.beat()%2 == 1 {
		colon.Color = themes.Mix(k.On, k.Color, fadedColon)
	}
	minutes, hours := now.Format("04"), now.Format("15")
	w := s.TextRight("clock", minutes, right, at, k)
	w += s.TextRight("colon of the clock", ":", right-w, at, colon)
	w += s.TextRight("clock", hours, right-w, at, k)
	return w
}

// beat returns how often the clock ticks, in seconds.
func (v View) beat() int64 {
	if v.Calm {
		return CalmBeat
	}
	return 1
}

// CalmBeat is how often a calm clock ticks, in seconds.
const CalmBeat = 10

// tags says what keeps this board from being the real one of today.
func (v View) tags() []string {
	var tags []string
	if v.Board.Demo {
		tags = append(tags, v.Words().Say("wall.demo", nil))
	}
	if v.Board.AsOf {
		day := v.Words().ShortDate(kpi.DateOf(v.Board.Now.In(v.Zone())))
		tags = append(tags, v.Words().Say("wall.as_of", words.Args{"Day": day}))
	}
	return tags
}
