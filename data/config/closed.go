package config

import (
	"path/filepath"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/holidays"
	"kpiwall/data/kpi"
)

// maxClosed is how many days in a row an office may be closed.
const maxClosed = 366

// readClosed reads closed = [2026-12-24, "2026-12-27 to 2026-12-31"].
func readClosed(r *reader, _ *Config, it item) {
	list, ok := it.value.([]any)
	if !ok {
		r.find(it, "config.closed", nil)
		return
	}
	for n, value := range list {
		first, last, ok := closedSpan(value)
		switch {
		case !ok:
			r.find(it.element(n, value), "config.closed.day", nil)
		case last.Before(first):
			r.find(it.element(n, value), "config.closed.inverted", nil)
		case last.Sub(first) >= maxClosed:
			r.find(it.element(n, value), "config.closed.long", finding.Args{"Limit": maxClosed})
		default:
			for d := first; !d.After(last); d = d.AddDays(1) {
				r.closed = append(r.closed, d)
			}
		}
	}
}

// closedSpan reads a day, or two in quotes with "to" between them.
func closedSpan(value any) (first, last kpi.Date, ok bool) {
	text, isText := value.(string)
	from, to, isSpan := strings.Cut(text, " to ")
	if !isText || !isSpan {
		first, ok = date(value)
		return first, first, ok
	}
	first, ok = date(strings.TrimSpace(from))
	last, okLast := date(strings.TrimSpace(to))
	return first, last, ok && okLast
}

// isCalendarFile reports whether holidays are those of a file.
func isCalendarFile(name string) bool { return strings.EqualFold(filepath.Ext(name), ".ics") }

// readHolidays reads the holidays of a region, or of a calendar file beside the
// configuration.
func readHolidays(r *reader, _ *Config, it item) {
	name, ok := r.line(it, proseLimit)
	if !ok {
		return
	}
	if !isCalendarFile(name) {
		days, known := holidays.Of(name)
		if !known {
			regions := holidays.Regions()
			r.find(it, "config.holidays", finding.Args{"Given": name, "Meant": Nearest(strings.ToUpper(name), regions), "Accepted": regions})
		}
		r.closed = append(r.closed, days...)
		return
	}
	a, ok := r.attachedTo(it, name)
	if !ok {
		return
	}
	days, err := holidays.Read(name, a.data)
	if err != nil {
		f := finding.Of(err)[0]
		r.find(it, f.Code, f.Args)
	}
	r.closed = append(r.closed, days...)
}
