package entry

import (
	"strings"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
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
		p.Wrapped("gone", h.lacks(h.id), 3, p.Main())
		p.Bottom(overlay.Message{}, h.Section().Bindings)
		return p.Elements
	}
	k := r.KPI
	p.Wrapped("title", p.Speech.Say("values.title", words.Args{"Name": k.Name}), 2, p.Main())
	p.Y += p.Size * 0.3
	m := h.message
	if h.acting {
		m = overlay.Message{Text: h.question(p.Speech, k)}
	}
	const rowHeight = 2.6
	rows := max(1, int((p.Bottom(m, h.Section().Bindings)-p.Y-p.Size*0.5)/(p.Size*rowHeight)))
	first := max(0, min(h.choice-rows/2, len(h.rows)-rows))
	for i := first; i < min(len(h.rows), first+rows); i++ {
		h.composeRow(p, v, k, i)
	}
	switch {
	case !h.loaded:
		p.Line("loading", p.Speech.Say("entry.reading", nil), "", p.Quiet(), p.Quiet())
	case len(h.rows) == 0:
		p.Line("nothing", p.Speech.Say("values.nothing", nil), "", p.Quiet(), p.Quiet())
	}
	return p.Elements
}

func (h *history) question(s *words.Speech, k *kpi.KPI) string {
	options := []string{s.Say("values.correct", nil), s.Say("values.withdraw", nil)}
	options[h.action] = "[" + options[h.action] + "]"
	return value(s, k, h.rows[h.choice]) + ": " + strings.Join(options, "   ")
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
	p.Line("value", value(p.Speech, k, row), moment(p.Speech, v, k, row), left, right)
	p.Y -= p.Size * 0.12
	right.Size = p.Size
	p.Line("origin", origin(p.Speech, v.Now, row), "", right, right)
	p.Y -= p.Size * 0.08
}

// value says what a row holds and whether it still counts.
func value(s *words.Speech, k *kpi.KPI, row record.Row) string {
	if row.Withdrawn {
		return s.Say("values.row.withdrawn", nil)
	}
	text := s.Figure(k.Figure(row.Number))
	if row.Superseded {
		text = s.Say("values.row.replaced", words.Args{"Value": text})
	}
	if row.Note != "" {
		text += " · " + page.FirstLine(row.Note)
	}
	return text
}

// moment names the period of a row, and its day where the period is longer.
func moment(s *words.Speech, v page.View, k *kpi.KPI, row record.Row) string {
	c := v.Board.Config.Calendar.For(k)
	p, ok := c.PeriodAt(k.Every, row.At)
	if !ok {
		return row.At.String()
	}
	text := s.Period(p, v.Now)
	if row.At.Day.IsZero() && k.Every != kpi.Hour {
		text += " " + row.At.Instant.In(v.Zone()).Format("15:04")
	}
	return text
}

// origin says who recorded a row, when, and from where.
func origin(s *words.Speech, now time.Time, row record.Row) string {
	var parts []string
	if row.EnteredBy != "" {
		parts = append(parts, row.EnteredBy)
	}
	if source := s.Source(row.Source); source != "" && !row.Withdrawn {
		parts = append(parts, source)
	}
	if row.Recorded.IsZero() {
		parts = append(parts, s.Say("values.row.undated", nil))
	} else {
		parts = append(parts, s.Moment(row.Recorded, now))
	}
	return strings.Join(parts, " · ")
}
