package sheet

import (
	"fmt"
	"math"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
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
		it.kpi, it.err = r.headers.lookup.Find(strings.TrimSpace(r.cell(rec, kpiRole)))
		add(it)
	case wide:
		date, dated := r.date(rec)
		for i, k := range r.header.kpis {
			if k != nil && i < len(rec) && i != dated {
				add(item{kpi: k, date: date, dated: dated, value: rec[i], column: i})
			}
		}
	case across:
		k, err := r.headers.lookup.Find(strings.TrimSpace(r.cell(rec, kpiRole)))
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
	for role, form := range map[string]string{monthRole: "%s-%02s", weekRole: "%s-W%02s", quarterRole: "%s-Q%s"} {
		part := strings.TrimSpace(r.cell(rec, role))
		if digits(part) {
			return fmt.Sprintf(form, year, part), r.header.roles[yearRole]
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
	name := r.cell(rec, kpiRole)
	if r.header.shape != across {
		name, _ = r.date(rec)
	}
	return r.o.Words.means(name) == "total"
}

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
		if it.kpi == nil || it.kpi.Judged || r.isNone(it.value) || strings.HasPrefix(it.value, "=") {
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
			if p := e.decide(forced, file.shows(), r.o.Locale); p != nil {
				r.problemAt(p.cell.line, p.cell.column, p.err)
			}
		}
	}
	order, p := r.orders.decide(r.o.Dates, file.shows(), r.o.Locale)
	if p != nil {
		r.problemAt(p.cell.line, p.cell.column, p.err)
	}
	r.moments = moments{dateForm: dateForm{r.o.Words, order}, calendar: r.cfg.Calendar, now: r.o.Now}
	r.moments.day = r.weeks.add(r.cfg.Calendar)
	if !r.header.own {
		r.moments.dated = func(string) { r.notes.add("exchange.midnight", nil) }
	}
}

// readRow yields the values of one line, or what is wrong with it.
func (r *reader) readRow(rec []string) {
	if r.total != nil { // a line is below it
		r.total()
		r.total = nil
	}
	if r.leftOut(rec) {
		if r.isTotal(rec) {
			line, _ := r.place(0)
			r.notes.add("exchange.total", finding.Args{"Line": line})
		}
		return
	}
	if len(rec) > len(r.header.names) && !blank(rec[len(r.header.names):]) {
		r.problem(len(r.header.names), finding.New("exchange.columns.many", finding.Args{
			"Columns": len(rec), "Header": len(r.header.names), "Separator": string(r.csv.Comma),
		}))
		return
	}
	r.cut = nil
	if short := len(rec) < len(r.header.names) && r.header.shape != long; short && r.text.torn {
		line, column := r.place(len(rec) - 1)
		r.cut = func() { r.problemAt(line, column, finding.New("exchange.torn", nil)) }
	}
	items := r.items(rec)
	if len(items) == 0 {
		if r.header.shape == long && r.cell(rec, noteRole) != "" {
			r.problem(len(rec)-1, finding.New("exchange.note", nil))
		}
		return
	}
	if r.maybeTotal(rec, items) {
		return
	}
	for _, it := range items {
		if r.done || !r.readItem(rec, it) {
			return
		}
	}
}

// maybeTotal reports whether a line without a date has the sums of all columns. It is
// passed over if it proves to be the last.
func (r *reader) maybeTotal(rec []string, items []item) bool {
	if r.header.shape != wide || items[0].date != "" {
		return false
	}
	for _, it := range items {
		v, none, err := r.number(it)
		if err != nil || none || r.values == 0 || math.Abs(v-r.sums[it.column]) > 1e-9*math.Abs(v) {
			return false
		}
	}
	line, column := r.place(min(items[0].dated, len(rec)-1))
	r.total = func() { r.problemAt(line, column, finding.New("exchange.date.none", nil)) }
	return true
}

// readItem yields one value; it returns false where the rest of the line would only
// show the same problem.
func (r *reader) readItem(rec []string, it item) bool {
	if it.err != nil {
		if r.header.shape == across {
			r.notes.list("exchange.rows", strings.TrimSpace(r.cell(rec, kpiRole)))
			return false
		}
		r.problem(min(it.named, len(rec)-1), it.err)
		return true
	}
	number, none, badNumber := r.number(it)
	if none {
		r.notes.list("exchange.none", it.value)
		return true
	}
	at, badDate := r.moment(it)
	if badDate != nil {
		r.problem(min(it.dated, len(rec)-1), badDate)
	}
	if badNumber == nil {
		badNumber = r.torn(it.value, rec)
	}
	if badNumber != nil && !r.refusedColumn(it) {
		r.problem(it.column, badNumber)
	}
	if badDate != nil || badNumber != nil {
		return badDate == nil || r.header.shape == across
	}
	r.sums[it.column] += number
	if r.isLater(it.kpi, at) {
		r.notes.add("exchange.until", nil)
		return true
	}
	r.record(it, r.value(rec, at, number))
	return true
}

// moment reads the date of an item. Of a period that has not begun a file has no
// value, unless the program wrote the file itself.
func (r *reader) moment(it item) (kpi.At, error) {
	at, err := r.moments.parse(it.kpi, it.date)
	if err != nil && r.o.Until.IsZero() || err == nil && (it.kpi.Every < kpi.Week || r.header.own) {
		return at, err
	}
	if !r.o.Until.IsZero() {
		return r.beforeUntil(it)
	}
	if p, ok := r.cfg.Calendar.PeriodAt(it.kpi.Every, at); ok && r.cfg.Calendar.Start(p).After(r.o.Now) {
		return at, finding.New("exchange.date.ahead", finding.Args{"Given": it.date})
	}
	return at, err
}

// beforeUntil reads a date that may lie ahead, since it will be left out then.
func (r *reader) beforeUntil(it item) (kpi.At, error) {
	at, err := r.moments.read(it.kpi, it.date)
	if err != nil || r.isLater(it.kpi, at) {
		return at, err
	}
	return r.moments.parse(it.kpi, it.date)
}

// isLater reports whether a value is of a period that begins after those wanted.
func (r *reader) isLater(k *kpi.KPI, at kpi.At) bool {
	p, ok := r.cfg.Calendar.PeriodAt(k.Every, at)
	return ok && !r.o.Until.IsZero() && p.First.After(r.o.Until)
}

// value fills in what accompanies the number. Text is kept as it is, spaces
// included, so that what was exported is the same when it is read back.
func (r *reader) value(rec []string, at kpi.At, number float64) store.Value {
	v := store.Value{Value: kpi.Value{
		At: at, Number: number,
		Note: r.cell(rec, noteRole), Source: r.cell(rec, sourceRole), EnteredBy: r.cell(rec, byRole),
	}}
	if _, has := r.header.roles[sourceRole]; !has {
		v.Source = fromFile
	}
	return v
}

// torn finds a number whose decimal comma was taken for a separator: on a board
// that writes commas, a line that ends in digits for a note.
func (r *reader) torn(value string, rec []string) error {
	beside := r.header.roles[valueRole] + 1
	if note, has := r.header.roles[noteRole]; !has || note != beside || beside != len(rec)-1 {
		return nil
	}
	note := rec[beside]
	if r.csv.Comma != ',' || r.o.Locale.Decimal != "," || !digits(note) || !digits(strings.TrimPrefix(value, "-")) {
		return nil
	}
	return finding.New("exchange.number.torn", finding.Args{"Whole": value, "Part": note})
}
