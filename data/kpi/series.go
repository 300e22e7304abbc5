package kpi

import (
	"slices"
	"time"
)

// Series is a KPI's numbers by period: the only thing that verdicts are made
// from, whether rows of a store were combined into it, a snapshot held it, or it
// was computed from others. It is not changed after it was made.
type Series struct {
	// Entries are of consecutive periods, oldest first; the last one has a number,
	// or one that is no verdict of a judged KPI. None: nothing was recorded.
	Entries []Entry

	// Parts are, of a sum, what its two newest periods consist of by day, oldest
	// first: those of the last entry, and those of the one before.
	Parts, PartsBefore []Part

	// Negative says that some value of a sum is below zero, so that it may fall.
	Negative bool
}

// Entry is one period of a series.
type Entry struct {
	Period  Period
	Has     bool    // whether there is a number
	Number  float64 // its values combined, without binary noise
	Zero    bool    // nothing was recorded, which counts as zero, see [Calendar.WithZeros]
	Invalid bool    // a judged KPI has a number that is no verdict: no value, and worth saying
	Late    bool    // of a key result: its goal's day left it short of the goal, see [Calendar.AfterGoal]

	// Of the value that stands, which among several that are combined is the last:
	ID            int64 // of its row; 0: it has none
	At            At
	Moment        time.Time // see [Calendar.Effective]
	Recorded      time.Time
	LastConfirmed time.Time

	Note, By string // the newest note, and who wrote it

	// Of a zero after the last value, and of what is computed from it:
	Known time.Time // up to when that value is known to hold
	Stale time.Time // when it becomes too old for its KPI; zero where that does not say
}

// Part is what one day contributes to a sum.
type Part struct {
	Day    Date
	Number float64
}

// Newest returns the last entry; it reports false where there is none.
func (s Series) Newest() (Entry, bool) {
	if len(s.Entries) == 0 {
		return Entry{}, false
	}
	return s.Entries[len(s.Entries)-1], true
}

// Combine makes the series of k from its values by period: rows holds those of
// consecutive periods, of which the last is newest. Their order does not matter:
// among several the last by [Calendar.CompareEffective] stands.
func (c Calendar) Combine(k *KPI, newest Period, rows [][]Value) Series {
	s := Series{Entries: make([]Entry, len(rows))}
	for i, values := range rows {
		s.Entries[i] = c.entry(k, c.Add(newest, i-len(rows)+1), values)
		s.Negative = s.Negative || k.Combine == Sum && slices.ContainsFunc(values, func(v Value) bool { return v.Number < 0 })
	}
	if n := len(rows); k.Combine == Sum && n > 0 {
		s.Parts = c.parts(rows[n-1])
		if n > 1 {
			s.PartsBefore = c.parts(rows[n-2])
		}
	}
	return s
}

// entry combines the values of one period.
func (c Calendar) entry(k *KPI, p Period, values []Value) Entry {
	e := Entry{Period: p}
	if len(values) == 0 {
		return e
	}
	last, noted := values[0], Value{}
	for _, v := range values {
		if c.CompareEffective(v, last) > 0 {
			last = v
		}
		if v.Note != "" && (noted.Note == "" || c.CompareEffective(v, noted) > 0) {
			noted = v
		}
	}
	if k.Combine == Last {
		noted = last
	}
	e.ID, e.At, e.Moment, e.Recorded, e.LastConfirmed = last.ID, last.At, c.Effective(last), last.Recorded, last.LastConfirmed
	e.Note, e.By = noted.Note, noted.EnteredBy
	e.Number = k.Combine.of(values, last)
	e.Invalid = k.Judged && JudgeVerdict(e.Number) == NoValue
	e.Has = !e.Invalid
	return e
}

// of combines the numbers of values, of which last stands.
func (m Combine) of(values []Value, last Value) float64 {
	if m == Last {
		return last.Number
	}
	numbers := make([]float64, len(values))
	for i, v := range values {
		numbers[i] = v.Number
	}
	n, _ := m.Of(numbers)
	return n
}

// parts adds up the values of a period by day.
func (c Calendar) parts(values []Value) []Part {
	byDay := map[Date][]float64{}
	for _, v := range values {
		d := c.DayOf(v.At)
		byDay[d] = append(byDay[d], v.Number)
	}
	parts := make([]Part, 0, len(byDay))
	for d, numbers := range byDay {
		parts = append(parts, Part{d, sum(numbers)})
	}
	slices.SortFunc(parts, func(a, b Part) int { return a.Day.Compare(b.Day) })
	return parts
}

// DayOf returns the calendar day of at in the calendar's zone.
func (c Calendar) DayOf(at At) Date {
	if at.Instant.IsZero() {
		return at.Day
	}
	return c.Today(at.Instant)
}
