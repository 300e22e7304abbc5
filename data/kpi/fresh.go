package kpi

import "time"

// Freshness says how a KPI's newest value stands in time.
type Freshness struct {
	Due     bool      // the current period has no value yet
	Overdue bool      // nor has the period before, or the value is older than StaleAfter
	Since   time.Time // when it became overdue (or due, where not overdue); zero without any value
}

// Fresh judges the newest value of k, which belongs to period p, at the time
// now. The age for StaleAfter counts from when the value was last heard, at
// most to the end of its own period. The zero Period stands for a KPI without
// any value, which is due. A period that is still to come is neither.
func (c Calendar) Fresh(k *KPI, p Period, v Value, now time.Time) Freshness {
	if p == (Period{}) {
		return Freshness{Due: true}
	}
	var fresh Freshness
	behind := c.Steps(p, c.Period(p.Every, now))
	switch {
	case behind < 0:
		return Freshness{}
	case behind == 1:
		fresh = Freshness{Due: true, Since: c.Start(c.Add(p, 1))}
	case behind > 1:
		fresh = Freshness{Due: true, Overdue: true, Since: c.Start(c.Add(p, 2))}
	}
	if k.StaleAfter <= 0 {
		return fresh
	}
	stale := c.vouched(p, v, now).Add(k.StaleAfter)
	if now.After(stale) && (!fresh.Overdue || stale.Before(fresh.Since)) {
		fresh.Overdue, fresh.Since = true, stale
	}
	return fresh
}

// vouched returns the moment up to which v is vouched for: when it was last
// heard, but no later than its period (October's value is not made younger by
// sending it again in December) and no earlier than its own instant.
func (c Calendar) vouched(p Period, v Value, now time.Time) time.Time {
	t := c.heard(v, now)
	if end := c.End(p); t.After(end) {
		t = end
	}
	if v.At.Instant.After(t) {
		t = v.At.Instant
	}
	return t
}

// heard returns when v was last heard of, as one could know at now: a wall shown
// as of a past day knows nothing of what was written later.
func (c Calendar) heard(v Value, now time.Time) time.Time {
	for _, t := range []time.Time{v.Heard, v.Recorded} {
		if !t.IsZero() && !t.After(now) {
			return t
		}
	}
	if v.At.Day.IsZero() {
		return v.At.Instant
	}
	return time.Unix(c.dayStart(v.At.Day), 0)
}
