package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// ParseMoment reads when a value of k was true: an ISO date, an instant with
// its zone (2026-11-30T14:00:00Z), a local date that can be read in one way
// only (31.12.2026, 12/31/2026), or a period by its name (2026-11, 2026-W47,
// 2026-Q3). What lies more than one period after now is an error.
func ParseMoment(c kpi.Calendar, k *kpi.KPI, s string, now time.Time) (kpi.At, error) {
	s = strings.TrimSpace(s)
	at, err := readMoment(c, k, s, now)
	if err != nil {
		return kpi.At{}, err
	}
	if _, ok := at.Text(); !ok {
		return kpi.At{}, finding.New("exchange.date.calendar", finding.Args{"Given": s})
	}
	if !at.Day.IsZero() && k.Every != kpi.Hour && !c.Today(now).Before(at.Day) {
		return at, nil // the many rows of the past need no periods
	}
	p, ok := c.PeriodAt(k.Every, at)
	if !ok {
		return kpi.At{}, finding.New("exchange.date.hour", finding.Args{"Given": s, "KPI": k.ID, "Day": at.Day})
	}
	if c.TooFarAhead(p, now) {
		return kpi.At{}, finding.New("exchange.date.future", finding.Args{"Given": s})
	}
	return at, nil
}

// fiscalName is how a fiscal year or quarter is named, by both of its years.
var fiscalName = regexp.MustCompile(`^[0-9]{4}/[0-9]{2}(-[Qq][1-4])?$`)

// readMoment tells the forms apart by their shape and reads each strictly.
func readMoment(c kpi.Calendar, k *kpi.KPI, s string, now time.Time) (kpi.At, error) {
	switch {
	case s == "":
		return kpi.At{}, finding.New("exchange.date.none", nil)
	case len(s) == len("2026-11-30") && s[4] == '-' && s[7] == '-':
		d, err := kpi.ParseDate(s)
		return kpi.At{Day: d}, err
	case len(s) > len("2026-11-30T14:00") && s[10] == 'T' && s[13] == ':':
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return kpi.At{}, finding.New("exchange.date.instant", finding.Args{"Given": s})
		}
		return kpi.AtInstant(t), nil
	case strings.ContainsAny(s, "./") && !fiscalName.MatchString(s):
		d, err := localDay(s)
		return kpi.At{Day: d}, err
	}
	p, err := c.ParsePeriod(k.Every, strings.ToUpper(s))
	if err != nil {
		f := finding.Of(err)[0].With(finding.Args{"Typed": s}) // and not in capitals
		return kpi.At{}, &finding.Error{Finding: f, Err: err}
	}
	return momentOf(c, k, p, now), nil
}

// momentOf returns the moment of a value for the whole of p. Where a period's
// values add up, it is the same on every day that the file is read: reading it
// again then corrects, and does not count twice.
func momentOf(c kpi.Calendar, k *kpi.KPI, p kpi.Period, now time.Time) kpi.At {
	if k.Every == kpi.Hour || k.Combine == kpi.Last {
		return c.AtFor(k, p, now)
	}
	return kpi.At{Day: c.LastDay(p)}
}

// localDay reads 31.12.2026 (the day first, as all who write dots do) and
// 12/31/2026 or 31/12/2026, where one of the two can only be the day.
func localDay(s string) (kpi.Date, error) {
	sep := "/"
	if strings.Contains(s, ".") {
		sep = "."
	}
	var n [3]int
	parts := strings.Split(s, sep)
	for i, part := range parts {
		v, err := strconv.ParseUint(part, 10, 16)
		if err != nil || len(parts) != len(n) || len(parts[2]) != 4 {
			return kpi.Date{}, finding.New("exchange.date", finding.Args{"Given": s})
		}
		n[i] = int(v)
	}
	dayFirst, asDay := day(n[2], n[1], n[0])
	monthFirst, asMonth := day(n[2], n[0], n[1])
	asMonth = asMonth && sep == "/"
	switch {
	case asDay && asMonth && dayFirst != monthFirst:
		return kpi.Date{}, finding.New("exchange.date.two", finding.Args{"Given": s, "A": monthFirst, "B": dayFirst})
	case asDay:
		return dayFirst, nil
	case asMonth:
		return monthFirst, nil
	}
	return kpi.Date{}, finding.New("exchange.date.calendar", finding.Args{"Given": s})
}

// day reports whether the calendar has that day.
func day(year, month, d int) (kpi.Date, bool) {
	t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	return kpi.DateOf(t), t.Day() == d && t.Month() == time.Month(month)
}
