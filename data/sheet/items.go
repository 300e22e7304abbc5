package sheet

import (
	"fmt"
	"strings"

	"kpiwall/data/kpi"
)

// item is one value of a line as it is written.
type item struct {
	kpi    *kpi.KPI // nil where err says why
	err    error
	named  int // the column that names the KPI
	date   string
	dated  int // the column of the date
	value  string
	column int
}

// way is which of the columns that are each read one way an item is in. Of periods in
// columns the whole table is one.
func (r *reader) way(it item) int {
	if r.header.shape == across {
		return 0
	}
	return it.column
}

// items returns the values of a line, the empty ones left out.
func (r *reader) items(rec []string) (list []item) {
	add := func(it item) {
		if it.value = strings.TrimSpace(it.value); it.value != "" {
			list = append(list, it)
		}
	}
	switch r.header.shape {
	case long:
		it := item{value: r.cell(rec, valueRole), column: r.header.roles[valueRole], named: r.header.roles[kpiRole]}
		it.date, it.dated = r.date(rec)
		it.kpi, it.err = r.headers.recorded(r.cell(rec, kpiRole))
		add(it)
	case wide:
		date, dated := r.date(rec)
		for i, k := range r.header.kpis {
			if k != nil && i < len(rec) && i != dated {
				add(item{kpi: k, date: date, dated: dated, value: rec[i], column: i})
			}
		}
	case across:
		k, err := r.headers.recorded(r.cell(rec, kpiRole))
		for i, date := range r.header.dates {
			if date != "" && i < len(rec) {
				add(item{kpi: k, err: err, named: r.header.roles[kpiRole], date: date, dated: i, value: rec[i], column: i})
			}
		}
	}
	return list
}

// date returns the date of a line and its column, put together of a year and a part of
// it where those are two.
func (r *reader) date(rec []string) (text string, column int) {
	if i, has := r.header.roles[dateRole]; has {
		return strings.TrimSpace(r.cell(rec, dateRole)), i
	}
	year := strings.TrimSpace(r.cell(rec, yearRole))
	for _, of := range []struct{ role, form string }{{monthRole, "%s-%02s"}, {weekRole, "%s-W%02s"}, {quarterRole, "%s-Q%s"}} {
		part := strings.TrimSpace(r.cell(rec, of.role))
		if digits(part) {
			return fmt.Sprintf(of.form, year, part), r.header.roles[yearRole]
		}
		if part != "" {
			return part + " " + year, r.header.roles[yearRole]
		}
	}
	return year, r.header.roles[yearRole]
}

// cell returns what a line has in the column of a role. Columns may be missing at its
// end, such as an empty note.
func (r *reader) cell(rec []string, role string) string {
	if i, has := r.header.roles[role]; has && i < len(rec) {
		return rec[i]
	}
	return ""
}

// leftOut reports whether a line is none that is wanted, or a total.
func (r *reader) leftOut(rec []string) bool {
	for name, text := range r.o.Where {
		if i := r.header.index(name); i >= len(rec) || fold(rec[i]) != fold(text) {
			return true
		}
	}
	return r.isTotal(rec)
}

// isTotal reports whether a line says that it is a total.
func (r *reader) isTotal(rec []string) bool {
	const total = "total"
	if r.header.shape == across {
		name := strings.TrimSpace(r.cell(rec, kpiRole))
		_, err := r.headers.kpi(name)
		return err != nil && r.o.Words.means(name) == total
	}
	date, _ := r.date(rec)
	first, _, more := strings.Cut(date, " ") // Total June
	last := date[strings.LastIndexByte(date, ' ')+1:]
	means := r.o.Words.means
	return means(date) == total || more && (means(first) == total || means(last) == total)
}
