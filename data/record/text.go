package record

import (
	"fmt"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// text says what stands at the moment of v, and how its period p stands by r:
// not the same where the period has other values too.
func text(cfg *config.Config, k *kpi.KPI, v store.Value, p kpi.Period, r *board.Reading, now time.Time) string {
	c := cfg.Calendar
	number, label := written(cfg, k, v.Number), c.Label(p, now)
	if r.Has && r.Raw == v.Number {
		number = r.Text // withValue the digits that tell its verdict
	}
	text := fmt.Sprintf("%s %s for %s", k.Name, number, label)
	switch {
	case v.Withdrawn && !r.Has:
		return fmt.Sprintf("%s has no value for %s", k.Name, label)
	case v.Withdrawn:
		text = fmt.Sprintf("%s stands at %s for %s", k.Name, r.Text, label)
	case r.Text != number:
		text += ", which stands at " + r.Text
	}
	text += " · " + statusSoFar(r)
	if c.Steps(c.Period(k.Every, now), p) > 0 {
		text += "; the wall shows it when that period begins"
	}
	return text
}

// statusSoFar names how a period stands: of a sum that runs, only so far.
func statusSoFar(r *board.Reading) string {
	switch {
	case r.Verdict == kpi.InProgress:
		return "so far"
	case r.Running.On && r.Verdict.Verdict():
		return r.Verdict.String() + " so far"
	}
	return r.Verdict.String()
}

// written writes a number of k as the wall does.
func written(cfg *config.Config, k *kpi.KPI, number float64) string {
	if k.Judged {
		return board.VerdictWord(number)
	}
	return k.Format.Text(cfg.Locale, number)
}
