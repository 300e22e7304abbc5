package sheet

import (
	"bufio"
	"bytes"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// The columns of the long form and the words that head them.
const (
	dateColumn = iota
	kpiColumn
	valueColumn
	noteColumn
	sourceColumn
	byColumn
	columnCount
)

var columnNames = map[string]int{
	"date": dateColumn, "at": dateColumn, "period": dateColumn,
	"kpi": kpiColumn, "value": valueColumn,
	"note": noteColumn, "source": sourceColumn, "by": byColumn, "entered_by": byColumn,
}

// header says what the columns of a file are.
type header struct {
	long  [columnCount]int // where each column of the long form is; -1: not there
	wide  []*kpi.KPI       // by column; nil in the long form, and for the date
	width int
}

// parseHeader reads the names of the columns. Each problem stands at the index
// of its column.
func parseHeader(names []string, l Lookup) (h header, problems map[int]error) {
	if strings.Trim(strings.TrimSpace(names[0]), "0123456789-./WQT:Z") == "" && names[0] != "" {
		return h, map[int]error{0: finding.New("exchange.no_header", nil)}
	}
	found := map[string]bool{}
	for _, n := range names {
		found[fold(n)] = true
	}
	if found["kpi"] && found["value"] {
		return longHeader(names)
	}
	return wideHeader(names, l)
}

// longHeader finds the columns of the long form, in any order. A column that
// would be passed over in silence is a problem.
func longHeader(names []string) (header, map[int]error) {
	h := header{width: len(names)}
	for c := range h.long {
		h.long[c] = -1
	}
	problems := map[int]error{}
	for i, n := range names {
		c, known := columnNames[fold(n)]
		switch {
		case !known:
			problems[i] = finding.New("exchange.column", finding.Args{"Column": n})
		case h.long[c] >= 0:
			problems[i] = finding.New("exchange.column.twice", finding.Args{"Column": n, "Other": names[h.long[c]]})
		default:
			h.long[c] = i
		}
	}
	if h.long[dateColumn] < 0 && len(problems) == 0 {
		problems[0] = finding.New("exchange.no_date", nil)
	}
	return h, problems
}

// wideHeader finds the KPI of each column but the first, which holds the dates
// whatever its name is.
func wideHeader(names []string, l Lookup) (header, map[int]error) {
	h := header{width: len(names), wide: make([]*kpi.KPI, len(names))}
	problems := map[int]error{}
	if len(names) < 2 {
		problems[0] = finding.New("exchange.one_column", nil)
	}
	first := map[*kpi.KPI]string{}
	for i := 1; i < len(names); i++ {
		k, err := l.Find(strings.TrimSpace(names[i]))
		switch {
		case err != nil:
			problems[i] = finding.New("exchange.column.kpi", finding.Args{"Cause": finding.Of(err)[0]})
		case first[k] != "":
			problems[i] = finding.New("exchange.column.kpi_twice", finding.Args{"Column": names[i], "Other": first[k]})
		default:
			h.wide[i], first[k] = k, names[i]
		}
	}
	return h, problems
}

// separator finds what separates the columns: the first comma, semicolon or
// tab of the header that is not quoted. It takes a byte order mark away.
func separator(r *bufio.Reader) (rune, error) {
	start, _ := r.Peek(3)
	switch {
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		return 0, finding.New("exchange.utf16", nil)
	case bytes.Equal(start, []byte("\xef\xbb\xbf")):
		_, _ = r.Discard(3) // just peeked
	}
	text, _ := r.Peek(r.Size()) // shorter at the end of a small file
	quoted := false
	for _, b := range bytes.TrimLeft(text, "\r\n") {
		switch {
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == ',' || b == ';' || b == '\t':
			return rune(b), nil
		case b == '\n':
			return ',', nil
		}
	}
	return ',', nil
}
