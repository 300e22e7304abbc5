package ui

import (
	"fmt"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// compose draws the rows, or that the KPI is gone.
func (h *history) compose(_ *Wall, v page.View) []draw.Element {
	p := newPane(v)
	r := v.Board.Readings[h.id]
	if r == nil {
		p.wrapped("gone", lacks(h.id), 3, p.main(), false)
		p.bottom(message{}, "Esc back")
		return p.Elements
	}
	k := r.KPI
	p.line("title", k.Name+": everything recorded", "", p.main(), p.quiet())
	p.y += p.size * 0.3
	const rowHeight = 2.6
	rows := max(1, int((p.in.Bottom()-p.y-p.size*4.2)/(p.size*rowHeight)))
	first := max(0, min(h.choice-rows/2, len(h.rows)-rows))
	for i := first; i < min(len(h.rows), first+rows); i++ {
		h.composeRow(p, v, k, i)
	}
	switch {
	case !h.loaded:
		p.line("loading", "reading …", "", p.quiet(), p.quiet())
	case len(h.rows) == 0:
		p.line("nothing", "nothing was recorded yet", "", p.quiet(), p.quiet())
	}
	m, keys := h.message, "↑ ↓ choose · Enter correct or withdraw · u undo · Esc back"
	if h.acting {
		m = message{text: h.question(v, k)}
		keys = "← → choose · Enter does it · Esc back"
	}
	p.bottom(m, keys)
	return p.Elements
}

func (h *history) question(v page.View, k *kpi.KPI) string {
	options := []string{"correct", "withdraw"}
	options[h.action] = "[" + options[h.action] + "]"
	return fmt.Sprintf("%s: %s", h.value(v, k, h.rows[h.choice]), strings.Join(options, "   "))
}

// composeRow draws one row over two lines: what was recorded for when, and by
// whom, when and from where.
func (h *history) composeRow(p *pane, v page.View, k *kpi.KPI, i int) {
	row := h.rows[i]
	left, right := p.main(), p.quiet()
	if over(row) {
		left.Face, left.Color = draw.Medium, p.quiet().Color
	}
	if i == h.choice {
		fill := themes.Mix(p.palette.Panel, themes.Ink(p.palette.Panel), 0.16)
		p.Rect("cursor", draw.NewBox(p.in.X-p.size*0.4, p.y-p.size*0.3, p.in.W+p.size*0.8, p.size*2.5), fill, p.size*0.2)
		left.On, right.On = fill, fill
		right.Color = themes.SecondaryText(fill, p.palette.MinContrast)
		if left.Face == draw.Medium {
			left.Color = right.Color
		}
	}
	p.line("value", h.value(v, k, row), h.moment(v, k, row), left, right)
	p.y -= p.size * 0.12
	right.Size = p.size
	p.line("origin", origin(v, row), "", right, right)
	p.y -= p.size * 0.08
}

// value says what a row holds and whether it still counts.
func (h *history) value(v page.View, k *kpi.KPI, row record.Row) string {
	if row.Withdrawn {
		return "withdrawn"
	}
	text := k.Format.Text(v.Board.Config.Locale, row.Number)
	if k.Judged {
		text = board.VerdictWord(row.Number)
	}
	if row.Superseded {
		text += " (replaced)"
	}
	if row.Note != "" {
		text += " · " + page.FirstLine(row.Note)
	}
	return text
}

// moment names the period of a row, and its day where the period is longer.
func (h *history) moment(v page.View, k *kpi.KPI, row record.Row) string {
	c := v.Board.Config.Calendar
	p, ok := c.PeriodAt(k.Every, row.At)
	if !ok {
		return row.At.String()
	}
	text := c.Label(p, v.Now)
	if row.At.Day.IsZero() && k.Every != kpi.Hour {
		text += " " + row.At.Instant.In(v.Zone()).Format("15:04")
	}
	return text
}

// origin says who recorded a row, when, and from where.
func origin(v page.View, row record.Row) string {
	var parts []string
	if row.EnteredBy != "" {
		parts = append(parts, row.EnteredBy)
	}
	if row.Source != "" {
		parts = append(parts, row.Source)
	}
	if row.Recorded.IsZero() {
		parts = append(parts, "time unknown")
	} else {
		t := row.Recorded.In(v.Zone())
		parts = append(parts, v.Words().Moment(t, v.Now))
	}
	return strings.Join(parts, " · ")
}
