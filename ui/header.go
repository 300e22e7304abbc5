package ui

import "kpiwall/themes"

// composeHeader draws the title, what is special about the board, and the clock.
func composeHeader(v view) []element {
	var s sheet
	f, p := v.frame(), v.palette
	main := ink{face: semibold, size: f.floor * 1.2, color: themes.Ink(p.Ground), on: p.Ground}
	quiet := ink{face: medium, size: f.floor, color: themes.Quiet(p.Ground, p.Least), on: p.Ground}
	at := f.header.y + main.size*capHeight

	right := f.header.right() - v.clock(&s, f.header.right(), at, main)
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
	x += drawLogo(&s, v.board.Config.Screen.Logo, x, at, main)
	v.brandLine(&s, f)
	if page := v.pageOf(); page != nil && page.Title != "" {
		text := semibold.shorten(page.Title, main.size, right-x)
		x += s.text("title of the page", text, x, at, main) + f.floor*0.6
	}
	if title := v.board.Config.Title; title != "" && quiet.face.width(title, quiet.size, false) <= right-x {
		s.text("title of the board", title, x, at, quiet)
	}
	return s.elements
}

// clock sets the time of day, whose colon ticks so that a frozen wall can be
// told from a quiet one, and returns its width.
func (v view) clock(s *sheet, right, at float32, k ink) float32 {
	now := v.now.In(v.board.Config.Calendar.Zone)
	k.tabular = true
	colon := k
	if now.Unix()/v.beat()%2 == 1 {
		colon.color = themes.Mix(k.on, k.color, 0.25)
	}
	minutes, hours := now.Format("04"), now.Format("15")
	w := s.textRight("clock", minutes, right, at, k)
	w += s.textRight("colon of the clock", ":", right-w, at, colon)
	w += s.textRight("clock", hours, right-w, at, k)
	return w
}

// beat returns how often the clock ticks, in seconds.
func (v view) beat() int64 {
	if v.calm {
		return calmBeat
	}
	return 1
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

// calmBeat is how often a calm clock ticks, in seconds.
const calmBeat = 10
