package store

import (
	"context"
	"time"

	"kpiwall/data/kpi"
)

// last is the value that stands in a period, of those seen so far.
type last struct {
	calendar  *kpi.Calendar
	value     kpi.Value
	effective time.Time
	found     bool
}

func (l *last) consider(v kpi.Value) {
	effective := l.calendar.Effective(v)
	if !l.found || !effective.Before(l.effective) && l.calendar.CompareEffective(v, l.value) > 0 {
		l.value, l.effective, l.found = v, effective, true
	}
}

// settled reports whether nothing that was true before t, or up to it, can
// stand instead: no value's effective moment is after the one it was true at.
func (l *last) settled(t time.Time) bool { return l.found && l.effective.After(t) }

// lastOfEach reads the newest rows in one go, as many as KPIs usually have, and
// looks for what is still open span by span.
func (v *View) lastOfEach(ctx context.Context, id string, spans []kpi.Bounds, pick Pick, series [][]kpi.Value) error {
	limit := len(spans) + len(spans)/4 + 4
	found := make([]last, len(spans))
	for i := range found {
		found[i].calendar = pick.Last
	}
	open, err := v.scan(ctx, id, spans, limit, pick.Known, func(i int, value kpi.Value) { found[i].consider(value) })
	floor, _ := edges(spans[0])
	for i := len(spans) - 1; i >= 0 && err == nil; i-- {
		if low, _ := edges(spans[i]); low < open {
			var at string
			if at, err = v.lastIn(ctx, id, spans[i], floor, open, pick.Known, &found[i]); !found[i].found {
				open = after(at)
			}
		}
		if found[i].found {
			series[i] = []kpi.Value{found[i].value}
		}
	}
	return err
}

// lastIn finds the value that stands in b, without reading what cannot; the rows
// down to read were considered before. It returns the moment of the newest value
// from floor up to the end of b, where b has none; "" where there is none at all.
func (v *View) lastIn(ctx context.Context, id string, b kpi.Bounds, floor, read string, known func(kpi.Value) bool, l *last) (string, error) {
	at := read
	if !l.found {
		var value kpi.Value
		var err error
		value, at, err = v.newestIn(ctx, id, b, floor, known)
		if err != nil || at == "" || !within(b, at) {
			return at, err
		}
		l.consider(value)
	}
	// Below it lie days and seconds, which sort into each other: each kind is
	// gone through by itself, since a run of one would have to be read to the
	// end for the next of the other.
	days, seconds := min(b.EndDay, at), min(b.End, at)
	if !isDay(at) {
		days = min(b.EndDay, after(at[:min(len(at), len(dayLayout))])) // the day of its date, too
	}
	if err := v.lastSecond(ctx, id, b.First, seconds, known, l); err != nil {
		return at, err
	}
	return at, v.lastDay(ctx, id, b.FirstDay, days, known, l)
}

// lastSecond considers the seconds from first up to end, until none below can
// stand.
func (v *View) lastSecond(ctx context.Context, id, first, end string, known func(kpi.Value) bool, l *last) error {
	if end <= first || l.settled(secondBefore(end)) {
		return nil
	}
	return v.walk(ctx, &v.instants, id, first, end, func(value Value, _ string) bool {
		if value.Unreadable != nil {
			return true
		}
		if knows(known, value.Value) {
			l.consider(value.Value)
		}
		return !l.settled(value.At.Instant.Add(-time.Second))
	})
}

// lastDay considers the plain days from first up to end, until none below can
// stand. From a second it goes on at the day of its date, and from there at the
// next row below.
func (v *View) lastDay(ctx context.Context, id, first, end string, known func(kpi.Value) bool, l *last) error {
	for end > first && !l.settled(l.endOfDayBefore(end)) {
		value, at, err := v.oneBelow(ctx, id, first, end, func(kpi.Value, string) bool { return true })
		if err != nil || at == "" {
			return err
		}
		if !isDay(at) {
			end = after(at[:len(dayLayout)])
			continue
		}
		if end = at; knows(known, value) {
			l.consider(value)
		}
	}
	return nil
}

// farAhead is after every moment of a store.
var farAhead = time.Date(10_001, time.January, 1, 0, 0, 0, 0, time.UTC)

// secondBefore returns the last second whose text is below end.
func secondBefore(end string) time.Time {
	at, err := kpi.ParseAt(end)
	switch {
	case err != nil:
		return farAhead
	case at.Instant.IsZero():
		return time.Date(at.Day.Year, at.Day.Month, at.Day.Day, 0, 0, -1, 0, time.UTC)
	}
	return at.Instant.Add(-time.Second)
}

// endOfDayBefore returns the end of the last plain day whose text is below end.
func (l *last) endOfDayBefore(end string) time.Time {
	day, err := kpi.ParseDate(end[:min(len(end), len(dayLayout))])
	if err != nil {
		return farAhead
	}
	if isDay(end) {
		day = day.AddDays(-1)
	}
	return l.calendar.EndOf(kpi.At{Day: day})
}
