// Package demo makes up values for the example board, so that a first run
// shows what a wall looks like in use: most KPIs on target, one near, one
// below and one above theirs with a note that says why, and one that nobody
// has heard of for a while.
package demo

import (
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Source is what made-up values have in place of where they come from.
const Source = "demo"

// Values returns made-up values of cfg's KPIs and measures for someone who looks at
// now, in the order of cfg and oldest first. They lie in periods that are over; a KPI
// that the example board does not have gets none. The same cfg and period
// always give the same values.
func Values(cfg *config.Config, now time.Time) []store.Value {
	var values []store.Value
	for k := range cfg.Recorded {
		s, ok := stories[k.ID]
		if k.Measure {
			s, ok = measured[k.ID]
		}
		if ok {
			values = append(values, s.values(cfg.Calendar.For(k), k, now)...)
		}
	}
	return values
}

// values tells the story s of k up to now.
func (s story) values(c kpi.Calendar, k *kpi.KPI, now time.Time) []store.Value {
	var values []store.Value
	current := c.Period(k.Every, now)
	for i, number := range s.numbers {
		back := len(s.numbers) - 1 - i
		p := c.Add(current, -1-s.silent-back)
		moments := []kpi.At{c.AtFor(k, p, now)}
		if k.Combine == kpi.Sum {
			moments = parts(c, p, moments)
		}
		for n, part := range split(number, len(moments), k.Format.Decimals) {
			v := store.Value{KPI: k.ID, Value: kpi.Value{At: moments[n], Number: part, Source: Source}}
			if n == len(moments)-1 {
				v.Note = s.notes[back]
			}
			values = append(values, v)
		}
	}
	return values
}
