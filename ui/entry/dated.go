package entry

import (
	"fmt"
	"time"

	"kpiwall/data/kpi"
)

// dated names a period so that it is the same one tomorrow: its label and its
// dates, such as "week 47 · 16–22 November".
func dated(c kpi.Calendar, p kpi.Period, now time.Time) string {
	label := c.Label(p, now)
	today := c.Today(now)
	switch p.Every {
	case kpi.Day:
		return longDay(p.First, today)
	case kpi.Hour:
		if p.First == today { // of other days the label has the day
			label += " · " + longDay(p.First, today)
		}
		return label
	case kpi.Month:
		return label
	case kpi.Year:
		if p.First.Month == time.January {
			return label
		}
	}
	return label + " · " + span(p.First, c.LastDay(p))
}

// longDay is "Friday 20 November", with the year where it is another than today's.
func longDay(d, today kpi.Date) string {
	if d.Year == today.Year {
		return written(d, "Monday 2 January")
	}
	return written(d, "Monday 2 January 2006")
}

// span is "16–22 November", "30 November – 6 December", or with both years.
func span(first, last kpi.Date) string {
	switch {
	case first.Year != last.Year:
		return written(first, "2 January 2006") + " – " + written(last, "2 January 2006")
	case first.Month != last.Month:
		return written(first, "2 January") + " – " + written(last, "2 January")
	}
	return fmt.Sprintf("%d–%s", first.Day, written(last, "2 January"))
}

func written(d kpi.Date, layout string) string {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format(layout)
}

// outlived says of a value typed for the period p, which was the current one
// then, that it is so no more: "typed on Fri 20 Nov for that day, which is over".
// It is empty for every other value.
func outlived(c kpi.Calendar, p kpi.Period, typed, now time.Time) string {
	if typed.IsZero() || c.Period(p.Every, typed) != p || c.Period(p.Every, now) == p {
		return ""
	}
	when := written(c.Today(typed), "on Mon 2 Jan")
	if p.Every == kpi.Hour {
		when += typed.In(c.Start(p).Location()).Format(" at 15:04")
	}
	return fmt.Sprintf("typed %s for that %s, which is over", when, p.Every)
}
