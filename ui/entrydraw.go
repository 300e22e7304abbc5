package ui

import (
	"fmt"

	"kpiwall/data/board"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// compose draws the round: the list, or the form of the KPI chosen.
func (e *entry) compose(w *Wall, v page.View) []draw.Element {
	p := newPane(v)
	if e.form != nil {
		e.form.compose(p, w, v, e)
	} else {
		e.composeList(p, w, v)
	}
	return p.Elements
}

func (e *entry) composeList(p *pane, w *Wall, v page.View) {
	e.chosen(w) // the board may have become shorter
	list := e.listed(w)
	due := 0
	for _, r := range v.Board.Due() {
		if !e.done[r.KPI.ID] {
			due++
		}
	}
	right := p.quiet()
	p.TextRight("due", plural(due, "is due", "are due"), p.in.Right(), p.y+right.Size*draw.CapHeight, right)
	if e.filter == "" {
		p.line("title", "Enter a value", "", p.main(), right)
	} else {
		p.typed("title", "Enter a value: "+e.filter, p.main())
	}
	p.y += p.size * 0.3
	rows := max(1, int((p.in.Bottom()-p.y-p.size*4)/(p.size*1.45)))
	first := max(0, min(e.choice-rows/2, len(list)-rows))
	for i := first; i < min(len(list), first+rows); i++ {
		e.composeRow(p, w, v, list[i], i == e.choice)
	}
	if more := len(list) - first - rows; more > 0 {
		p.line("more", fmt.Sprintf("↓ %d more", more), "", p.quiet(), p.quiet())
	}
	if len(list) == 0 {
		p.line("nothing", "no KPI has a name like this", "", p.quiet(), p.quiet())
	}
	p.bottom(e.message, "digits: its value · letters: find · ↑ ↓ choose · Enter open · Esc back")
}

func plural(n int, one, many string) string {
	switch n {
	case 0:
		return "nothing is due"
	case 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// composeRow draws one KPI of the list: its name, when it is due, its last value.
func (e *entry) composeRow(p *pane, w *Wall, v page.View, r *board.Reading, chosen bool) {
	left, right := p.main(), p.quiet()
	left.Face = draw.Medium
	if chosen {
		fill := themes.Mix(p.palette.Panel, themes.Ink(p.palette.Panel), 0.16)
		p.Rect("cursor", draw.NewBox(p.in.X-p.size*0.4, p.y-p.size*0.36, p.in.W+p.size*0.8, p.size*1.42), fill, p.size*0.2)
		left.On, right.On = fill, fill
		left.Face = draw.Semibold
		right.Color = themes.SecondaryText(fill, p.palette.MinContrast)
	}
	size := page.MarkSize(p.size)
	p.Art("mark", draw.NewBox(p.in.X, p.y+p.size*draw.CapHeight/2-size/2, size, size), chart.MarkOf(r.Status), page.StatusInk(r.Status, p.palette))
	indent := size + p.size*0.5
	p.in.X, p.in.W = p.in.X+indent, p.in.W-indent
	p.line("KPI", r.KPI.Name, e.state(w, v, r), left, right)
	p.in.X, p.in.W = p.in.X-indent, p.in.W+indent
}

// state says of a KPI in the list what matters before its value is typed.
func (e *entry) state(w *Wall, v page.View, r *board.Reading) string {
	key := draftKey{kpi: r.KPI.ID}
	if f := w.session.unsavedFor(key); f != nil && f.entered.refused == "" {
		return "waits to be saved: " + f.entered.draft.words()
	}
	if d, ok := w.session.drafts[key]; ok {
		return "not saved: " + d.words()
	}
	when := r.Label
	switch {
	case e.done[r.KPI.ID]:
		when = "saved"
	case r.Fresh.Due && r.Fresh.Since.IsZero():
		when = "due"
	case r.Fresh.Due:
		when = "due since " + v.Words().DayOf(r.Fresh.Since, v.Now)
	}
	switch {
	case !r.Has:
		return when
	case when == "":
		return r.Text
	}
	return r.Text + " · " + when
}
