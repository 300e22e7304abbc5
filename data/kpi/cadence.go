package kpi

import (
	"math/bits"
	"time"
)

// Cadence is how often a KPI has a value.
type Cadence uint8

// The cadences, from short to long.
const (
	Hour Cadence = iota + 1
	Day
	Week
	Month
	Quarter
	Year
)

var cadenceNames = [...]string{Hour: "hour", Day: "day", Week: "week", Month: "month", Quarter: "quarter", Year: "year"}

// String returns the cadence as the config spells it: "hour" to "year".
func (e Cadence) String() string { return nameOf(cadenceNames[:], int(e)) }

// Weekdays is a set of days of the week. As workdays, the empty set stands for
// all seven.
type Weekdays uint8

// NewWeekdays returns the set of days.
func NewWeekdays(days ...time.Weekday) Weekdays {
	var w Weekdays
	for _, d := range days {
		w |= 1 << d
	}
	return w
}

// Has reports whether d is in the set.
func (w Weekdays) Has(d time.Weekday) bool { return w&(1<<d) != 0 }

func (w Weekdays) count() int { return bits.OnesCount8(uint8(w)) }

// orAll returns the set as workdays mean it.
func (w Weekdays) orAll() Weekdays {
	const all = 1<<7 - 1
	if w &= all; w == 0 {
		return all
	}
	return w
}

// nameOf returns the i-th of names, or "unknown": text for a person never panics.
func nameOf(names []string, i int) string {
	if i < len(names) && names[i] != "" {
		return names[i]
	}
	return "unknown"
}
