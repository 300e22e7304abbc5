package kpi

import (
	"cmp"
	"slices"
	"time"
)

// Effective returns the one moment by which values of a period are ordered: the
// end of the day or the second that v was true at, but at the latest the moment
// from which it holds. What somebody types now therefore stands over what a
// program dated with the end of the coming month, and over an instant of the
// evening before, in every zone.
func (c Calendar) Effective(v Value) time.Time {
	end := c.EndOf(v.At)
	if !v.Since.IsZero() && v.Since.Before(end) {
		return v.Since
	}
	return end
}

// EndOf returns the first instant after the day of at in the calendar's zone;
// of an instant, itself.
func (c Calendar) EndOf(at At) time.Time {
	if at.Instant.IsZero() {
		return time.Unix(c.dayStart(at.Day.AddDays(1)), 0)
	}
	return at.Instant
}

// IsLast reports whether v is the last of values, among which it is known by its ID.
func (c Calendar) IsLast(values []Value, v Value) bool {
	return len(values) > 0 && slices.MaxFunc(values, c.CompareEffective).ID == v.ID
}

// CompareEffective returns −1 or +1 where a stands before or after b among the
// values of a period: by [Calendar.Effective]; ties go by when they were true,
// then by the order of writing.
func (c Calendar) CompareEffective(a, b Value) int {
	if n := c.Effective(a).Compare(c.Effective(b)); n != 0 {
		return n
	}
	return cmp.Or(c.EndOf(a.At).Compare(c.EndOf(b.At)), cmp.Compare(a.ID, b.ID))
}
