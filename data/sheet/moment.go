package sheet

import (
	"regexp"
	"strings"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// moments reads dates as moments of KPIs.
type moments struct {
	dateForm
	calendar kpi.Calendar

	// dated takes midnight in UTC for the date that it is written with, where the
	// board's zone has another day then. It is called with the text of each.
	dated func(text string)

	// whole is called where a date names all of a period of a KPI.
	whole func()

	// day is called with each day that is written for a KPI.
	day func(k *kpi.KPI, d kpi.Date, text string)
}

func (m moments) parse(k *kpi.KPI, s string) (kpi.At, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return kpi.At{}, finding.New("exchange.date.none", nil)
	}
	at, err := m.read(k, s)
	if err != nil {
		return kpi.At{}, given(err, s)
	}
	if err := m.check(k, at, s); err != nil {
		return at, err
	}
	if !k.Retired.IsZero() { // rarely: the many rows of a file need no periods
		if p, ok := m.calendar.For(k).PeriodAt(k.Every, at); ok && k.RetiredOn(p.First) {
			return at, finding.New("record.retired", finding.Args{"Name": k.Name, "Day": k.Retired})
		}
	}
	return at, nil
}

// given returns err with what was written, instead of what was made of it.
func given(err error, s string) error {
	found := finding.Of(err)
	if found == nil {
		return err
	}
	return &finding.Error{Finding: found[0].With(finding.Args{"Given": s, "Typed": s}), Err: err}
}

// check refuses what no store holds, and what lies too far ahead.
func (m moments) check(k *kpi.KPI, at kpi.At, s string) error {
	if err := storable(at, s); err != nil {
		return err
	}
	if !at.Day.IsZero() && k.Every != kpi.Hour && !m.calendar.Today(m.now).Before(at.Day) {
		return nil // the many rows of the past need no periods
	}
	p, err := m.periodAt(k, at, s)
	if err != nil {
		return err
	}
	return m.near(k, p, s)
}

// storable refuses what no store holds.
func storable(at kpi.At, s string) error {
	if _, ok := at.Text(); !ok {
		return finding.New("exchange.date.calendar", finding.Args{"Given": s})
	}
	return nil
}

// periodAt returns the period of k to which at belongs.
func (m moments) periodAt(k *kpi.KPI, at kpi.At, s string) (kpi.Period, error) {
	p, ok := m.calendar.For(k).PeriodAt(k.Every, at)
	if !ok {
		return p, finding.New("exchange.date.hour", finding.Args{"Given": s, "KPI": k.ID, "Day": at.Day})
	}
	return p, nil
}

// near refuses a period that lies too far ahead.
func (m moments) near(k *kpi.KPI, p kpi.Period, s string) error {
	if m.calendar.For(k).TooFarAhead(p, m.now) {
		return finding.New("exchange.date.future", finding.Args{"Given": s})
	}
	return nil
}

// fiscalName is how a fiscal year or quarter is named, by both of its years.
var fiscalName = regexp.MustCompile(`^[0-9]{4}/[0-9]{2}(-[Qq][1-4])?$`)

// asMonth writes what looks like a fiscal year, 2026/10, as the month that it is where
// none can be meant.
func asMonth(c kpi.Calendar, every kpi.Cadence, s string) string {
	if fiscalName.MatchString(s) && (every < kpi.Quarter || !c.Fiscal()) {
		return strings.Replace(s, "/", "-", 1)
	}
	return s
}

func (m moments) read(k *kpi.KPI, s string) (kpi.At, error) {
	text, err := m.canonical(asMonth(m.calendar, k.Every, s))
	if err != nil {
		return kpi.At{}, err
	}
	at, err := m.place(k, text)
	if m.day != nil && err == nil && isoDay(text) {
		m.day(k, at.Day, s)
	}
	return at, err
}

// place tells what canonical writes apart by its shape.
func (m moments) place(k *kpi.KPI, text string) (kpi.At, error) {
	switch first, last, span := strings.Cut(text, "/"); {
	case isoDay(text):
		d, err := kpi.ParseDate(text)
		return kpi.At{Day: d}, err
	case len(text) > len("2026-11-30T14:00") && text[10] == 'T':
		return m.instant(k, text)
	case span && isoDay(last):
		return m.span(k, first, last)
	case text[0] == 'W':
		return m.lastWeek(k, text)
	}
	return m.period(k, text)
}

// instant reads a time of the day, without a zone that of the board.
func (m moments) instant(k *kpi.KPI, text string) (kpi.At, error) {
	on, err := kpi.ParseDate(text[:10])
	if err != nil {
		return kpi.At{}, err
	}
	if len(text) == len("2026-11-30T14:00:00") {
		return m.local(k, on, text)
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return kpi.At{}, unlike("exchange.date.instant", nil)
	}
	_, offset := t.Zone()
	midnight := offset == 0 && strings.HasPrefix(text[11:], "00:00:00")
	if m.dated != nil && midnight && k.Every != kpi.Hour && m.calendar.Today(t) != on {
		m.dated(text)
		return kpi.At{Day: on}, nil
	}
	return kpi.AtInstant(t), nil
}

// local reads a time without a zone. Midnight of a rhythm of days means the day.
func (m moments) local(k *kpi.KPI, on kpi.Date, text string) (kpi.At, error) {
	if k.Every != kpi.Hour && strings.HasSuffix(text, "T00:00:00") {
		return kpi.At{Day: on}, nil
	}
	// Only an hour that comes once can be told without its zone.
	p, err := m.calendar.ParsePeriod(kpi.Hour, text[:len("2026-11-30T14")])
	if err != nil {
		return kpi.At{}, err
	}
	t, err := time.Parse("04:05", text[len("2026-11-30T14:"):])
	if err != nil {
		return kpi.At{}, unlike("exchange.date.instant", nil)
	}
	after := time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second
	return kpi.AtInstant(m.calendar.Start(p).Add(after)), nil
}

// span reads the first and the last day of one period.
func (m moments) span(k *kpi.KPI, first, last string) (kpi.At, error) {
	from, errFrom := kpi.ParseDate(first)
	to, errTo := kpi.ParseDate(last)
	c := m.calendar.For(k)
	p, ok := c.PeriodAt(k.Every, kpi.At{Day: from})
	if errFrom != nil || errTo != nil || !ok || p.First != from || c.LastDay(p) != to {
		return kpi.At{}, unlike("exchange.date.span", finding.Args{"Every": k.Every})
	}
	return m.all(k, p), nil
}

// lastWeek reads a week without a year as the latest that has begun.
func (m moments) lastWeek(k *kpi.KPI, week string) (kpi.At, error) {
	thisYear, _ := m.calendar.Week(m.calendar.Period(kpi.Week, m.now))
	for y := thisYear; y > thisYear-7; y-- { // only every sixth year or so has a week 53
		id := kpi.Date{Year: y, Month: 1, Day: 1}.String()[:4] + "-" + week
		p, err := m.calendar.ParsePeriod(kpi.Week, id)
		if err == nil && !m.calendar.Start(p).After(m.now) {
			return m.period(k, id)
		}
	}
	return m.period(k, week)
}

// period reads the name of a period. One that is finer than the KPI's counts for
// that which holds it, where it lies in one.
func (m moments) period(k *kpi.KPI, id string) (kpi.At, error) {
	p, err := m.calendar.For(k).ParsePeriod(k.Every, strings.ToUpper(id))
	if err == nil {
		return m.all(k, p), nil
	}
	for every := kpi.Month; every < k.Every; every++ {
		finer, errFiner := m.calendar.ParsePeriod(every, strings.ToUpper(id))
		if errFiner != nil {
			continue
		}
		last := m.calendar.LastDay(finer)
		if today := m.calendar.Today(m.now); k.Combine == kpi.Last && !finer.First.After(today) && last.After(today) {
			last = today
		}
		return kpi.At{Day: last}, nil
	}
	return kpi.At{}, err
}

// all returns the moment of a value for the whole of p.
func (m moments) all(k *kpi.KPI, p kpi.Period) kpi.At {
	if m.whole != nil && k.Every >= kpi.Week {
		m.whole()
	}
	return momentOf(m.calendar.For(k), k, p, m.now)
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

// day reports whether the calendar has that day.
func day(year, month, d int) (kpi.Date, bool) {
	t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	return kpi.DateOf(t), t.Day() == d && t.Month() == time.Month(month)
}
