package entry

import (
	"kpiwall/data/board"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// Compose draws the round: the list, or the form of the KPI chosen.
func (e *round) Compose(v page.View) []draw.Element {
	p := overlay.NewPane(v)
	if e.form != nil {
		e.form.compose(p, v, e.told(), e.Section().Bindings)
	} else {
		e.composeList(p, v)
	}
	return p.Elements
}

func (e *round) composeList(p *overlay.Pane, v page.View) {
	list := e.listed()
	cursor := e.cursor(list)
	right := p.Quiet()
	due := p.TextRight("due", e.dueText(p.Speech), p.In.Right(), p.Y+right.Size*draw.CapHeight, right)
	if e.filter == "" {
		p.Line("title", p.Speech.Say("entry.title", nil), "", p.Main(), right)
	} else {
		p.Typed("title", p.Speech.Say("entry.filtered", words.Args{"Text": e.filter}), 0, p.In.W-due-p.Size, p.Main())
	}
	p.Y += p.Size * 0.3
	room := p.Bottom(e.told(), e.Section().Bindings) - p.Y - p.Size*1.9 // and what tells of more
	rows := max(1, int(room/(p.Size*1.45)))
	first := max(0, min(cursor-rows/2, len(list)-rows))
	for i := first; i < min(len(list), first+rows); i++ {
		e.composeRow(p, v, list[i], i == cursor)
	}
	if more := len(list) - first - rows; more > 0 {
		p.Line("more", p.Speech.Say("entry.further", words.Args{"Count": more}), "", p.Quiet(), p.Quiet())
	}
	if len(list) == 0 {
		p.Line("nothing", p.Speech.Say("entry.not_found", nil), "", p.Quiet(), p.Quiet())
	}
}

// told returns the message that stands: of the form, or else of what went before it,
// with the key that undoes it while that does.
func (e *round) told() overlay.Message {
	if e.form != nil && e.form.message.Text != "" {
		return e.form.message
	}
	m := e.message
	if m.Text != "" && e.undoHint != "" && e.undoes() {
		m.Text = e.say(e.undoHint, words.Args{"Text": m.Text})
	}
	return m
}

// dueText says how many KPIs are due.
func (e *round) dueText(s *words.Speech) string {
	n := len(e.due())
	if n == 0 {
		return s.Say("entry.none_due", nil)
	}
	return s.Say("entry.due", words.Args{"Count": n})
}

// composeRow draws one KPI of the list: its name, when it is due, its last value.
func (e *round) composeRow(p *overlay.Pane, v page.View, r *board.Reading, chosen bool) {
	left, right := p.Main(), p.Quiet()
	left.Face = draw.Medium
	if chosen {
		fill := themes.Mix(p.Palette.Panel, themes.Ink(p.Palette.Panel), 0.16)
		p.Rect("cursor", draw.NewBox(p.In.X-p.Size*0.4, p.Y-p.Size*0.36, p.In.W+p.Size*0.8, p.Size*1.42), fill, p.Size*0.2)
		left.On, right.On = fill, fill
		left.Face = draw.Semibold
		right.Color = themes.SecondaryText(fill, p.Palette.MinContrast)
	}
	size := page.MarkSize(p.Size)
	p.Art("mark", draw.NewBox(p.In.X, p.Y+p.Size*draw.CapHeight/2-size/2, size, size), chart.MarkOf(r.Status), page.StatusInk(r.Status, p.Palette))
	indent := size + p.Size*0.5
	p.In.X, p.In.W = p.In.X+indent, p.In.W-indent
	p.Line("KPI", r.KPI.Name, e.state(p.Speech, v, r), left, right)
	p.In.X, p.In.W = p.In.X-indent, p.In.W+indent
}

// state says of a KPI in the list what matters before its value is typed.
func (e *round) state(s *words.Speech, v page.View, r *board.Reading) string {
	key := draftKey{kpi: r.KPI.ID}
	if f := e.queue.of(key); f != nil && f.entered.refused == "" {
		return s.Say("entry.state.waiting", words.Args{"Text": f.entered.draft.summary(s)})
	}
	if d, ok := e.drafts[key]; ok {
		return s.Say("entry.state.draft", words.Args{"Text": d.summary(s)})
	}
	when, missing := s.ReadingPeriod(r), e.missing(r)
	switch {
	case len(missing) == 0 && e.recorded(r.KPI.ID):
		when = s.Say("entry.state.saved", nil)
	case len(missing) > 0 && missing[0] != e.current(r.KPI):
		when = s.Say("entry.state.missing", words.Args{"Period": s.Period(missing[0], v.Now)})
	case r.Fresh.Due && r.Fresh.Since.IsZero():
		when = s.Say("entry.state.due", nil)
	case r.Fresh.Due:
		when = s.Say("entry.state.due_since", words.Args{"Day": s.DayOf(r.Fresh.Since, v.Now)})
	}
	switch {
	case !r.Has:
		return when
	case when == "":
		return s.ReadingText(r)
	}
	return s.ReadingText(r) + " · " + when
}
