package kpi

import (
	"fmt"
	"time"
)

// Label returns the period's name for a person who lives in the period of
// now: "October", "October 2025", "week 47", "Q3 2026", "Fri 20 Nov", "14:00".
// The year (for an hour also the day) is left out where it is that of now;
// quarters and years always say it: "Q2 2026/27" and "FY 2026/27" where the
// fiscal year does not start in January.
func (c Calendar) Label(p Period, now time.Time) string {
	today := c.Today(now)
	sameYear := p.First.Year == today.Year
	switch p.Every {
	case Hour:
		return c.hourLabel(p, today)
	case Day:
		return dayLabel(p.First, today)
	case Week:
		year, week := p.First.AddDays(3).time().ISOWeek()
		if thisYear, _ := c.periodOf(Week, today).First.AddDays(3).time().ISOWeek(); year == thisYear {
			return fmt.Sprintf("week %d", week)
		}
		return fmt.Sprintf("week %d %d", week, year)
	case Month:
		if sameYear {
			return p.First.Month.String()
		}
		return fmt.Sprintf("%s %d", p.First.Month, p.First.Year)
	}
	return c.fiscalLabel(p)
}

func dayLabel(d, today Date) string {
	if d.Year == today.Year {
		return d.time().Format("Mon 2 Jan")
	}
	return d.time().Format("Mon 2 Jan 2006")
}

// hourLabel names the zone where the clock shows the same hour twice.
func (c Calendar) hourLabel(p Period, today Date) string {
	start := c.Start(p)
	label := start.Format("15:04")
	if len(c.hoursOn(p.First, start.Hour())) > 1 {
		label = start.Format("15:04 MST")
	}
	if p.First != today {
		label = dayLabel(p.First, today) + " " + label
	}
	return label
}

func (c Calendar) fiscalLabel(p Period) string {
	year, quarter := c.fiscal(p.First)
	name := fmt.Sprint(year)
	if c.yearStarts() != time.January {
		name = bothYears(year)
	}
	switch {
	case p.Every == Quarter:
		return fmt.Sprintf("Q%d %s", quarter, name)
	case c.yearStarts() != time.January:
		return "FY " + name
	}
	return name
}
