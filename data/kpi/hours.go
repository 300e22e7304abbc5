package kpi

import (
	"math"
	"time"
)

const hourSeconds = 60 * 60

// offsetSpan is a run of time [from, to), in Unix seconds, with one offset from UTC.
type offsetSpan struct{ from, to, offset int64 }

// offsetSpanAt returns the span that holds the second sec.
func (c Calendar) offsetSpanAt(sec int64) offsetSpan {
	t := time.Unix(sec, 0).In(c.zone())
	return offsetSpan{offsetStart(t), offsetEnd(t), int64(offsetAt(t))}
}

// offsetStart goes back to where the offset changed. A zone's own bounds are
// also where its name alone changes and, by rule, at every new year.
func offsetStart(t time.Time) int64 {
	for offset := offsetAt(t); ; {
		start, _ := t.ZoneBounds()
		if start.IsZero() {
			return math.MinInt64
		}
		if t = start.Add(-time.Second); offsetAt(t) != offset {
			return start.Unix()
		}
	}
}

func offsetEnd(t time.Time) int64 {
	for offset := offsetAt(t); ; {
		_, end := t.ZoneBounds()
		if end.IsZero() {
			return math.MaxInt64
		}
		if offsetAt(end) != offset {
			return end.Unix()
		}
		// On 31 December of a leap year the end by rule lies behind t.
		if !end.After(t) {
			end = t.Add(24 * time.Hour)
		}
		t = end
	}
}

func offsetAt(t time.Time) int {
	_, offset := t.Zone()
	return offset
}

// clockHour numbers the hour that a clock of this span shows at sec.
func (s offsetSpan) clockHour(sec int64) int64 { return floorDiv(sec+s.offset, hourSeconds) }

// start returns the first second of the span with that clock hour. A change
// of clocks within an hour cuts it: an hour never reaches into another's time.
func (s offsetSpan) start(clockHour int64) int64 {
	return max(clockHour*hourSeconds-s.offset, s.from)
}

func (c Calendar) hourAt(sec int64) Period {
	s := c.offsetSpanAt(sec)
	return c.hourFrom(s.start(s.clockHour(sec)))
}

func (c Calendar) hourFrom(sec int64) Period {
	return Period{Every: Hour, First: c.Today(time.Unix(sec, 0)), hour: sec}
}

// addHours steps a span at a time: two for a year with summer time.
func (c Calendar) addHours(p Period, n int) Period {
	sec, left := p.hour, int64(n)
	for {
		s := c.offsetSpanAt(sec)
		now, first, last := s.clockHour(sec), s.clockHour(s.from), s.clockHour(s.to-1)
		switch goal := now + left; {
		case s.to != math.MaxInt64 && goal > last:
			left -= last - now + 1
			sec = s.to
		case s.from != math.MinInt64 && goal < first:
			left += now - first + 1
			sec = s.from - 1
		default:
			return c.hourFrom(s.start(goal))
		}
	}
}

// hoursBetween counts the hours from one start to another, span by span as well.
func (c Calendar) hoursBetween(from, to int64) int {
	if to < from {
		return -c.hoursBetween(to, from)
	}
	var n int64
	for {
		s := c.offsetSpanAt(from)
		if to < s.to {
			return int(n + s.clockHour(to) - s.clockHour(from))
		}
		n += s.clockHour(s.to-1) - s.clockHour(from) + 1
		from = s.to
	}
}

// hoursOn returns the starts of all hours of day d that a clock shows as h
// o'clock: mostly one, none or two where the clocks change.
func (c Calendar) hoursOn(d Date, h int) []int64 {
	local := d.time().Unix() + int64(h)*hourSeconds
	var starts []int64
	for sec := local - farthestOffset; sec < local+farthestOffset; {
		s := c.offsetSpanAt(sec)
		if start := max(local-s.offset, s.from); start < min(local-s.offset+hourSeconds, s.to) {
			starts = append(starts, start)
		}
		sec = s.to
	}
	return starts
}

// farthestOffset is more than any zone ever was away from UTC.
const farthestOffset = 26 * hourSeconds
