package entry

import (
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// dated names a period so that it is the same one tomorrow: its label and its
// dates, such as "week 47 · 16–22 November".
func dated(s *words.Speech, c kpi.Calendar, p kpi.Period, now time.Time) string {
	label := s.Period(p, now)
	switch p.Every {
	case kpi.Day:
		return s.FullDay(p.First, now)
	case kpi.Hour:
		if p.First == c.Today(now) { // of other days the label has the day
			label += " · " + s.FullDay(p.First, now)
		}
		return label
	case kpi.Month:
		return label
	case kpi.Year:
		if p.First.Month == time.January {
			return label
		}
	}
	return label + " · " + s.Span(p.First, c.LastDay(p))
}

// outlived says of a value typed for the period p, which was the current one
// then, that it is so no more: "typed on Fri 20 Nov for that day, which is over".
// It is empty for every other value.
func outlived(s *words.Speech, c kpi.Calendar, p kpi.Period, typed, now time.Time) string {
	if typed.IsZero() || c.Period(p.Every, typed) != p || c.Period(p.Every, now) == p {
		return ""
	}
	clock := ""
	if p.Every == kpi.Hour {
		clock = typed.In(c.Start(p).Location()).Format("15:04")
	}
	return s.Say("entry.outlived", words.Args{"Day": s.Period(c.Period(kpi.Day, typed), typed), "Clock": clock, "Every": p.Every})
}
