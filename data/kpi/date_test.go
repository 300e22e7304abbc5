package kpi

import (
	"testing"
	"time"
)

func day(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestParseDate_TakesOnlyDaysOfTheCalendar(t *testing.T) {
	for _, s := range []string{"2026-11-30", "2024-02-29", "1969-12-31", "0001-01-01", "9999-12-31"} {
		if d, err := ParseDate(s); err != nil || d.String() != s {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
	for _, s := range []string{
		"", "2026-02-29", "2026-02-31", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01",
		"2026-11-30 ", " 2026-11-30", "2026-11-30T00:00:00Z", "30.11.2026", "2026/11/30", "+026-11-30",
	} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

func TestDate_CountsDaysAcrossMonthsLeapYearsAndTheEpoch(t *testing.T) {
	for _, c := range []struct {
		from string
		days int
		to   string
	}{
		{"2026-11-30", 1, "2026-12-01"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2100-02-28", 1, "2100-03-01"},
		{"1970-01-01", -1, "1969-12-31"},
		{"2000-01-01", -36524, "1900-01-01"},
		{"2026-11-30", 0, "2026-11-30"},
	} {
		from, to := day(c.from), day(c.to)
		if got := from.AddDays(c.days); got != to {
			t.Errorf("%v + %d days = %v, want %v", from, c.days, got, to)
		}
		if got := to.Sub(from); got != c.days {
			t.Errorf("%v − %v = %d days, want %d", to, from, got, c.days)
		}
		if from.Before(to) != (c.days > 0) || from.After(to) != (c.days < 0) || from.Compare(to) != -to.Compare(from) {
			t.Errorf("%v and %v are ordered wrongly", from, to)
		}
	}
}

func TestDate_ZeroIsNoDay(t *testing.T) {
	if !(Date{}).IsZero() || (Date{}).String() != "" || day("2026-11-30").IsZero() {
		t.Error("the zero Date must be the only one that is no day")
	}
}

func TestDate_KnowsItsWeekday(t *testing.T) {
	if got := day("2026-11-20").Weekday(); got != time.Friday {
		t.Errorf("2026-11-20 is a %v, want Friday", got)
	}
	if got := day("1969-12-28").Weekday(); got != time.Sunday {
		t.Errorf("1969-12-28 is a %v, want Sunday", got)
	}
}
