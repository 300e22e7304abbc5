package sheet

import (
	"strings"
)

// survey collects what a line shows of how its columns are written.
func (r *reader) survey(rec []string) {
	if r.leftOut(rec) {
		return
	}
	for i, it := range r.items(rec) {
		line, column := r.place(min(it.dated, len(rec)-1))
		if i == 0 || r.header.shape == across {
			r.orders.add(cellAt{it.date, line, column})
		}
		if it.kpi == nil || it.kpi.Judged || r.isNone(it) || r.table.kind(it.column) == numberCell || strings.HasPrefix(it.value, "=") {
			continue
		}
		line, column = r.place(it.column)
		if r.columns[r.way(it)] == nil {
			r.columns[r.way(it)] = &evidence{}
		}
		r.columns[r.way(it)].add(it.kpi, cellAt{it.value, line, column})
	}
}

// decide settles how each column is read.
func (r *reader) decide() {
	file := evidence{}
	for _, e := range r.columns {
		first(&file.points, e.points)
		first(&file.commas, e.commas)
	}
	forced := r.o.Decimal
	if r.header.own && file.commas.line == 0 {
		forced = point
	}
	for i := range max(len(r.header.names), 1) {
		if e := r.columns[i]; e != nil {
			if p := e.decide(forced, file.shows(), r.o.Locale, r.layout.sep); p != nil {
				r.problemAt(p.cell.line, p.cell.column, p.err)
			}
		}
	}
	order, p := r.orders.decide(r.o.Dates, file.shows(), r.o.Locale)
	if p != nil {
		r.problemAt(p.cell.line, p.cell.column, p.err)
	}
	form := dateForm{words: r.o.Words, order: order, now: r.o.Now, named: r.o.Words.means(r.header.nameOf(dateRole)) == monthRole}
	r.moments = moments{dateForm: form, calendar: r.cfg.Calendar}
	r.moments.whole = func() { r.whole = true }
	r.moments.day = r.weeks.add(r.cfg.Calendar)
	if !r.header.own {
		r.moments.dated = func(string) { r.notes.add("exchange.midnight", nil) }
	}
}
