package board

import (
	"context"
	"fmt"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// periods is how many periods of history a reading holds, its own included.
const periods = 36

// KPIData is what is known of one KPI, as far as a reading needs it.
type KPIData struct {
	kpi.Series
	Inputs   map[rhythm]kpi.Series // the same by the periods of formulas that name it
	Computed *kpi.Computation      // how Series was made by a formula; nil where it was recorded
	Findings []finding.Finding     // what is odd about the values, such as those that were left out

	unknown bool // nobody knows what the store holds of it
}

// is reports whether d and o are the very same, and not only equal: what was read is
// not changed afterwards.
func (d KPIData) is(o KPIData) bool {
	return d.unknown == o.unknown && d.Negative == o.Negative && sameArray(d.Entries, o.Entries) &&
		sameArray(d.Parts, o.Parts) && sameArray(d.PartsBefore, o.PartsBefore) && sameArray(d.Findings, o.Findings)
}

// sameArray reports whether a and b are the same part of one array.
func sameArray[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// storeData is what one read of a store found.
type storeData struct {
	read   time.Time // when; zero: never
	origin store.Origin
	kpis   map[string]KPIData // by KPI
}

// readStore reads what every KPI and measure of cfg needs, all of it from one moment.
func readStore(ctx context.Context, cfg *config.Config, src Source, m moment) (all storeData, err error) {
	all.kpis = make(map[string]KPIData, len(cfg.KPIs))
	err = src.View(ctx, func(v View) error { return all.readFrom(ctx, cfg, v, m, everyKPI) })
	return all, err
}

func everyKPI(*kpi.KPI) bool { return true }

// readFrom reads the KPIs and measures of cfg that wanted says true for; what all has
// of the others stays.
func (all *storeData) readFrom(ctx context.Context, cfg *config.Config, v View, m moment, wanted func(*kpi.KPI) bool) (err error) {
	needs := needsOf(cfg, m.now)
	for k := range cfg.Recorded {
		if wanted(k) {
			d, err := readKPI(ctx, v, cfg.Calendar, k, needs.recorded[k.ID], m)
			if err != nil {
				return err
			}
			all.kpis[k.ID] = d
		}
	}
	all.addSkipped(v.Skipped())
	all.origin, err = v.Origin(ctx)
	return err
}

// addSkipped says of each KPI which of its rows could not be read.
func (all storeData) addSkipped(skipped []store.Skipped) {
	for _, s := range skipped {
		if d, ok := all.kpis[s.KPI]; ok {
			d.addFinding("value.unreadable", s.KPI, finding.Args{"Row": fmt.Sprint(s.ID), "Why": s.Why})
			all.kpis[s.KPI] = d
		}
	}
}

// addFinding adds what is odd.
func (d *KPIData) addFinding(code, id string, args finding.Args) {
	d.Findings = append(d.Findings, finding.Finding{Severity: finding.Warning, Code: code, Subject: id, Args: args})
}

// ReadKPI reads what is known of one KPI at now.
func ReadKPI(ctx context.Context, view View, c kpi.Calendar, k *kpi.KPI, now time.Time) (KPIData, error) {
	return readKPI(ctx, view, c, k, nil, moment{now: now})
}

// readKPI reads what one KPI needs: where its newest value lies, then the
// periods up to there, and as many as are needed in the rhythms of formulas.
func readKPI(ctx context.Context, view View, c kpi.Calendar, k *kpi.KPI, needed map[rhythm]int, m moment) (d KPIData, err error) {
	board := c
	c = c.For(k)
	end := horizon(c, k.Every, m)
	values, err := d.newestValues(ctx, view, c, k, end, m)
	if err != nil || len(values) == 0 {
		return d, err
	}
	read := func(c kpi.Calendar, to kpi.Period, n int) (kpi.Series, error) {
		rows, err := view.Series(ctx, k.ID, spansTo(c, k, to, n, end), pick(c, k, m))
		if err != nil {
			return kpi.Series{}, err
		}
		return c.Combine(k, to, rows), nil
	}
	own, last := rhythmOf(k), latest(c, k.Every, values)
	shown := periodsOf(c, k, last)
	long, err := read(c, last, max(shown, needed[own]))
	if err != nil {
		return d, err
	}
	d.Inputs = map[rhythm]kpi.Series{}
	if d.Series, err = decided(ctx, view, c, k, lastPeriods(long, shown), m); err != nil {
		return d, err
	}
	for r, n := range needed {
		if d.Inputs[r] = long; r != own {
			c := r.calendar(board)
			if d.Inputs[r], err = read(c, latest(c, r.every, values), n); err != nil {
				return d, err
			}
		}
	}
	if e, ok := d.Newest(); ok && e.Invalid {
		d.addFinding("value.no_verdict", k.ID, finding.Args{"Number": fmt.Sprint(e.Number)})
	}
	return d, err
}

// newestValues returns the newest values of k, as [newest] does, and adds what is odd about
// them. Plain days do not count for an hourly KPI.
func (d *KPIData) newestValues(ctx context.Context, view View, c kpi.Calendar, k *kpi.KPI, end kpi.Bounds, m moment) ([]kpi.Value, error) {
	values, ahead, err := newest(ctx, view, k.ID, end, m.knows(c))
	if !ahead.IsZero() {
		d.addFinding("value.future", k.ID, finding.Args{"At": ahead.String()})
	}
	if err == nil && k.Every == kpi.Hour && len(values) > 0 && !values[0].At.Day.IsZero() {
		d.addFinding("value.no_hour", k.ID, finding.Args{"At": values[0].At.String()})
		values, err = view.Newest(ctx, k.ID, kpi.Bounds{End: end.End}, m.knows(c))
	}
	return values, err
}

// spansTo returns the n periods up to latest, as far as they are before end. Plain
// days do not count for an hourly KPI, in whatever periods it is combined.
func spansTo(c kpi.Calendar, k *kpi.KPI, latest kpi.Period, n int, end kpi.Bounds) []kpi.Bounds {
	spans := make([]kpi.Bounds, n)
	for i := range spans {
		spans[i] = clip(c.Bounds(c.Add(latest, i-n+1)), end)
		if k.Every == kpi.Hour {
			spans[i].FirstDay, spans[i].EndDay = "", ""
		}
	}
	return spans
}

// pick says which values of a period k needs: where the last one stands for it,
// that one alone.
func pick(c kpi.Calendar, k *kpi.KPI, m moment) store.Pick {
	p := store.Pick{Known: m.knows(c)}
	if k.Combine == kpi.Last {
		p.Last = &c
	}
	return p
}

// newest returns the newest value that does not lie in the future, as
// [View.Newest] does, and the moment of one that does: a typing error such as
// 2062 must not take the place of what is true today, and must not go unseen
// either. Seen from a past day, known by known, everything later lies in the
// future.
func newest(ctx context.Context, view View, id string, end kpi.Bounds, known func(kpi.Value) bool) (values []kpi.Value, ahead kpi.At, err error) {
	if known != nil {
		values, err = view.Newest(ctx, id, end, known)
		return values, ahead, err
	}
	if values, err = view.Newest(ctx, id, kpi.Ever, nil); err != nil {
		return nil, ahead, err
	}
	for _, v := range values {
		if !before(v.At, end) {
			ahead = v.At
		}
	}
	if !ahead.IsZero() {
		values, err = view.Newest(ctx, id, end, nil)
	}
	return values, ahead, err
}

// latest returns the latest period that one of values lies in.
func latest(c kpi.Calendar, every kpi.Cadence, values []kpi.Value) (p kpi.Period) {
	for i, v := range values {
		q, _ := c.PeriodAt(every, v.At) // false only for what an hourly KPI has left out
		if i == 0 || c.Steps(p, q) > 0 {
			p = q
		}
	}
	return p
}

// horizon returns the moment from which on values lie in the future: the end
// of the current period, since a month's value may be dated with its last day.
func horizon(c kpi.Calendar, every kpi.Cadence, m moment) kpi.Bounds {
	b := c.Bounds(c.Period(every, m.now))
	if every == kpi.Hour { // an hour holds no plain day, but today is not the future
		b.EndDay = c.Today(m.now).AddDays(1).String()
	}
	return b
}

// before reports whether at lies before end. Both are the store's text, which
// sorts as time does within one kind.
func before(at kpi.At, end kpi.Bounds) bool {
	if at.Instant.IsZero() {
		return at.String() < end.EndDay
	}
	return at.String() < end.End
}

// clip ends a period where the future begins.
func clip(b, end kpi.Bounds) kpi.Bounds {
	b.EndDay = min(b.EndDay, end.EndDay)
	b.End = min(b.End, end.End)
	return b
}
