package entry

import (
	"strings"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// draft is what was typed for a KPI and not saved.
type draft struct {
	text, note string
	verdict    float64
	judged     bool // a verdict was chosen

	// of is the period that the value is for: fixed when typing begins, or
	// chosen. None is the current one.
	of    kpi.Period
	since time.Time // when the first of it was typed
}

// drafts is what was typed and not saved, and not in a form that is open.
type drafts map[draftKey]draft

// draftKey says whose draft it is: that of a KPI's value, or of the correction of
// one recorded moment.
type draftKey struct{ kpi, at string }

func (d draft) empty() bool { return d.text == "" && d.note == "" && !d.judged }

// summary returns what was typed, in a few words.
func (d draft) summary(s *words.Speech) string {
	switch {
	case d.text != "":
		return d.text
	case d.judged:
		return s.Verdict(d.verdict)
	}
	return strings.TrimSpace(d.note)
}

// renew finds the draft's period again where the calendar, or the rhythm of the
// KPI, may have become another. It reports whether the period is another one now.
func (d *draft) renew(c kpi.Calendar, every kpi.Cadence, now time.Time) bool {
	old := d.of
	if old == (kpi.Period{}) {
		return false
	}
	switch {
	case every == old.Every && every == kpi.Hour:
		d.of = c.Period(kpi.Hour, c.Start(old))
	case every == old.Every:
		d.of, _ = c.PeriodAt(every, kpi.At{Day: old.First})
	default: // the newest one of the old period
		last := c.End(old).Add(-time.Second)
		if last.After(now) {
			last = now
		}
		d.of = c.Period(every, last)
	}
	return d.of != old
}
