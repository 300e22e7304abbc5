package kpi

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"kpiwall/data/finding"
)

// YearNaming says which fiscal year is meant by the name of one calendar year.
type YearNaming uint8

// The ways to name a fiscal year.
const (
	NamedByBoth  YearNaming = iota // 2026/27 alone: one year alone could mean either
	NamedByStart                   // 2026 is the year that starts in 2026
	NamedByEnd                     // 2026 is the year that ends in 2026
)

// ID returns the period's short name: 2010-06-30T14, 2010-06-30, 2010-W23,
// 2010-06, 2010-Q2 or 2010. A fiscal year that does not start in January is named
// by both of its years: 2010/11-Q2, 2010/11. A week is named by the ISO year and
// week of its middle (the day three days after its first). An hour that comes
// twice carries its offset from UTC: 2026-10-25T02+01:00.
func (c Calendar) ID(p Period) string {
	switch p.Every {
	case Hour:
		return c.hourID(p)
	case Day:
		return p.First.String()
	case Week:
		year, week := c.Week(p)
		return fmt.Sprintf("%04d-W%02d", year, week)
	case Month:
		return p.First.String()[:len("2010-06")]
	}
	name, quarter := c.FiscalYear(p.First)
	if p.Every == Quarter {
		return fmt.Sprintf("%s-Q%d", name, quarter)
	}
	return name
}

// Week returns the ISO year and week of the middle of a week, the day three days
// after its first.
func (c Calendar) Week(p Period) (year, week int) { return p.First.AddDays(3).time().ISOWeek() }

// Fiscal reports whether years do not start in January.
func (c Calendar) Fiscal() bool { return c.yearStarts() != time.January }

// FiscalYear returns the name of the year that d lies in, such as 2026 or 2026/27,
// and d's quarter in it, from 1.
func (c Calendar) FiscalYear(d Date) (name string, quarter int) {
	year, quarter := c.fiscal(d)
	if c.Fiscal() {
		return bothYears(year), quarter
	}
	return fmt.Sprintf("%04d", year), quarter
}

// Repeats reports whether the clock shows the hour p twice that day.
func (c Calendar) Repeats(p Period) bool {
	return len(c.hoursOn(p.First, c.Start(p).Hour())) > 1
}

// bothYears names the fiscal year that starts in a calendar year.
func bothYears(year int) string { return fmt.Sprintf("%04d/%02d", year, (year+1)%100) }

const hourLayout = "2006-01-02T15"

func (c Calendar) hourID(p Period) string {
	start := c.Start(p)
	if c.Repeats(p) {
		return start.Format(hourLayout + "-07:00")
	}
	return start.Format(hourLayout)
}

// fiscal returns the calendar year in which the fiscal year of d starts, and
// d's quarter in it, from 1.
func (c Calendar) fiscal(d Date) (year, quarter int) {
	m := d.Year*12 + int(d.Month-c.yearStarts())
	year = floorDiv(m, 12)
	return year, (m-year*12)/3 + 1
}

// ParsePeriod reads what ID writes, and a plain date as the period that holds it.
// A fiscal year may be named by one calendar year where YearNamed says which one
// that is; otherwise the error names both that it could be.
func (c Calendar) ParsePeriod(every Cadence, s string) (Period, error) {
	if every == Hour {
		return c.parseHour(s)
	}
	if d, err := ParseDate(s); err == nil {
		return c.periodOf(every, d), nil
	}
	if every >= Quarter && c.Fiscal() {
		return c.parseFiscal(every, s)
	}
	return c.parseID(every, s)
}

// parseID reads exactly what ID writes.
func (c Calendar) parseID(every Cadence, s string) (Period, error) {
	if d, ok := c.dayIn(every, s); ok {
		// What is out of range, such as a week 54, comes back under another name.
		if p := c.periodOf(every, d); c.ID(p) == s {
			return p, nil
		}
	}
	want := "form." + every.String()
	if every >= Quarter && c.Fiscal() {
		want += ".fiscal"
	}
	return Period{}, finding.New("period.form", Args{"Typed": s, "Every": every, "Form": want})
}

// parseFiscal reads the name of a fiscal quarter or year.
func (c Calendar) parseFiscal(every Cadence, s string) (Period, error) {
	name, quarter, _ := strings.Cut(s, "-")
	year, err := strconv.ParseUint(name, 10, 16)
	if err != nil || len(name) != len("2026") {
		return c.parseID(every, s)
	}
	in := func(starts int) string { return strings.TrimSuffix(bothYears(starts)+"-"+quarter, "-") }
	starts, ends := in(int(year)), in(int(year)-1) // the year that starts in it, and the one that ends
	if c.YearNamed == NamedByStart {
		return c.parseID(every, starts)
	}
	p, err := c.parseID(every, ends)
	if err != nil || c.YearNamed == NamedByEnd {
		return p, err
	}
	return Period{}, finding.New("period.fiscal_year", Args{"Typed": s, "Every": every, "A": ends, "B": starts})
}

// dayIn returns a day of the period that the ID s may stand for.
func (c Calendar) dayIn(every Cadence, s string) (Date, bool) {
	name, part, _ := strings.Cut(s, "-")
	name, _, _ = strings.Cut(name, "/")
	year, err := strconv.ParseUint(name, 10, 16)
	if err != nil || len(name) != len("2026") || every == Day {
		return Date{}, false
	}
	n, err := strconv.ParseUint(strings.TrimLeft(part, "WQ"), 10, 16)
	if err != nil && every != Year {
		return Date{}, false
	}
	d := Date{int(year), c.yearStarts(), 1}
	switch every {
	case Week: // 4 January is always in week 1
		d = Date{int(year), time.January, 4}.AddDays(int(n-1) * 7)
		return c.middleOf(d), true
	case Month:
		d.Month = time.Month(n)
	case Quarter:
		d.Month += time.Month(n-1) * 3
	}
	return DateOf(d.time()), true
}

// middleOf returns the day of d's ISO week that is the middle of a week here.
func (c Calendar) middleOf(d Date) Date {
	iso := Calendar{WeekStarts: time.Monday}
	monday := iso.periodOf(Week, d).First
	return monday.AddDays((int(c.WeekStarts-time.Monday) + 3 + 7) % 7)
}

// parseHour reads 2010-06-30T14, with an offset where that hour comes twice.
func (c Calendar) parseHour(s string) (Period, error) {
	wall := s[:min(len(s), len(hourLayout))]
	t, err := time.Parse(hourLayout, wall)
	if err != nil || t.Year() < 1 || t.Format(hourLayout) != wall {
		return Period{}, finding.New("hour.form", Args{"Typed": s})
	}
	starts := c.hoursOn(DateOf(t), t.Hour())
	if len(starts) == 0 {
		return Period{}, finding.New("hour.left_out", Args{"Typed": s})
	}
	var ids []string
	for _, start := range starts {
		p := c.hourFrom(start)
		ids = append(ids, c.ID(p))
		if s == ids[len(ids)-1] {
			return p, nil
		}
	}
	return Period{}, finding.New("hour.twice", Args{"Typed": s, "IDs": ids})
}
