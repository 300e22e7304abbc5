package kpi

import (
	"strconv"
	"strings"
)

// durationUnits are the seconds of what people write behind a number.
var durationUnits = map[string]int{"h": 3600, "m": 60, "min": 60, "s": 1, "sec": 1}

// duration reads 4:30, 1:04:30, 90s, 4m30s, 1h 5m, or plain seconds.
func (r *reader) duration() (float64, error) {
	switch {
	case strings.Contains(r.rest, ":"):
		return r.clock()
	case strings.ContainsFunc(r.rest, isLetter):
		return r.unitsOfTime()
	}
	n, err := r.number(r.rest)
	if err != nil {
		return 0, err
	}
	// Some write minutes with a point.
	if len(n.fraction) == 2 && n.fraction < "60" {
		whole := orZero(n.whole)
		return 0, r.refuse("number.minutes", Args{"Clock": whole + ":" + n.fraction, "Seconds": whole + r.l.decimal() + n.fraction})
	}
	r.bare = true
	return n.value(0), nil
}

func orZero(digits string) string {
	if digits == "" {
		return "0"
	}
	return digits
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// clock reads m:ss and h:mm:ss, the seconds with decimals where there are any.
func (r *reader) clock() (float64, error) {
	body, fraction := r.rest, ""
	if i := strings.LastIndexAny(body, ".,"); i >= 0 {
		body, fraction = body[:i], body[i+1:]
		if !allDigits(fraction) {
			return 0, r.notADuration()
		}
	}
	fields := strings.Split(body, ":")
	// What has more than twelve digits of hours is a slip, and would overflow.
	if len(fields) > 3 || !allDigits(fields[0]) || len(fields[0]) > 12 {
		return 0, r.notADuration()
	}
	seconds, _ := strconv.ParseInt(fields[0], 10, 64)
	for _, field := range fields[1:] {
		if len(field) != 2 || !allDigits(field) || field >= "60" {
			return 0, r.notADuration()
		}
		n, _ := strconv.ParseInt(field, 10, 64)
		seconds = seconds*60 + n
	}
	n := plainNumber{strconv.FormatInt(seconds, 10), fraction}
	if n.significant() > mostDigits {
		return 0, r.refuse("number.digits", Args{"Limit": mostDigits})
	}
	return n.value(0), nil
}

func allDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !isDigit(r) }) < 0
}

// unitsOfTime reads numbers with their units, each unit shorter than the one
// before; only the last number may have decimals.
func (r *reader) unitsOfTime() (float64, error) {
	total, shorterThan := 0.0, 1<<30
	for rest := r.rest; rest != ""; {
		i := strings.IndexFunc(rest, isLetter)
		if i < 0 {
			return 0, r.notADuration()
		}
		number, unit := strings.TrimSpace(rest[:i]), rest[i:]
		if end := strings.IndexFunc(unit, func(r rune) bool { return !isLetter(r) }); end >= 0 {
			unit = unit[:end]
		}
		rest = strings.TrimSpace(rest[i+len(unit):])
		seconds, known := durationUnits[strings.ToLower(unit)]
		if !known || seconds >= shorterThan || rest != "" && !allDigits(number) {
			return 0, r.notADuration()
		}
		n, err := r.number(number)
		if err != nil {
			return 0, err
		}
		total, shorterThan = Clean(total+Clean(n.value(0)*float64(seconds))), seconds
	}
	return total, nil
}

func (r *reader) notADuration() error {
	return r.refuse("number.no_time", nil)
}
