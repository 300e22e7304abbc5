package kpi

import (
	"fmt"
	"time"
)

// Periods of one cadence (hours aside) are numbered in a row, so that stepping
// is addition and costs the same for a day as for a century. The two functions
// of this file are each other's inverse; where number 0 lies means nothing.

// number returns the number of the period that holds day d.
func (c Calendar) number(every Cadence, d Date) int {
	switch every {
	case Day:
		return c.workdayNumber(d)
	case Week:
		return floorDiv(d.number()-c.firstWeek(), 7)
	}
	months := monthsOf(every)
	return floorDiv(d.Year*12+int(d.Month-time.January)-c.monthShift(months), months)
}

// periodNumbered returns the period with number n.
func (c Calendar) periodNumbered(every Cadence, n int) Period {
	p := Period{Every: every}
	switch every {
	case Day:
		p.First = c.workday(n)
	case Week:
		p.First = dateOfNumber(n*7 + c.firstWeek())
	default:
		months := monthsOf(every)
		m := n*months + c.monthShift(months)
		year := floorDiv(m, 12)
		p.First = Date{year, time.January + time.Month(m-year*12), 1}
	}
	return p
}

// firstWeek is the day number of the first start of a week since 1970-01-01, a
// Thursday.
func (c Calendar) firstWeek() int { return (int(c.WeekStarts-time.Thursday) + 7) % 7 }

// monthShift is by how many months the periods of so many months start later
// than in a plain calendar year.
func (c Calendar) monthShift(months int) int { return int(c.yearStarts()-time.January) % months }

func (c Calendar) yearStarts() time.Month { return max(c.YearStarts, time.January) }

func monthsOf(every Cadence) int {
	switch every {
	case Month:
		return 1
	case Quarter:
		return 3
	case Year:
		return 12
	}
	panic(fmt.Sprintf("kpi: period of cadence %d", every)) // a KPI without a cadence passes no config
}

// workdayNumber counts the working days up to d.
func (c Calendar) workdayNumber(d Date) int {
	n := d.number()
	return c.weekdayNumber(n) - c.Closed.before(n+1)
}

// weekdayNumber counts the workdays of the week up to the day numbered d, whole weeks
// at once. Day numbers are cut into weeks from Thursday, 1970-01-01.
func (c Calendar) weekdayNumber(d int) int {
	days := c.Workdays.orAll()
	week := floorDiv(d, 7)
	n := week*days.count() - 1
	for day := week * 7; day <= d; day++ {
		if days.Has(weekdayOf(day)) {
			n++
		}
	}
	return n
}

// workday returns the n-th working day.
func (c Calendar) workday(n int) Date {
	n += c.Closed.passed(n)
	days := c.Workdays.orAll()
	week := floorDiv(n, days.count())
	day := week * 7
	for left := n - week*days.count(); ; day++ {
		if days.Has(weekdayOf(day)) {
			if left == 0 {
				return dateOfNumber(day)
			}
			left--
		}
	}
}

// weekdayOf returns the day of the week of the day numbered n.
func weekdayOf(n int) time.Weekday {
	n += int(time.Thursday)
	return time.Weekday(n - floorDiv(n, 7)*7)
}
