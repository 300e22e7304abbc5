package kpi

import (
	"slices"
	"time"
)

// WithZeros returns s with zero in each period that is over and has no value, from its
// first value on, for a KPI that wants that: what was not recorded did not happen. A
// zero between values is known from the one that follows, and those after the last value
// from that, so that a source that has died is noticed. It has as many entries as s, two
// at least, up to the newest period that is over.
func (c Calendar) WithZeros(k *KPI, s Series, now time.Time) Series {
	c = c.For(k)
	if !k.MissingZero || len(s.Entries) == 0 {
		return s
	}
	n := len(s.Entries)
	size, last := max(n, 2), s.Entries[n-1]
	silent := max(0, c.Steps(last.Period, c.Period(k.Every, now))-1)
	entries := slices.Clone(s.Entries)
	first := slices.IndexFunc(entries, func(e Entry) bool { return e.Has })
	for i := n - 2; i > first && first >= 0; i-- {
		if !entries[i].Has {
			entries[i] = entries[i+1].zeroIn(entries[i].Period)
		}
	}
	last.Known = c.validUntil(last, now)
	if k.StaleAfter > 0 {
		last.Stale = last.Known.Add(k.StaleAfter)
	}
	for i := max(0, silent-size); i < silent; i++ {
		entries = append(entries, last.zeroIn(c.Add(last.Period, i+1)))
	}
	s.Entries = entries[max(0, len(entries)-size):]
	if silent > 0 {
		s.Parts, s.PartsBefore = nil, nil // they are those of other periods
	}
	return s
}

// zeroIn returns zero for p, of which is known what is known of e.
func (e Entry) zeroIn(p Period) Entry {
	e.Period, e.Has, e.Number, e.Zero, e.Note, e.By = p, true, 0, true, "", ""
	return e
}
