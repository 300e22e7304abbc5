package kpi

import "time"

// WithZeros returns s with zero in each period that is over and has no value, from its
// first value on, for a KPI that wants that: what was not recorded did not happen. Its
// entries keep what is known of the last value, so that a source that has died is
// noticed. It has as many entries as s, two at least, up to the newest period that is
// over.
func (c Calendar) WithZeros(k *KPI, s Series, now time.Time) Series {
	c = c.For(k)
	if !k.MissingZero || len(s.Entries) == 0 {
		return s
	}
	n := len(s.Entries)
	silent := max(0, c.Steps(s.Entries[n-1].Period, c.Period(k.Every, now))-1)
	entries := make([]Entry, 0, n+1)
	last := Entry{}
	for i, e := range s.Entries {
		if e.Has {
			last = e
		}
		if size := max(n, 2); i >= n+silent-size {
			entries = append(entries, last.zeroFor(e))
		}
	}
	for i := max(0, silent-max(n, 2)); i < silent; i++ {
		entries = append(entries, last.zeroFor(Entry{Period: c.Add(s.Entries[n-1].Period, i+1)}))
	}
	if s.Entries = entries; silent > 0 {
		s.Parts, s.PartsBefore = nil, nil // they are those of other periods
	}
	return s
}

// zeroFor returns e, or zero for its period where it has no value; e itself before the
// first value, which is the zero Entry.
func (last Entry) zeroFor(e Entry) Entry {
	if e.Has || !last.Has {
		return e
	}
	zero := last
	zero.Period, zero.Number, zero.Zero, zero.Note, zero.By = e.Period, 0, true, "", ""
	return zero
}
