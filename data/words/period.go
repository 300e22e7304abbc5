package words

import (
	"time"

	"kpiwall/data/kpi"
)

// Period returns the period's name for a person who lives in the period of now:
// "October", "October 2025", "week 47", "Q3 2026", "Fri 20 Nov", "14:00". The year
// (for an hour also the day) is left out where it is that of now; quarters and years
// always say it: "Q2 2026/27" and "FY 2026/27" where the fiscal year does not start
// in January.
func (s *Speech) Period(p kpi.Period, now time.Time) string {
	return s.period(p, s.calendar.Today(now), namedInFull)
}

// ShortPeriod is [Speech.Period] in fewer words: "Oct 2025", "20 Nov".
func (s *Speech) ShortPeriod(p kpi.Period, now time.Time) string {
	return s.period(p, s.calendar.Today(now), abbreviated)
}

// TickPeriod is [Speech.ShortPeriod] without the day of the week, as below a chart.
func (s *Speech) TickPeriod(p kpi.Period, now time.Time) string {
	today := s.calendar.Today(now)
	switch {
	case p.Every == kpi.Hour && p.First != today:
		return s.must("date.moment", Args{"Day": s.inYear("date.short", p.First, today), "Clock": s.hour(p)})
	case p.Every == kpi.Day:
		return s.inYear("date.short", p.First, today)
	}
	return s.period(p, today, abbreviated)
}

// FullPeriod is [Speech.Period] for somebody who does not know what day it is: with
// the year, and of an hour with the day.
func (s *Speech) FullPeriod(p kpi.Period) string {
	return s.period(p, kpi.Date{}, namedInFull)
}

// naming is how many words a period's name may have.
type naming bool

const (
	namedInFull naming = false
	abbreviated naming = true // months have three letters
)

func (s *Speech) period(p kpi.Period, today kpi.Date, how naming) string {
	switch p.Every {
	case kpi.Hour:
		if p.First == today {
			return s.hour(p)
		}
		return s.must("date.moment", Args{"Day": s.inYear("date.weekday", p.First, today), "Clock": s.hour(p)})
	case kpi.Day:
		return s.inYear("date.weekday", p.First, today)
	case kpi.Week:
		return s.week(p, today)
	case kpi.Month:
		id := "period.month"
		if how == abbreviated {
			id = "period.month.short"
		}
		return s.inYear(id, p.First, today)
	}
	year, quarter := s.calendar.FiscalYear(p.First)
	args := Args{"Year": year, "Quarter": quarter}
	switch {
	case p.Every == kpi.Quarter:
		return s.must("period.quarter", args)
	case s.calendar.Fiscal():
		return s.must("period.fiscal", args)
	}
	return year
}

// week names a week by its number, with its year where that is not this week's, and
// with its ISO number where that is another one.
func (s *Speech) week(p kpi.Period, today kpi.Date) string {
	id := "period.week.year"
	year, week := s.calendar.WeekNumber(p)
	if current, ok := s.calendar.PeriodAt(kpi.Week, kpi.At{Day: today}); ok {
		if thisYear, _ := s.calendar.WeekNumber(current); year == thisYear {
			id = "period.week"
		}
	}
	name := s.must(id, Args{"Week": week, "Year": year})
	if _, iso := s.calendar.Week(p); iso != week {
		return s.must("period.week.iso", Args{"Name": name, "Week": iso})
	}
	return name
}

// hour writes when an hour starts, with its zone where the clock shows it twice.
func (s *Speech) hour(p kpi.Period) string {
	start := s.calendar.Start(p)
	if s.calendar.Repeats(p) {
		return start.Format("15:04 MST")
	}
	return start.Format("15:04")
}
