package words

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"kpiwall/data/kpi"
)

// loadNames reads the names of months, days of the week and magnitudes, which are
// wanted all the time.
func (l *language) loadNames() {
	for i := range l.months {
		id := "month." + strconv.Itoa(i+1)
		l.months[i], l.shortMonths[i] = l.must(id, nil), l.must(id+".short", nil)
	}
	l.untilWeekdays = strings.Split(l.must("until.weekdays", nil), ", ")
	l.monthsOfDays = strings.Split(l.must("date.months", nil), ", ")
	for i := range l.weekdays {
		id := "weekday." + strconv.Itoa(i)
		l.weekdays[i], l.shortWeekdays[i] = l.must(id, nil), l.must(id+".short", nil)
	}
	for i := range l.magnitudes {
		l.magnitudes[i] = l.must("magnitude."+strconv.Itoa(3*i+3), nil)
	}
}

// date writes d by a message such as "date.long".
func (l *language) date(id string, d kpi.Date) string {
	w := d.Weekday()
	return l.must(id, Args{
		"Day": d.Day, "Year": d.Year,
		"Month": l.months[d.Month-1], "MonthOfDay": l.monthsOfDays[d.Month-1], "Mon": l.shortMonths[d.Month-1],
		"Weekday": l.weekdays[w], "Wday": l.shortWeekdays[w],
	})
}

// inYear is date, with the year where that is not the one of now.
func (l *language) inYear(id string, d kpi.Date, now kpi.Date) string {
	if d.Year != now.Year {
		id += ".year"
	}
	return l.date(id, d)
}

// Day writes a day in few words, such as "2 Jan", with its year where that is not
// the one of now.
func (s *Speech) Day(d kpi.Date, now time.Time) string {
	return s.inYear("date.short", d, s.calendar.Today(now))
}

// ShortDate writes a day with its year in few words, such as "2 Jan 2026".
func (s *Speech) ShortDate(d kpi.Date) string { return s.date("date.short.year", d) }

// FullDay writes a day with its day of the week, such as "Monday 2 January", and with
// its year where that is not the one of now.
func (s *Speech) FullDay(d kpi.Date, now time.Time) string {
	return s.inYear("date.weekday.long", d, s.calendar.Today(now))
}

// LongDay writes a day in full, such as "2 January 2026".
func (s *Speech) LongDay(d kpi.Date) string { return s.date("date.long.year", d) }

// DayOf writes the day that an instant lies on in the board's zone, as [Speech.Day].
func (s *Speech) DayOf(t, now time.Time) string { return s.Day(s.calendar.Today(t), now) }

// Time writes the time of the day of t in the board's zone, and which day that was
// where it is not that of now: "14:05", "21 Nov 14:05".
func (s *Speech) Time(t, now time.Time) string {
	on, clock := s.calendar.Today(t), s.inZone(t).Format("15:04")
	if on == s.calendar.Today(now) {
		return clock
	}
	return s.must("date.moment", Args{"Day": s.Day(on, now), "Clock": clock})
}

// Moment is [Speech.Time], but says also of today which day it is: "today 14:05".
func (s *Speech) Moment(t, now time.Time) string {
	if s.calendar.Today(t) == s.calendar.Today(now) {
		return s.must("date.today", Args{"Clock": s.inZone(t).Format("15:04")})
	}
	return s.Time(t, now)
}

// inZone returns t in the board's zone.
func (s *Speech) inZone(t time.Time) time.Time {
	if s.calendar.Zone == nil {
		return t.UTC()
	}
	return t.In(s.calendar.Zone)
}

// moment writes a day and the time of the day, in the zone of t.
func (l *language) moment(t time.Time) string {
	return l.must("date.moment", Args{"Day": l.date("date.short", kpi.DateOf(t)), "Clock": t.Format("15:04")})
}

// clock writes the time of day of t, and which day that was where it is another
// one than that of now. The zone is that of t.
func (l *language) clock(t, now time.Time) string {
	now = now.In(t.Location())
	clock := t.Format("15:04")
	switch kpi.DateOf(t) {
	case kpi.DateOf(now):
		return clock
	case kpi.DateOf(now.AddDate(0, 0, -1)):
		return l.must("date.yesterday", Args{"Clock": clock})
	}
	return t.Format("2006-01-02 15:04")
}

// Span writes the days from first to last: "16–22 November", "30 November – 6
// December", or with the years where they are two.
func (s *Speech) Span(first, last kpi.Date) string {
	switch {
	case first.Year != last.Year:
		return s.LongDay(first) + " – " + s.LongDay(last)
	case first.Month != last.Month:
		return s.date("date.long", first) + " – " + s.date("date.long", last)
	}
	return s.must("date.span", Args{"First": first.Day, "Last": s.date("date.long", last)})
}

// TimeOfDay writes a time of the day, since midnight, such as "17:00".
func (s *Speech) TimeOfDay(d time.Duration) string {
	return fmt.Sprintf("%d:%02d", int(d.Hours()), int(d.Minutes())%60)
}

// Cadence names a cadence, such as "week".
func (s *Speech) Cadence(c kpi.Cadence) string { return s.must("cadence."+c.String(), nil) }

// Every says how often, such as "every week".
func (s *Speech) Every(c kpi.Cadence) string { return s.must("every."+c.String(), nil) }

// Periods counts periods of a cadence: "24 months".
func (s *Speech) Periods(c kpi.Cadence, n int) string {
	return s.must("count."+c.String(), Args{"Count": n})
}

// PeriodsWord is [Speech.Periods] without the number: "months".
func (s *Speech) PeriodsWord(c kpi.Cadence, n int) string {
	return strings.TrimSpace(strings.TrimPrefix(s.Periods(c, n), strconv.Itoa(n)))
}
