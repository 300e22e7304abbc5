package sheet

import (
	"regexp"
	"strconv"
	"strings"
)

// tightSpan is a span without blanks around its dash: 16.11.-22.11.2026.
var tightSpan = regexp.MustCompile(`^([0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}|[0-9]{4})?)-([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4})$`)

// span reads the first and the last day of a period. The first may leave its year to
// the last.
func (f dateForm) span(s string) (first, last string, ok bool) {
	if m := tightSpan.FindStringSubmatch(s); m != nil {
		return f.days(m[1], m[2])
	}
	fields := strings.Split(s, " ")
	for i, word := range fields {
		if i == 0 || i == len(fields)-1 || word != "-" && word != "—" && f.words.means(word) != "to" {
			continue
		}
		if first, last, ok = f.days(strings.Join(fields[:i], " "), strings.Join(fields[i+1:], " ")); ok {
			return first, last, true
		}
	}
	return "", "", false
}

// days reads two days, the first of which may have no year.
func (f dateForm) days(a, b string) (first, last string, ok bool) {
	last, err := f.date(b)
	if err != nil || !isoDay(last) {
		return "", "", false
	}
	if first, err = f.date(a); err == nil && isoDay(first) {
		return first, last, true
	}
	y, err := strconv.Atoi(last[:len("2026")])
	if err != nil {
		return "", "", false
	}
	for _, y := range []int{y, y - 1} { // from December to January
		for _, blank := range []string{"", " "} {
			first, err = f.date(a + blank + strconv.Itoa(y))
			if err == nil && isoDay(first) && first <= last {
				return first, last, true
			}
		}
	}
	return "", "", false
}
