package sheet

import (
	"regexp"
	"strconv"

	"golang.org/x/text/language"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// Order is which of day and month a file writes first where it writes both as
// numbers with slashes or hyphens.
type Order uint8

// The orders. With AnyOrder a date has to be readable in one way only.
const (
	AnyOrder Order = iota
	DayFirst
	MonthFirst
)

// orderOf returns the order of a locale, where its region leaves no doubt.
func orderOf(l kpi.Locale) Order {
	t, err := language.Parse(l.Tag)
	if err != nil {
		return AnyOrder
	}
	switch region, _ := t.Region(); region.String() {
	case "US", "PH", "PR", "GU", "VI", "AS", "MP", "FM", "PW", "MH":
		return MonthFirst
	case "CA", "ZA", "KE", "GH", "ZZ", "001": // where both are common
		return AnyOrder
	}
	return DayFirst
}

// orders is what the dates of a file show of its order of day and month.
type orders struct {
	day, month, either cellAt // the first that shows the day, or the month, first; the first that may be both
}

// numericDate is a date with day and month as numbers, in an order of its own.
var numericDate = regexp.MustCompile(`(?:^|[^0-9/-])([0-9]{1,2})(?:/([0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})|-([0-9]{1,2})-[0-9]{4})(?:[^0-9/-]|$)`)

// add looks at a date.
func (o *orders) add(cell cellAt) {
	if len(cell.text) > 4 && digits(cell.text[:4]) { // the year is first, as in most files
		return
	}
	for _, m := range numericDate.FindAllStringSubmatch(cell.text, -1) {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2] + m[3])
		switch {
		case a > 12 && b <= 12:
			first(&o.day, cell)
		case b > 12 && a <= 12:
			first(&o.month, cell)
		case a != b:
			first(&o.either, cell)
		}
	}
}

// decide settles the order for the whole file: by its dates, else by the locale. A
// file whose numbers have a decimal comma is from where nobody writes the month first.
func (o *orders) decide(forced Order, file mark, l kpi.Locale) (Order, *problemAt) {
	switch {
	case forced != AnyOrder:
		return forced, nil
	case o.day.line > 0 && o.month.line > 0:
		a, b := o.day, o.month
		if a.line > b.line {
			a, b = b, a
		}
		return AnyOrder, &problemAt{b, finding.New("exchange.date.contradiction", finding.Args{
			"A": a.text, "LineA": a.line, "B": b.text, "LineB": b.line,
		})}
	case o.day.line > 0:
		return DayFirst, nil
	case o.month.line > 0:
		return MonthFirst, nil
	}
	by := orderOf(l)
	if file == comma && by != DayFirst && o.either.line > 0 {
		return DayFirst, nil
	}
	return by, nil
}
