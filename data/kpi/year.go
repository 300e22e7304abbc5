package kpi

// YearBefore returns the period a year before p: the same month, quarter or week of the
// year, and of a day the same day of the week, 52 weeks before. It reports false for a
// week 53 where the year before has none, and for an hour.
func (c Calendar) YearBefore(p Period) (Period, bool) {
	switch p.Every {
	case Hour:
		return Period{}, false
	case Day:
		return c.periodOf(Day, p.First.AddDays(-52*7)), true
	case Week:
		year, week := c.Week(p)
		for _, weeks := range []int{-52, -53} {
			before := c.Add(p, weeks)
			if y, w := c.Week(before); y == year-1 && w == week {
				return before, true
			}
		}
		return Period{}, false
	}
	return c.Add(p, -12/monthsOf(p.Every)), true
}

// WeekNaming says how weeks are numbered.
type WeekNaming uint8

// The ways to number weeks.
const (
	ISOWeeks  WeekNaming = iota // week 1 is that of which most lies in the year, from Monday
	USWeeks                     // week 1 is that of the 1st of January
	MMWRWeeks                   // as ISO, but of weeks from Sunday, as epidemiologists count
)

// WeekNumber returns the year and the number of a week as the board names it, while
// [Calendar.Week] is its ISO name.
func (c Calendar) WeekNumber(p Period) (year, week int) {
	if c.Weeks == ISOWeeks {
		return c.Week(p)
	}
	year = c.middle(p).Year
	inFirst := Date{year, 1, 1}
	if c.Weeks == MMWRWeeks {
		inFirst.Day = 4
	}
	return year, c.Steps(c.periodOf(Week, inFirst), p) + 1
}
