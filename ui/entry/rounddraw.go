package entry

import (
	"fmt"

	"kpiwall/data/board"
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
	due := 0
	for _, r := range v.Board.Due() {
		if !e.done[r.KPI.ID] {
			due++
		}
	}
	right := p.Quiet()
	p.TextRight("due", plural(due, "is due", "are due"), p.In.Right(), p.Y+right.Size*draw.CapHeight, right)
	if e.filter == "" {
		p.Line("title", "Enter a value", "", p.Main(), right)
	} else {
		p.Typed("title", "Enter a value: "+e.filter, p.Main())
	}
	p.Y += p.Size * 0.3
	rows := max(1, int((p.In.Bottom()-p.Y-p.Size*4)/(p.Size*1.45)))
	first := max(0, min(cursor-rows/2, len(list)-rows))
	for i := first; i < min(len(list), first+rows); i++ {
		e.composeRow(p, v, list[i], i == cursor)
	}
	if more := len(list) - first - rows; more > 0 {
		p.Line("more", fmt.Sprintf("↓ %d more", more), "", p.Quiet(), p.Quiet())
	}
	if len(list) == 0 {
		p.Line("nothing", "no KPI has a name like this", "", p.Quiet(), p.Quiet())
	}
	p.Bottom(e.told(), e.Section().Bindings)
}

// told returns the message that stands: of the form, or else of what went before it,
// with the key that undoes it while that does.
func (e *round) told() overlay.Message {
	if e.form != nil && e.form.message.Text != "" {
		return e.form.message
	}
	m := e.message
	if m.Text != "" && e.undoes() {
		m.Text += e.undoHint
	}
	return m
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
	p.Line("KPI", r.KPI.Name, e.state(v, r), left, right)
	p.In.X, p.In.W = p.In.X-indent, p.In.W+indent
}

// state says of a KPI in the list what matters before its value is typed.
func (e *round) state(v page.View, r *board.Reading) string {
	key := draftKey{kpi: r.KPI.ID}
	if f := e.queue.of(key); f != nil && f.entered.refused == "" {
		return "waits to be saved: " + f.entered.draft.words()
	}
	if d, ok := e.drafts[key]; ok {
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
