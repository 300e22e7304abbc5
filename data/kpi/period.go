package kpi

import "time"

// Calendar says how a board cuts time into periods. Its rules work on calendar
// dates in Zone and never on local midnight, which some days do not have.
type Calendar struct {
	Zone       *time.Location // nil is UTC
	WeekStarts time.Weekday
	YearStarts time.Month // first month of the (fiscal) year; 0 is January
	Weeks      WeekNaming // how weeks are numbered, but in ids
	YearNamed  YearNaming // which fiscal year is meant where one calendar year is named
	Workdays   Weekdays   // the days that count for a daily KPI; none means all seven
	Closed     *Closed    // those of them on which the office is closed, see [Calendar.WithClosed]
}

// Period is one hour, day, week, month, quarter or year, half-open. Periods of
// one calendar are comparable with ==. For a daily KPI a day that is no workday
// belongs to the workday before it. The zero Period is none.
type Period struct {
	Every Cadence
	First Date  // the first calendar day
	hour  int64 // start as Unix seconds, for an hour only
}

// Period returns the period that holds the instant t. An hour is a clock hour
// of the zone: one that comes twice in autumn is two periods, one that spring
// leaves out is none.
func (c Calendar) Period(every Cadence, t time.Time) Period {
	if every == Hour {
		return c.hourAt(t.Unix())
	}
	return c.periodOf(every, c.Today(t))
}

// PeriodAt returns the period that a value at belongs to. It reports false for
// a plain day where hours are wanted (a day does not say which hour), and for
// the zero At.
func (c Calendar) PeriodAt(every Cadence, at At) (Period, bool) {
	switch {
	case !at.Instant.IsZero():
		return c.Period(every, at.Instant), true
	case every == Hour || at.Day.IsZero():
		return Period{}, false
	}
	return c.periodOf(every, at.Day), true
}

// Today returns the calendar day of t in the calendar's zone.
func (c Calendar) Today(t time.Time) Date { return DateOf(t.In(c.zone())) }

// Add steps n periods forward, or back where n is negative.
func (c Calendar) Add(p Period, n int) Period {
	if p.Every == Hour {
		return c.addHours(p, n)
	}
	return c.periodNumbered(p.Every, c.number(p.Every, p.First)+n)
}

// Steps returns n so that c.Add(from, n) == to. Both have the same cadence.
func (c Calendar) Steps(from, to Period) int {
	if from.Every == Hour {
		return c.hoursBetween(from.hour, to.hour)
	}
	return c.number(to.Every, to.First) - c.number(from.Every, from.First)
}

// AheadLimit is how many periods after the current one a value may lie in: a
// target reached early is news, a year mistyped is not.
const AheadLimit = 1

// TooFarAhead reports whether p lies more than [AheadLimit] periods after now.
func (c Calendar) TooFarAhead(p Period, now time.Time) bool {
	return c.Steps(c.Period(p.Every, now), p) > AheadLimit
}

// periodOf returns the period that holds day d; every is not Hour.
func (c Calendar) periodOf(every Cadence, d Date) Period {
	return c.periodNumbered(every, c.number(every, d))
}

// zone is the calendar's zone; a Calendar without one counts in UTC.
func (c Calendar) zone() *time.Location {
	if c.Zone == nil {
		return time.UTC
	}
	return c.Zone
}
