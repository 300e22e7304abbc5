package page

import (
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Header draws the title, what is special about the board, and the clock.
func Header(v View) []draw.Element {
	var s draw.Sheet
	f, p := v.Frame(), v.Palette
	main := draw.Ink{Face: draw.Semibold, Size: f.Floor * 1.2, Color: themes.Ink(p.Ground), On: p.Ground}
	quiet := draw.Ink{Face: draw.Medium, Size: f.Floor, Color: themes.SecondaryText(p.Ground, p.MinContrast), On: p.Ground}
	at := f.Header.Y + main.Size*draw.CapHeight

	right := f.Header.Right() - v.clock(&s, f.Header.Right(), at, main)
	right -= f.Floor
	x := f.Header.X
	for _, tag := range v.tags() {
		w := quiet.Face.Width(tag, quiet.Size, false) + f.Floor*0.8
		if right-w < x+f.Header.W*0.3 {
			continue
		}
		b := draw.NewBox(right-w, f.Header.Y-f.Floor*0.28, w, f.Floor*(draw.CapHeight*1.2+0.56))
		s.Rect("badge", b, p.Near, f.Floor*0.2)
		s.Text("badge", tag, b.X+f.Floor*0.4, at-f.Floor*0.07, draw.Ink{Face: draw.Semibold, Size: f.Floor, Color: themes.Ink(p.Near), On: p.Near})
		right = b.X - f.Floor*0.5
	}
	x += v.Logo.draw(&s, x, at, main)
	v.brandLine(&s, f)
	if page := v.Shown(); page != nil && page.Title != "" {
		text := draw.Semibold.Shorten(page.Title, main.Size, right-x)
		x += s.Text("title of the page", text, x, at, main) + f.Floor*0.6
	}
	if title := v.Board.Config.Title; title != "" && quiet.Face.Width(title, quiet.Size, false) <= right-x {
		s.Text("title of the board", title, x, at, quiet)
	}
	return s.Elements
}

// clock sets the time of day, whose colon ticks so that a frozen wall can be
// told from a quiet one, and returns its width.
func (v View) clock(s *draw.Sheet, right, at float32, k draw.Ink) float32 {
	now := v.Now.In(v.Board.Config.Calendar.Zone)
	k.Tabular = true
	colon := k
	if now.Unix()/v.beat()%2 == 1 {
		colon.Color = themes.Mix(k.On, k.Color, 0.25)
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

// tags says what keeps this board from being the real one of today.
func (v View) tags() []string {
	var tags []string
	if v.Board.Demo {
		tags = append(tags, "DEMO VALUES")
	}
	if v.Board.AsOf {
		tags = append(tags, "AS OF "+v.Board.Now.In(v.Board.Config.Calendar.Zone).Format("2 Jan 2006"))
	}
	return tags
}

// CalmBeat is how often a calm clock ticks, in seconds.
const CalmBeat = 10
