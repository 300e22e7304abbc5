package kpi

import (
	"time"

	"kpiwall/data/finding"
)

// At is the moment that a value was true: a calendar day, or a second in UTC.
// Its text is what the store holds: 2026-11-30 or 2026-11-30T14:05:00Z.
type At struct {
	Day     Date      // the day; zero where Instant is set
	Instant time.Time // the second in UTC; zero for a plain day
}

const instantLayout = "2006-01-02T15:04:05Z"

// AtInstant returns the second of t, in UTC.
func AtInstant(t time.Time) At { return At{Instant: t.UTC().Truncate(time.Second)} }

// ParseAt reads exactly what String writes.
func ParseAt(s string) (At, error) {
	if len(s) == len("2006-01-02") {
		d, err := ParseDate(s)
		return At{Day: d}, err
	}
	// time.Parse also takes one-digit hours and fractions of a second, which
	// would sort wrongly as text in the store: only the exact form passes.
	t, err := time.Parse(instantLayout, s)
	if err != nil || t.Year() < 1 || t.Format(instantLayout) != s {
		return At{}, finding.New("moment.form", Args{"Typed": s})
	}
	return At{Instant: t}, nil
}

// String returns the moment as the store holds it, and "" for the zero At.
func (a At) String() string {
	if a.Instant.IsZero() {
		return a.Day.String()
	}
	return instantText(a.Instant)
}

// Text returns the moment as the store holds it; ok is false for one that no store
// can hold, such as the 31st of February, a second of the year 0 or the zero At.
func (a At) Text() (text string, ok bool) {
	text = a.String()
	read, err := ParseAt(text)
	// A day that does not exist is written as another one.
	return text, err == nil && read.Day == a.Day
}

// IsZero reports whether a is no moment.
func (a At) IsZero() bool { return a.Day.IsZero() && a.Instant.IsZero() }

func instantText(t time.Time) string {
	var buf [len(instantLayout)]byte
	return string(t.UTC().AppendFormat(buf[:0], instantLayout))
}
