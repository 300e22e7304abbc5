package sheet

import (
	"strings"
	"unicode"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// cellAt is a cell and where it is.
type cellAt struct {
	text         string
	line, column int
}

// evidence is what the cells of one column show of how it writes numbers. Keeping
// the first cell of each kind is enough to decide and to say why.
type evidence struct {
	points, commas           cellAt // the first that can only be read so
	eitherPoint, eitherComma cellAt // the first whose point, or comma, may group
	fine                     bool   // one of these may well have three decimals
	decided                  mark
	refused                  bool // its cells cannot be read one way
}

// add looks at a cell of k.
func (e *evidence) add(k *kpi.KPI, cell cellAt) {
	text := bare(k, cell.text)
	shows, either := showing(text)
	switch {
	case shows == point:
		first(&e.points, cell)
	case shows == comma:
		first(&e.commas, cell)
	case either:
		// Three decimals are common before a word such as k.
		e.fine = e.fine || k.Format.Decimals >= 3 || strings.ContainsFunc(withoutCurrency(text), unicode.IsLetter)
		if decimalOf(numeralIn(text)) == point {
			first(&e.eitherPoint, cell)
		} else {
			first(&e.eitherComma, cell)
		}
	}
}

func first(at *cellAt, cell cellAt) {
	if at.line == 0 {
		*at = cell
	}
}

// shows returns the mark that the column shows, unless it shows both or none.
func (e *evidence) shows() mark {
	switch {
	case e.points.line > 0 && e.commas.line > 0:
		return unknown
	case e.points.line > 0:
		return point
	case e.commas.line > 0:
		return comma
	}
	return unknown
}

// decide settles how the column is read, once for all its cells: by what they show,
// else by what all other columns of the file show, else by the locale. That is asked
// only whether its group mark groups: nobody writes three decimals into a KPI that has
// fewer, but its decimal mark may well be from a file of another country. Nor is it
// asked where the separator of the columns speaks for another country.
func (e *evidence) decide(forced, file mark, l kpi.Locale, sep rune) *problemAt {
	switch {
	case forced != unknown:
		e.decided = forced
	case e.points.line > 0 && e.commas.line > 0:
		e.refused = true
		return contradiction(e.points, e.commas)
	case e.shows() != unknown:
		e.decided = e.shows()
	case file != unknown:
		e.decided = file
	case e.eitherPoint.line == 0 && e.eitherComma.line == 0: // there is nothing to decide
	case e.byLocale(l, sep):
		e.decided = markOf(l)
	default:
		e.refused = true
		return undecided(e.eitherPoint, e.eitherComma, l)
	}
	return nil
}

// byLocale reports whether the marks that may group are the locale's for groups.
func (e *evidence) byLocale(l kpi.Locale, sep rune) bool {
	if foreign := map[mark]rune{point: ';', comma: ','}[markOf(l)]; e.fine || sep == foreign {
		return false
	}
	if markOf(l) == point {
		return e.eitherPoint.line == 0 && l.Group == ","
	}
	return e.eitherComma.line == 0 && l.Group == "."
}

// problemAt is what is wrong at a place.
type problemAt struct {
	cell cellAt
	err  *finding.Error
}

// contradiction says that two cells of a column show two decimal marks.
func contradiction(a, b cellAt) *problemAt {
	points := a.line
	if a.line > b.line {
		a, b = b, a
	}
	return &problemAt{b, finding.New("exchange.number.contradiction", finding.Args{
		"A": a.text, "LineA": a.line, "B": b.text, "LineB": b.line, "PointFirst": points == a.line,
	})}
}

// undecided says that nothing shows what a mark means.
func undecided(a, b cellAt, l kpi.Locale) *problemAt {
	if a.line == 0 || b.line > 0 && b.line < a.line {
		a = b
	}
	var grouped, decimal string
	numeral := numeralIn(a.text)
	for _, m := range []mark{point, comma} {
		text, _ := readAs(numeral, m)
		if m == decimalOf(numeral) {
			decimal = strings.Replace(text, ".", string(markOf(l)), 1)
		} else {
			grouped = text
		}
	}
	return &problemAt{a, finding.New("exchange.number.either", finding.Args{"Given": a.text, "A": grouped, "B": decimal})}
}

// numeralIn returns the first number in a cell.
func numeralIn(cell string) (first string) {
	numerals(cell, func(n string) string {
		if first == "" {
			first = n
		}
		return n
	})
	return first
}
