package record

import (
	"strings"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// ErrNoSentence is the error for a verdict without its note.
var ErrNoSentence error = finding.New("record.sentence", nil)

// entry is an input on its way into the store.
type entry struct {
	Input
	cfg    *config.Config
	now    time.Time
	at     kpi.At     // where it is recorded, unless it becomes a value of its own
	period kpi.Period // that at lies in
}

// trimmed returns in without the blanks that somebody typed around its texts.
func (in Input) trimmed() Input {
	in.Note, in.By = strings.TrimSpace(in.Note), strings.TrimSpace(in.By)
	return in
}

// newEntry decides when in was true.
func newEntry(cfg *config.Config, in Input, now time.Time) (*entry, error) {
	c := cfg.Calendar.For(in.KPI)
	e := &entry{Input: in, cfg: cfg, now: now, at: in.At}
	if !in.Person {
		e.Typed.Number = in.KPI.Scaled(in.Typed)
	}
	if e.at.IsZero() {
		e.at = c.AtFor(in.KPI, c.Period(in.KPI.Every, now), now)
	}
	var ok bool
	if e.period, ok = c.PeriodAt(in.KPI.Every, e.at); !ok {
		return nil, finding.New("record.hour", finding.Args{"Name": in.KPI.Name, "At": e.at})
	}
	return e, nil
}

// check refuses what no store and no period could make right.
func (e *entry) check() error {
	c := e.cfg.Calendar.For(e.KPI)
	switch {
	case e.cfg.Defined(e.KPI.ID) == nil: // the definition was edited meanwhile
		return finding.New("record.undefined", finding.Args{"KPI": e.KPI.ID})
	case e.KPI.Formula != nil:
		return finding.New("record.computed", finding.Args{"Name": e.KPI.Name, "Inputs": e.KPI.Formula.Names()})
	case e.KPI.RetiredOn(e.period.First):
		return finding.New("record.retired", finding.Args{"Name": e.KPI.Name, "Day": e.KPI.Retired})
	case c.TooFarAhead(e.period, e.now):
		return finding.New("record.ahead", finding.Args{"Period": e.period})
	case !e.KPI.Judged:
		return nil
	case e.Typed.Add || kpi.JudgeVerdict(e.Typed.Number) == kpi.NoValue:
		return finding.New("record.verdict", finding.Args{"Name": e.KPI.Name})
	case e.Note == "":
		return ErrNoSentence
	}
	return nil
}

// value returns what to record, given what the period has.
func (e *entry) value(p periodValues) (v kpi.Value, err error) {
	v = kpi.Value{At: e.at, Number: e.Typed.Number, Note: e.Note, Source: e.Source, EnteredBy: e.By, Recorded: e.now, LastConfirmed: e.now, Since: e.now}
	switch {
	case !e.Typed.Add:
	case e.KPI.Combine == kpi.Sum && e.At.IsZero():
		v.At, err = e.freeSecond(p)
	case e.KPI.Combine == kpi.Sum || e.KPI.Combine == kpi.Last:
		v.Number, err = e.onTop(p)
	default:
		err = e.refuse("record.no_sum")
	}
	return v, err
}

// freeSecond returns the second nearest to now that has no value, first of those
// to come: an addition to a sum is a value of its own, and two at once are two.
// It never leaves the period that is meant.
func (e *entry) freeSecond(p periodValues) (kpi.At, error) {
	start, end := e.cfg.Calendar.Start(e.period), e.cfg.Calendar.For(e.KPI).End(e.period)
	for _, step := range []time.Duration{time.Second, -time.Second} {
		for t := e.now; !t.Before(start) && t.Before(end); t = t.Add(step) {
			at := kpi.AtInstant(t)
			if _, taken, err := p.at(at); err != nil || !taken {
				return at, err
			}
		}
	}
	return kpi.At{}, e.refuse("record.taken")
}

// onTop makes the typed difference a whole number: on top of the value of that
// moment, or where the last value stands for the period, on top of that.
func (e *entry) onTop(p periodValues) (float64, error) {
	base, found, err := p.at(e.at)
	if err == nil && !found && e.KPI.Combine == kpi.Last {
		base, found, err = p.last()
	}
	switch {
	case err != nil:
		return 0, err
	case !found && e.KPI.Combine == kpi.Last:
		return 0, e.refuse("record.nothing")
	}
	return kpi.Clean(base.Number + e.Typed.Number), nil
}

func (e *entry) refuse(code string) error { return finding.New(code, finding.Args{"Name": e.KPI.Name}) }
