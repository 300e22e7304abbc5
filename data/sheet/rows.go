package sheet

import (
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// readLong reads a line of one value.
func (r *reader) readLong(rec []string) {
	value := strings.TrimSpace(r.cell(rec, valueColumn))
	if value == "" {
		if r.cell(rec, noteColumn) != "" {
			r.problem(len(rec)-1, finding.New("exchange.note", nil))
		}
		return
	}
	k, err := r.lookup.Find(strings.TrimSpace(r.cell(rec, kpiColumn)))
	if err != nil {
		r.problem(min(r.header.long[kpiColumn], len(rec)-1), err)
		return
	}
	at, badDate := ParseMoment(r.cfg.Calendar, k, r.cell(rec, dateColumn), r.now)
	if badDate != nil {
		r.problem(min(r.header.long[dateColumn], len(rec)-1), badDate)
	}
	number, badNumber := parseNumber(k, r.locale, value, r.csv.Comma == ',')
	if badNumber == nil {
		badNumber = r.torn(value, rec)
	}
	if badNumber != nil {
		r.problem(r.header.long[valueColumn], badNumber)
	}
	if badDate == nil && badNumber == nil {
		r.record(r.header.long[valueColumn], k, r.longValue(rec, at, number))
	}
}

// longValue fills in what accompanies the number. Text is kept as it is, spaces
// included, so that what was exported is the same when it is read back.
func (r *reader) longValue(rec []string, at kpi.At, number float64) store.Value {
	v := store.Value{Value: kpi.Value{
		At: at, Number: number,
		Note: r.cell(rec, noteColumn), Source: r.cell(rec, sourceColumn), EnteredBy: r.cell(rec, byColumn),
	}}
	if r.header.long[sourceColumn] < 0 {
		v.Source = fromFile
	}
	return v
}

// cell returns what a line has in a column of the long form. Columns may be
// missing at its end, such as an empty note.
func (r *reader) cell(rec []string, column int) string {
	if i := r.header.long[column]; i >= 0 && i < len(rec) {
		return rec[i]
	}
	return ""
}

// torn finds a number whose decimal comma was taken for a separator: on a board
// that writes commas, a line that ends in digits for a note.
func (r *reader) torn(value string, rec []string) error {
	beside := r.header.long[valueColumn] + 1
	if r.header.long[noteColumn] != beside || beside != len(rec)-1 {
		return nil
	}
	note := rec[beside]
	if r.csv.Comma != ',' || r.locale.Decimal != "," || !digits(note) || !digits(strings.TrimPrefix(value, "-")) {
		return nil
	}
	return finding.New("exchange.number.torn", finding.Args{"Whole": value, "Part": note})
}

// readWide reads a line with a value of each KPI.
func (r *reader) readWide(rec []string) {
	if len(rec) < r.header.width {
		r.problem(len(rec)-1, finding.New("exchange.columns.few", finding.Args{"Columns": len(rec), "Header": r.header.width}))
		return
	}
	for i := 1; i < len(rec) && !r.done; i++ {
		value := strings.TrimSpace(rec[i])
		if value == "" {
			continue
		}
		k := r.header.wide[i]
		at, err := ParseMoment(r.cfg.Calendar, k, rec[0], r.now)
		if err != nil {
			r.problem(0, err)
			return // the other columns would say the same
		}
		number, err := parseNumber(k, r.locale, value, r.csv.Comma == ',')
		if err != nil {
			r.problem(i, err)
			continue
		}
		v := store.Value{}
		v.At, v.Number, v.Source = at, number, fromFile
		r.record(i, k, v)
	}
}
