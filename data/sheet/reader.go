package sheet

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// fromFile is the source of values whose file does not name one.
const fromFile = "import"

// Read reads CSV, called name in problems, in one of two forms:
//
//	date,kpi,value        one value a line; also note, source, by, in any order
//	date,mrr,churn        a KPI a column, by id or name
//
// The separator is a comma, a semicolon or a tab. Numbers are read as
// locale writes them; where the separator is a comma, 96.90 is always 96.9. Empty
// cells are no value.
//
// It yields each value, or a [*finding.Error] in its place and goes on, so that all
// are found at once; an error of r itself is the last. Memory does not grow
// with the file. Two rows of one moment that differ are a problem where they
// are fewer than 32,768 values apart; further apart the later one corrects.
func Read(name string, r io.Reader, cfg *config.Config, locale kpi.Locale, now time.Time) iter.Seq2[store.Value, error] {
	return func(yield func(store.Value, error) bool) {
		rd := &reader{name: name, cfg: cfg, locale: locale, now: now, lookup: NewLookup(cfg), yield: yield}
		rd.read(bufio.NewReaderSize(r, 1<<16))
	}
}

// reader is one reading of one file.
type reader struct {
	name   string
	cfg    *config.Config
	locale kpi.Locale // that numbers are read in
	now    time.Time
	lookup Lookup
	csv    *csv.Reader
	header header
	seen   seen
	yield  func(store.Value, error) bool
	done   bool // whoever reads wants no more
}

// read goes through the lines, the first of which names the columns.
func (r *reader) read(in *bufio.Reader) {
	sep, err := separator(in)
	if err != nil {
		r.emit(store.Value{}, problem(err, r.name, 1, 1))
		return
	}
	r.csv = csv.NewReader(in)
	r.csv.Comma, r.csv.FieldsPerRecord, r.csv.ReuseRecord = sep, -1, true
	first := true
	for !r.done {
		rec, err := r.csv.Read()
		switch {
		case err == io.EOF:
			if first {
				r.emit(store.Value{}, problem(finding.New("exchange.empty", nil), r.name, 1, 1))
			}
			return
		case err != nil:
			if !r.onBroken(err) {
				return
			}
		case first:
			if !r.readHeader(rec) {
				return
			}
			first = false
		case !blank(rec):
			r.readRow(rec)
		}
	}
}

// onBroken reports a line that is no CSV; it returns false where reading
// cannot go on.
func (r *reader) onBroken(err error) bool {
	var broken *csv.ParseError
	if !errors.As(err, &broken) {
		r.emit(store.Value{}, err)
		return false
	}
	r.emit(store.Value{}, problem(finding.New("exchange.quotes", nil), r.name, broken.Line, broken.Column))
	return true
}

// readHeader understands the first line; without its columns there is no sense
// in reading on, and it returns false.
func (r *reader) readHeader(rec []string) bool {
	h, problems := parseHeader(slices.Clone(rec), r.lookup)
	for i := range rec {
		if err := problems[i]; err != nil {
			r.problem(i, err)
		}
	}
	r.header = h
	return len(problems) == 0
}

// readRow yields the values of one line, or what is wrong with it.
func (r *reader) readRow(rec []string) {
	for i, cell := range rec {
		if !utf8.ValidString(cell) {
			r.problem(i, finding.New("exchange.utf8", nil))
			return
		}
	}
	if len(rec) > r.header.width {
		r.problem(r.header.width, finding.New("exchange.columns.many", finding.Args{
			"Columns": len(rec), "Header": r.header.width, "Separator": string(r.csv.Comma),
		}))
		return
	}
	if r.header.wide != nil {
		r.readWide(rec)
	} else {
		r.readLong(rec)
	}
}

// problem reports what is wrong in column i of the line just read.
func (r *reader) problem(i int, err error) {
	line, column := r.csv.FieldPos(i)
	r.emit(store.Value{}, problem(err, r.name, line, column))
}

// emit yields; after whoever reads has had enough it does nothing.
func (r *reader) emit(v store.Value, err error) {
	r.done = r.done || !r.yield(v, err)
}

// blank reports whether rec has no content at all, as spreadsheets leave
// below their last row.
func blank(rec []string) bool {
	return !slices.ContainsFunc(rec, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// record checks a value against the rows before and yields it. i is its column.
func (r *reader) record(i int, k *kpi.KPI, v store.Value) {
	line, _ := r.csv.FieldPos(i)
	if earlier := r.seen.add(k, v.At, v.Number, line); earlier > 0 {
		r.problem(i, finding.New("exchange.twice", finding.Args{"KPI": k.ID, "At": v.At.String(), "Line": earlier}))
		return
	}
	v.KPI = k.ID
	r.emit(v, nil)
}
