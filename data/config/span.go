package config

import (
	"strconv"
	"strings"
	"time"

	"kpiwall/data/finding"
)

// unit is a letter of a span of time, and what it stands for. A day is 24 hours.
var units = map[byte]time.Duration{
	's': time.Second,
	'm': time.Minute,
	'h': time.Hour,
	'd': 24 * time.Hour,
	'w': 7 * 24 * time.Hour,
}

// spanLimit keeps the sum of parts far from overflow; a century is enough.
const spanLimit = 100 * 366 * 24 * time.Hour

// span reads a length of time such as "30s" from low to high. A bare number is
// refused: it does not say its unit.
func span[T any](low, high string, at func(*T) *time.Duration) func(*reader, *T, item) {
	shortest, _ := parseSpan(low)
	longest, _ := parseSpan(high)
	return func(r *reader, t *T, it item) {
		s, isText := it.value.(string)
		if _, isNumber := finite(it.value); isNumber {
			r.find(it, "config.span.unit", finding.Args{"Given": number(it.value)})
			return
		}
		if !isText {
			r.find(it, "config.span.kind", finding.Args{"Kind": kind(it.value), "Low": low})
			return
		}
		d, ok := parseSpan(s)
		if !ok {
			r.find(it, "config.span", finding.Args{"Given": s})
			return
		}
		if d < shortest || d > longest {
			r.find(it, "config.span.range", finding.Args{"Given": s, "Low": low, "High": high})
			return
		}
		*at(t) = d
	}
}

// parseSpan reads numbers that are each followed by a unit: 90s, 1m30s, 1.5h, 2d.
func parseSpan(s string) (time.Duration, bool) {
	var sum time.Duration
	rest := s
	for rest != "" {
		n := strings.IndexFunc(rest, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
		if n <= 0 {
			return 0, false
		}
		number, err := strconv.ParseFloat(rest[:n], 64)
		unit, known := units[rest[n]]
		if err != nil || !known || number*float64(unit)+float64(sum) > float64(spanLimit) {
			return 0, false
		}
		sum += time.Duration(number * float64(unit))
		rest = rest[n+1:]
	}
	return sum, s != ""
}
