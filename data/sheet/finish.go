package sheet

import (
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// finish says what only shows at the end of the file.
func (r *reader) finish() {
	if r.total != nil {
		r.notes.add("exchange.total.last", nil)
	}
	if r.cut != nil {
		r.cut()
	}
	if r.weeks.last > 0 && r.weeks.others == 0 && r.o.Words.means(r.header.nameOf(dateRole)) != "ending" {
		r.notes.add("exchange.sunday", finding.Args{"Given": r.weeks.text})
	}
	if r.values == 0 && !r.failed && !r.done {
		r.problemAt(r.layout.line, 1, finding.New("exchange.no_values", nil))
	}
	for _, f := range r.notes.found {
		if !r.done {
			f.Place = finding.Place{File: r.name}
			r.emit(Value{}, &finding.Error{Finding: f})
		}
	}
}

// weeks is whether the weeks of a file are named by their last day. Where a file
// begins its weeks on a Sunday and the board on a Monday that would be a week off.
type weeks struct {
	last, others int
	text         string // the first
}

// add returns what counts the days of weekly KPIs.
func (w *weeks) add(c kpi.Calendar) func(k *kpi.KPI, d kpi.Date, text string) {
	return func(k *kpi.KPI, d kpi.Date, text string) {
		if k.Every != kpi.Week {
			return
		}
		if p, _ := c.PeriodAt(kpi.Week, kpi.At{Day: d}); c.LastDay(p) != d || d.Weekday() != 0 {
			w.others++
			return
		}
		if w.last++; w.last == 1 {
			w.text = text
		}
	}
}
