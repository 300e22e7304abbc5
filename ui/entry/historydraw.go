package entry

import (
	"fmt"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// Compose draws the rows, or that the KPI is gone.
func (h *history) Compose(v page.View) []draw.Element {
	p := overlay.NewPane(v)
	r := v.Board.Readings[h.id]
	if r == nil {
		p.Wrapped("gone", lacks(h.id), 3, p.Main(), false)
		p.Bottom(overlay.Message{}, h.Section().Bindings)
		return p.Elements
	}
	k := r.KPI
	p.Line("title", k.Name+": everything recorded", "", p.Main(), p.Quiet())
	p.Y += p.Size * 0.3
	const rowHeight = 2.6
	rows := max(1, int((p.In.Bottom()-p.Y-p.Size*4.2)/(p.Size*rowHeight)))
	first := max(0, min(h.choice-rows/2, len(h.rows)-rows))
	for i := first; i < min(len(h.rows), first+rows); i++ {
		h.composeRow(p, v, k, i)
	}
	switch {
	case !h.loaded:
		p.Line("loading", "reading …", "", p.Quiet(), p.Quiet())
	case len(h.rows) == 0:
		p.Line("nothing", "nothing recorded yet", "", p.Quiet(), p.Quiet())
	}
	m := h.message
	if h.acting {
		m = overlay.Message{Text: h.question(v, k)}
	}
	p.Bottom(m, h.Section().Bindings)
	return p.Elements
}

func (h *history) question(v page.View, k *kpi.KPI) string {
	options := []string{"correct", "withdraw"}
	options[h.action] = "[" + options[h.action] + "]"
	return fmt.Sprintf("%s: %s", h.value(v, k, h.rows[h.choice]), strings.Join(options, "   "))
}

// composeRow draws one row over two lines: what was recorded for when, and by
// whom, when and from where.
func (h *history) composeRow(p *overlay.Pane, v page.View, k *kpi.KPI, i int) {
	row := h.rows[i]
	left, right := p.Main(), p.Quiet()
	if replaced(row) {
		left.Face, left.Color = draw.Medium, p.Quiet().Color
	}
	if i == h.choice {
		fill := themes.Mix(p.Palette.Panel, themes.Ink(p.Palette.Panel), 0.16)
		p.Rect("cursor", draw.NewBox(p.In.X-p.Size*0.4, p.Y-p.Size*0.3, p.In.W+p.Size*0.8, p.Size*2.5), fill, p.Size*0.2)
		left.On, right.On = fill, fill
		right.Color = themes.SecondaryText(fill, p.Palette.MinContrast)
		if left.Face == draw.Medium {
			left.Color = right.Color
		}
	}
	p.Line("value", h.value(v, k, row), h.moment(v, k, row), left, right)
	p.Y -= p.Size * 0.12
	right.Size = p.Size
	p.Line("origin", origin(v, row), "", right, right)
	p.Y -= p.Size * 0.08
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
