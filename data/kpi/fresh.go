package kpi

import "time"

// Freshness says how a KPI's newest value stands in time.
type Freshness struct {
	Due     bool      // the current period has no value yet
	Overdue bool      // nor has the period before, or the value is older than StaleAfter
	Since   time.Time // when it became overdue (or due, where not overdue); zero without any value
}

// Fresh judges how the newest period of k, which is e, stands at now. The age for
// StaleAfter counts from when its value was last confirmed, at most to the end of
// its own period. The zero Entry stands for a KPI without any value, which is
// due. A period that is still to come is neither.
func (c Calendar) Fresh(k *KPI, e Entry, now time.Time) Freshness {
	c = c.For(k)
	p := e.Period
	if p == (Period{}) {
		return Freshness{Due: true}
	}
	var fresh Freshness
	behind := c.Steps(p, c.Period(p.Every, now))
	switch {
	case behind < 0:
		return Freshness{}
	case behind == 0:
		fresh = c.dueToday(k, e, now)
	case behind == 1:
		fresh = Freshness{Due: true, Since: c.Start(c.Add(p, 1))}
	case behind > 1:
		fresh = Freshness{Due: true, Overdue: true, Since: c.Start(c.Add(p, 2))}
	}
	stale := e.Stale
	if k.StaleAfter > 0 {
		if own := c.validUntil(e, now).Add(k.StaleAfter); stale.IsZero() || own.Before(stale) {
			stale = own
		}
	}
	if !stale.IsZero() && now.After(stale) && (!fresh.Overdue || stale.Before(fresh.Since)) {
		fresh.Overdue, fresh.Since = true, stale
	}
	return fresh
}

// dueToday says that a KPI that is entered each day has no value of today's
// workday although its period has some.
func (c Calendar) dueToday(k *KPI, e Entry, now time.Time) Freshness {
	today := c.Period(Day, now)
	if !k.DueDaily || k.Every <= Day || !c.DayOf(e.At).Before(today.First) {
		return Freshness{}
	}
	return Freshness{Due: true, Since: c.Start(today)}
}

// validUntil returns the moment up to which the value of e is known to hold: when
// it was last confirmed, but no later than its period (October's value is not made
// younger by sending it again in December) and no earlier than its own instant.
func (c Calendar) validUntil(e Entry, now time.Time) time.Time {
	if !e.Known.IsZero() {
		return e.Known
	}
	t := c.lastConfirmed(e, now)
	if end := c.End(e.Period); t.After(end) {
		t = end
	}
	if e.At.Instant.After(t) {
		t = e.At.Instant
	}
	return t
}

// lastConfirmed returns when the value of e was last confirmed, as one could know
// at now: a wall shown as of a past day knows nothing of what was written later.
func (c Calendar) lastConfirmed(e Entry, now time.Time) time.Time {
	for _, t := range []time.Time{e.LastConfirmed, e.Recorded} {
		if !t.IsZero() && !t.After(now) {
			return t
		}
	}
	if e.At.Day.IsZero() {
		return e.At.Instant
	}
	return time.Unix(c.dayStart(e.At.Day), 0)
}
