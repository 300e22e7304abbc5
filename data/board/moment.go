package board

import (
	"time"

	"kpiwall/data/kpi"
)

// moment is what a board is evaluated for: now, or the end of a past day.
type moment struct {
	now  time.Time
	asOf bool
}

// knows returns what was known by the end of a past day: what is dated up to
// then, and of what is dated later, such as with the end of a month, that which
// held already. It is nil for now, when everything is known that there is.
func (m moment) knows(c kpi.Calendar) func(kpi.Value) bool {
	if !m.asOf {
		return nil
	}
	today := c.Today(m.now)
	return func(v kpi.Value) bool {
		if v.At.Instant.IsZero() && !v.At.Day.After(today) || !v.At.Instant.IsZero() && !v.At.Instant.After(m.now) {
			return true
		}
		return heldBy(v.Since, m.now) || heldBy(v.Recorded, m.now)
	}
}

// heldBy reports whether since, which may be unknown, is not after a moment.
func heldBy(since, moment time.Time) bool { return !since.IsZero() && !since.After(moment) }
