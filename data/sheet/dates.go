package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// dateForm reads the dates of a file.
type dateForm struct {
	words Vocabulary
	order Order
	now   time.Time
	named bool // the column says that it has months: the number is a year
}

// unlike returns a problem with a cell, to which [given] adds what was written there.
func unlike(code string, args finding.Args) error { return finding.New(code, args) }

// unreadable is what canonical returns of what is no date.
var unreadable = unlike("exchange.date", nil)

// isoDay is what most files have.
func isoDay(s string) bool {
	return len(s) == len("2026-11-30") && s[4] == '-' && s[7] == '-' && digits(s[:4]) && digits(s[5:7]) && digits(s[8:])
}

// canonical writes a date as the names of days and periods are written: 2026-11-30,
// 2026-11, 2026-W47, W47 (of no year), 2026-Q3, 2026, an instant, a local time
// (2026-11-30T14:05:00), or the first and the last day of a period with a / between.
func (f dateForm) canonical(s string) (string, error) {
	if isoDay(s) || isInstant(s) || fiscalName.MatchString(s) || hourName.MatchString(s) {
		return s, nil
	}
	s = strings.Join(strings.Fields(kpi.PlainSigns(s)), " ")
	if m := clock.FindStringSubmatch(s); m != nil {
		return f.moment(m)
	}
	if first, last, ok := f.span(s); ok {
		return first + "/" + last, nil
	}
	if day, named := f.ofWeek(s); named {
		if on, err := f.date(day); err == nil && isoDay(on) {
			return on, nil
		}
	}
	return f.date(s)
}

// ofWeek takes away the words that name a week by one of its days: week of 16 Nov 2026.
func (f dateForm) ofWeek(s string) (day string, named bool) {
	for i, char := range s {
		if char == ' ' && slices.Contains([]string{"week_of", "ending"}, f.words.means(s[:i])) {
			return s[i+1:], true
		}
	}
	return "", false
}

// date writes a day or a period.
func (f dateForm) date(s string) (string, error) {
	p, ok := f.pieces(s)
	if !ok {
		return "", unreadable
	}
	n := p.numbers
	switch p.kinds {
	case "n":
		return single(n[0])
	case "nn":
		if p.sep == "," { // a number
			return "", unreadable
		}
		return monthAndYear(n[0], n[1])
	case "nnn":
		return f.numeric(p)
	case "nmn":
		if len(n[0]) == 4 {
			return dayText(n[0], p.month, n[1])
		}
		return dayText(n[1], p.month, n[0])
	case "mnn":
		return dayText(n[1], p.month, n[0])
	case "mn":
		if len(n[0]) != 4 && !f.isYear(p.month, n[0]) && !p.likeYear() { // Oct 15 may be a day
			return "", unreadable
		}
		return periodText(n[0], "-%02d", strconv.Itoa(int(p.month)))
	case "nm":
		if len(n[0]) == 4 {
			return periodText(n[0], "-%02d", strconv.Itoa(int(p.month)))
		}
	case "wn", "nw":
		if w, err := strconv.Atoi(n[0]); err == nil && len(n[0]) <= 2 {
			return fmt.Sprintf("W%02d", w), nil
		}
	case "wnn", "nwn", "nnw":
		return partOfYear(n, "-W%02d")
	case "qnn", "nqn", "nnq":
		return partOfYear(n, "-Q%d")
	case "qnnn", "nqnn":
		return fiscalQuarter(p)
	}
	return "", unreadable
}

// isYear reports whether two digits behind a month are a year: as the day of a month,
// the latest one, they would be in that month too.
func (f dateForm) isYear(m time.Month, n string) bool {
	y, err := year(n)
	if err != nil || len(n) != 2 {
		return false
	}
	if f.named {
		return true
	}
	d, _ := strconv.Atoi(n)
	latest := time.Date(f.now.Year(), m, d, 0, 0, 0, 0, f.now.Location())
	if latest.After(f.now) {
		latest = latest.AddDate(-1, 0, 0)
	}
	return latest.Year() == y && latest.Month() == m
}

// partOfYear writes a week or a quarter; the number with four digits is the year.
func partOfYear(n []string, form string) (string, error) {
	switch {
	case len(n[0]) == 4 && len(n[1]) <= 2:
		return periodText(n[0], form, n[1])
	case len(n[1]) == 4 && len(n[0]) <= 2 || len(n[1]) == 2 && len(n[0]) == 1 && form == "-Q%d":
		return periodText(n[1], form, n[0])
	}
	return "", unreadable
}

// fiscalQuarter writes a quarter of a year that is named by both of its years, as the
// wall names it: Q1 2025/26.
func fiscalQuarter(p pieces) (string, error) {
	n := p.numbers
	if name := n[1] + "/" + n[2] + "-Q" + n[0]; p.before == "/" && fiscalName.MatchString(name) {
		return name, nil
	}
	return "", unreadable
}

// single reads digits alone: 20260401, 202604 or 2026.
func single(n string) (string, error) {
	switch len(n) {
	case 4:
		return n, nil
	case 5:
		return "", unlike("exchange.date.serial", nil)
	case 6:
		return monthAndYear(n[:4], n[4:])
	case 8:
		m, _ := strconv.Atoi(n[4:6])
		return dayText(n[:4], time.Month(m), n[6:])
	}
	return "", unreadable
}

func monthAndYear(a, b string) (string, error) {
	if len(b) == 4 {
		a, b = b, a
	}
	if m, err := strconv.Atoi(b); err != nil || len(a) != 4 || len(b) > 2 || m < 1 || m > 12 {
		return "", unreadable
	}
	return periodText(a, "-%02d", b)
}

// numeric reads three numbers.
func (f dateForm) numeric(p pieces) (string, error) {
	a, b, c := p.numbers[0], p.numbers[1], p.numbers[2]
	month := func(s string) time.Month {
		m, _ := strconv.Atoi(s)
		return time.Month(m)
	}
	if len(a) == 4 {
		return dayText(a, month(b), c)
	}
	if len(a) > 2 || len(b) > 2 || len(c) != 4 && (len(c) != 2 || p.sep == "-") {
		return "", unreadable
	}
	dayFirst, errDay := dayText(c, month(b), a)
	monthFirst, errMonth := dayText(c, month(a), b)
	switch {
	case p.sep == "." || f.order == DayFirst:
		return dayFirst, errDay
	case f.order == MonthFirst:
		return monthFirst, errMonth
	case errDay != nil:
		return monthFirst, errMonth
	case errMonth != nil || dayFirst == monthFirst:
		return dayFirst, nil
	}
	return "", unlike("exchange.date.two", finding.Args{"A": monthFirst, "B": dayFirst})
}

// year writes out a year of two digits as spreadsheets do.
func year(s string) (int, error) {
	y, err := strconv.Atoi(s)
	switch {
	case err != nil || len(s) != 2 && len(s) != 4:
		return 0, unreadable
	case len(s) == 2 && y < 50:
		y += 2000
	case len(s) == 2:
		y += 1900
	}
	return y, nil
}

func dayText(y string, m time.Month, d string) (string, error) {
	n, err := strconv.Atoi(d)
	if err != nil || len(d) > 2 {
		return "", unreadable
	}
	full, err := year(y)
	if err != nil {
		return "", err
	}
	date, ok := day(full, int(m), n)
	if !ok {
		return "", unlike("exchange.date.calendar", nil)
	}
	return date.String(), nil
}

func periodText(y, form, n string) (string, error) {
	full, err := year(y)
	part, errPart := strconv.Atoi(n)
	if err != nil || errPart != nil {
		return "", unreadable
	}
	return fmt.Sprintf("%04d"+form, full, part), nil
}
