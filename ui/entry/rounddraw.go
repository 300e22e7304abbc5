package entry

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/words"
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
	return p.Done()
}

// composeList draws the list, in as many rows as there is room for. It stays as high
// while its rows are narrowed down by a name.
func (e *round) composeList(p *overlay.Pane, v page.View) {
	p.FootWithMessage(e.told(), e.Section().Bindings)
	if e.filter == "" {
		p.Head(p.Speech.Say("entry.title", nil), e.dueText(p.Speech))
	} else {
		p.TypedHead(p.Speech.Say("entry.filtered", words.Args{"Text": e.filter}), e.dueText(p.Speech))
	}
	list, top := e.listed(), p.Y
	all := len(list)
	if e.filter != "" {
		all = len(slices.Collect(v.Board.Config.Asked))
	}
	t := overlay.NewTable(p, e.rows(p, v, list),
		overlay.Column{Kind: "KPI", Main: true}, overlay.Column{Kind: "value", Right: true}, overlay.Column{Kind: "state"})
	rows := t.Fitting(all)
	t.Draw(e.cursor(list), rows)
	if len(list) == 0 {
		p.Line("nothing", p.Speech.Say("entry.not_found", nil), p.Quiet())
	}
	p.KeepsUpTo(top + t.Height(rows))
}

// told returns the message that stands: of the form, or else of what went before it,
// with the key that undoes it while that does.
func (e *round) told() overlay.Message {
	if e.form != nil && e.form.message.Text != "" {
		return e.form.message
	}
	m := e.message
	if f := e.form; f != nil && (f.text != "" || f.kpi.Judged && !f.draft.empty()) {
		return overlay.Message{} // what was said of another value would stand beside this one
	}
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

// rows returns the KPIs of the list: the name of each, its last value, and what matters
// before one is typed.
func (e *round) rows(p *overlay.Pane, v page.View, list []*board.Reading) (rows []overlay.TableRow) {
	for _, r := range list {
		value, state := "", e.unsaved(p.Speech, r)
		if state == "" {
			state = e.state(p.Speech, v, r)
			if r.Has {
				value = p.Speech.ReadingText(r)
			}
		}
		rows = append(rows, overlay.TableRow{
			Cells: []string{r.KPI.Name, value, state}, Mark: chart.MarkOf(r.Status), Color: page.StatusInk(r.Status, p.Palette),
		})
	}
	return rows
}

// unsaved says what was typed for a KPI and is not in the store yet, or "".
func (e *round) unsaved(s *words.Speech, r *board.Reading) string {
	key := draftKey{kpi: r.KPI.ID}
	if f := e.queue.of(key); f != nil && f.entered.refused == "" {
		return s.Say("entry.state.waiting", words.Args{"Text": f.entered.draft.summary(s)})
	}
	if d, ok := e.drafts[key]; ok {
		return s.Say("entry.state.draft", words.Args{"Text": d.summary(s)})
	}
	return ""
}

// state says whether a value of a KPI is wanted, or of when the last one is.
func (e *round) state(s *words.Speech, v page.View, r *board.Reading) string {
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
	return when
}
