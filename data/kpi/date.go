package kpi

import (
	"cmp"
	"time"

	"kpiwall/data/finding"
)

// Date is a calendar day without a zone. The zero Date is no day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

const (
	dateLayout = "2006-01-02"
	daySeconds = 24 * 60 * 60
)

// DateOf returns the calendar day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads a day written YYYY-MM-DD that is in the calendar, which has no
// year 0.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(dateLayout, s)
	if err != nil || t.Year() < 1 {
		return Date{}, finding.New("date.form", Args{"Typed": s})
	}
	return DateOf(t), nil
}

// String returns the day as YYYY-MM-DD, and "" for the zero Date.
func (d Date) String() string {
	if d == (Date{}) {
		return ""
	}
	var buf [len(dateLayout)]byte
	return string(d.time().AppendFormat(buf[:0], dateLayout))
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// AddDays returns the day n days after d, or before it where n is negative.
func (d Date) AddDays(n int) Date { return dateOfNumber(d.number() + n) }

// Sub returns the number of days from e to d: d.Sub(d.AddDays(-3)) is 3.
func (d Date) Sub(e Date) int { return d.number() - e.number() }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// Compare returns −1, 0 or +1 for d before, equal to or after e.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// time returns midnight of d in UTC, where every day has 24 hours.
func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// number counts the days since 1970-01-01.
func (d Date) number() int { return int(floorDiv(d.time().Unix(), daySeconds)) }

func dateOfNumber(n int) Date { return DateOf(time.Unix(int64(n)*daySeconds, 0).UTC()) }

// floorDiv divides rounding down, also for negative a: years before 1970 count
// as regularly as those after.
func floorDiv[T int | int64](a, b T) T {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
