package sheet

import (
	"math"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

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
			"Columns": len(rec), "Header": len(r.header.names), "Separator": string(r.layout.sep),
		}))
		return
	}
	r.cut = nil
	wanted := len(r.header.names)
	if r.header.shape == long { // what follows the value may lack
		wanted = r.header.roles[valueRole] + 1
	}
	if r.text.torn && len(rec) < wanted {
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
		if r.header.shape == across && !finding.Is(it.err, "exchange.computed") {
			r.notes.list("exchange.rows", strings.TrimSpace(r.cell(rec, kpiRole)))
			return false
		}
		r.problem(min(it.named, len(rec)-1), it.err)
		return r.header.shape != across
	}
	number, none, badNumber := r.number(it)
	if none {
		r.notes.list("exchange.none", it.value)
		return true
	}
	r.whole = false
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
	v := r.value(rec, at, number)
	if err := store.CheckTexts(v); err != nil {
		role := textRoles[finding.Of(err)[0].Args["What"]]
		r.problem(r.header.roles[role], err)
		return false
	}
	r.record(it, v)
	return true
}

// textRoles are the columns of the texts that [store.CheckTexts] names.
var textRoles = map[any]string{"text.note": noteRole, "text.source": sourceRole, "text.entered_by": byRole}

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
	if r.header.shape != long {
		return nil
	}
	if note, has := r.header.roles[noteRole]; !has || note != beside || beside != len(rec)-1 {
		return nil
	}
	note := rec[beside]
	if r.layout.sep != ',' || r.o.Locale.Decimal != "," || !digits(note) || !digits(strings.TrimPrefix(value, "-")) {
		return nil
	}
	return finding.New("exchange.number.torn", finding.Args{"Whole": value, "Part": note})
}
