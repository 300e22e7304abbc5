package sheet

import (
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// fromFile is the source of values whose file does not name one.
const fromFile = "import"

// Read reads a table of values, called name in problems: text, or a sheet of a
// workbook (.xlsx). It has one of three shapes:
//
//	date,kpi,value        one value a line; also note, source, by, in any order
//	date,mrr,churn        a KPI a column, by id or name
//	kpi,2026-09,2026-10   a period a column
//
// It goes through the file twice. The first time it collects what each column shows
// of how it writes numbers, and all dates of the order of day and month; the second
// time it reads all cells of a column in the one way that was found. A column that
// contradicts itself, or that could be read in two ways, is a problem.
//
// It yields each value, or in its place a [*finding.Error]: a problem, or a note of
// what was passed over or understood. It goes on after a problem, so that all are found
// at once; an error of r itself is the last. Memory does not grow with a file of text;
// a workbook is held in it. Two rows of one moment that differ are a problem where they
// are fewer than 32,768 values apart; further apart the later one corrects.
func Read(name string, r io.ReadSeeker, cfg *config.Config, o Options) iter.Seq2[Value, error] {
	return func(yield func(Value, error) bool) {
		lookup := NewLookup(cfg)
		lookup.renamed = o.Renamed
		rd := &reader{name: name, file: r, cfg: cfg, o: o, headers: headers{lookup, o}, yield: yield}
		if err := rd.read(); err != nil {
			rd.emit(Value{}, err)
		}
	}
}

// Value is a value as a file has it.
type Value struct {
	store.Value
	Whole bool // the date of it names all of a period
	Bare  bool // a duration as a number alone, of which nothing says that it is in seconds
}

// reader is one reading of one file.
type reader struct {
	name    string
	file    io.ReadSeeker
	cfg     *config.Config
	o       Options
	headers headers
	text    text
	layout  layout
	header  header
	table   table
	sheet   *grid // of a workbook

	columns map[int]*evidence
	orders  orders
	moments moments
	whole   bool            // the date read last names all of a period
	bare    bool            // the number read last is a duration as a number alone
	sums    map[int]float64 // of the columns, for a total below them
	total   func()          // says what is wrong with a line that may be one; nil for none
	cut     func()          // says that the last line is cut off, if it is; nil for a whole one
	weeks   weeks
	seen    seen
	notes   notes
	values  int
	failed  bool // there was a problem

	yield func(Value, error) bool
	done  bool // whoever reads wants no more
}

// read goes through the file twice. The error is one of the file itself.
func (r *reader) read() error {
	if err := r.open(); err != nil {
		return err
	}
	if r.done || !r.readHeader() {
		return nil
	}
	r.columns = map[int]*evidence{}
	if err := r.eachRow(r.survey); err != nil { // readHeader has read the header
		return err
	}
	r.decide()
	if err := r.open(); err != nil {
		return err
	}
	if _, err := r.table.Read(); err != nil {
		return err
	}
	r.sums = map[int]float64{}
	if err := r.eachRow(r.readRow); err != nil {
		return err
	}
	r.finish()
	return nil
}

// eachRow calls do for each line below the header that has content.
func (r *reader) eachRow(do func(rec []string)) error {
	for !r.done {
		rec, err := r.table.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &broken):
			if r.sums != nil {
				r.emit(Value{}, problem(finding.New("exchange.quotes", nil), r.name, broken.Line+r.layout.line-1, broken.Column))
			}
		case err != nil:
			return err
		case !blank(rec):
			do(rec)
		}
	}
	return nil
}

// readHeader says what is wrong with the names of the columns; without them there is
// no sense in reading on, and it returns false.
func (r *reader) readHeader() bool {
	l := &r.layout
	switch {
	case l.line == 0:
		r.problemAt(1, 1, finding.New("exchange.empty", nil))
		return false
	case l.header.shape == noShape:
		r.refuseHeader()
		return false
	}
	r.headers.check(&l.header, l.problems)
	r.header = l.header
	rec, err := r.table.Read()
	if err != nil {
		r.problemAt(l.line, 1, finding.New("exchange.quotes", nil))
		return false
	}
	for i := range rec {
		if err := l.problems[i]; err != nil {
			r.problem(i, err)
		}
	}
	if l.above > 0 {
		r.notes.add("exchange.above", finding.Args{"Line": l.line})
	}
	if len(r.header.passed) > 0 {
		r.notes.add("exchange.passed", finding.Args{"Names": r.header.passed})
	}
	return len(l.problems) == 0
}

// refuseHeader says why the first line with text names no columns.
func (r *reader) refuseHeader() {
	l := r.layout
	names := l.header.names
	switch {
	case len(names) > 0 && names[0] != "" && strings.Trim(names[0], "0123456789-./WQT:Z") == "":
		r.problemAt(l.line, 1, finding.New("exchange.no_header", nil))
		return
	case len(names) < 2:
		r.problemAt(l.line, 1, finding.New("exchange.one_column", nil))
		return
	}
	rec, err := r.table.Read()
	if err != nil {
		r.problemAt(l.line, 1, finding.New("exchange.quotes", nil))
		return
	}
	for i := 1; i < len(rec); i++ {
		_, err := r.headers.lookup.Find(strings.TrimSpace(rec[i]))
		if err != nil && strings.TrimSpace(rec[i]) != "" && !l.header.has(i) {
			r.problem(i, finding.New("exchange.column.kpi", finding.Args{"Cause": finding.Of(err)[0]}))
		}
	}
	if !r.failed {
		r.problemAt(l.line, 1, finding.New("exchange.no_date", nil))
	}
}

// problem reports what is wrong in column i of the line just read.
func (r *reader) problem(i int, err error) {
	line, column := r.place(i)
	r.problemAt(line, column, err)
}

// place returns where column i of the line just read is in the file.
func (r *reader) place(i int) (line, column int) { return r.table.FieldPos(i) }

func (r *reader) problemAt(line, column int, err error) {
	r.failed = true
	r.emit(Value{}, problem(err, r.name, line, column))
}

// emit yields; after whoever reads has had enough it does nothing.
func (r *reader) emit(v Value, err error) {
	r.done = r.done || !r.yield(v, err)
}

// blank reports whether rec has no content at all, as spreadsheets leave
// below their last row.
func blank(rec []string) bool {
	return !slices.ContainsFunc(rec, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// record checks a value against the rows before and yields it.
func (r *reader) record(it item, v store.Value) {
	line, column := r.place(it.column)
	if earlier := r.seen.add(it.kpi, v.At, v.Number, line); earlier > 0 {
		args := finding.Args{"KPI": it.kpi.ID, "At": v.At.String(), "Line": earlier}
		code := "exchange.twice"
		if len(r.header.passed) > 0 {
			code, args["Column"] = "exchange.twice.dimension", r.header.passed[0]
		}
		r.problemAt(line, column, finding.New(code, args))
		return
	}
	v.KPI = it.kpi.ID
	r.values++
	r.emit(Value{v, r.whole, r.bare}, nil)
}
