package entry

import (
	"strings"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/ui/draw"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// Compose draws the rows as a table, or that the KPI is gone.
func (h *history) Compose(v page.View) []draw.Element {
	p := overlay.NewPane(v)
	r := v.Board.Readings[h.id]
	if r == nil {
		p.FootWithMessage(overlay.Message{}, h.Section().Bindings)
		p.Wrapped("gone", h.lacks(h.id), 3, p.Main())
		return p.Done()
	}
	m := h.message
	if h.acting {
		m = overlay.Message{Text: h.question(p.Speech, r.KPI)}
	}
	p.FootWithMessage(m, h.Section().Bindings)
	p.Head(p.Speech.Say("values.title", words.Args{"Name": r.KPI.Name}), "")
	t := overlay.NewTable(p, h.table(p.Speech, v, r.KPI), h.columns(p.Speech)...)
	t.Draw(h.choice, t.Fitting(len(h.rows)))
	switch {
	case !h.loaded:
		p.Line("loading", p.Speech.Say("entry.reading", nil), p.Quiet())
	case len(h.rows) == 0:
		p.Line("nothing", p.Speech.Say("values.nothing", nil), p.Quiet())
	}
	return p.Done()
}

func (h *history) columns(s *words.Speech) []overlay.Column {
	say := func(id string) string { return s.Say(id, nil) }
	return []overlay.Column{
		{Kind: "period", Title: say("values.column.period"), With: true},
		{Kind: "value", Title: say("values.column.value"), Main: true, Right: true},
		{Kind: "note", Title: say("values.column.note"), Short: true},
		{Kind: "origin", Title: say("values.column.recorded")},
	}
}

// table returns what was recorded for when, why, and by whom, from where and when.
func (h *history) table(s *words.Speech, v page.View, k *kpi.KPI) (rows []overlay.TableRow) {
	for _, row := range h.rows {
		number, said := s.Figure(k.ExactFigure(row.Number)), []string{}
		switch {
		case row.Withdrawn:
			number, said = "–", append(said, s.Say("values.row.withdrawn", nil))
		case row.Superseded:
			said = append(said, s.Say("values.row.replaced", nil))
		}
		if note := page.FirstLine(row.Note); note != "" {
			said = append(said, note)
		}
		rows = append(rows, overlay.TableRow{
			Cells: []string{moment(s, v, k, row), number, strings.Join(said, " · "), origin(s, v.Now, row)}, Faint: replaced(row),
		})
	}
	return rows
}

func (h *history) question(s *words.Speech, k *kpi.KPI) string {
	options := []string{s.Say("values.correct", nil), s.Say("values.withdraw", nil)}
	options[h.action] = "[" + options[h.action] + "]"
	return s.Figure(k.ExactFigure(h.rows[h.choice].Number)) + ": " + strings.Join(options, "   ")
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
	if source := s.Source(row.Source); source != "" {
		parts = append(parts, source)
	}
	if row.Recorded.IsZero() {
		parts = append(parts, s.Say("values.row.undated", nil))
	} else {
		parts = append(parts, s.Moment(row.Recorded, now))
	}
	return strings.Join(parts, " · ")
}
