package board

import (
	"context"
	"fmt"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// periods is how many periods of history a reading holds, its own included.
const periods = 36

// Found is what a store holds of one KPI, as far as a reading needs it.
type Found struct {
	Period  kpi.Period    // of the newest value that counts
	Values  [][]kpi.Value // of the last periods up to Period, oldest first; nil without any value
	Warning string        // values that were left out, and why

	lost bool // nobody knows what the store holds of it
}

// moment is what a board is evaluated for: now, or the end of a past day.
type moment struct {
	now  time.Time
	asOf bool
}

// ever lies after every moment that a store can hold.
var ever = kpi.Bounds{EndDay: "9999-12-31", End: "9999-12-31T23:59:59Z"}

// contents are what one read of a store found.
type contents struct {
	read   time.Time // when; zero: never
	origin store.Origin
	found  map[string]Found // by KPI
}

// find reads what every KPI of cfg needs, all of it from one moment.
func find(ctx context.Context, cfg *config.Config, src Source, m moment) (all contents, err error) {
	all.found = make(map[string]Found, len(cfg.KPIs))
	err = src.View(ctx, func(v View) error {
		for i := range cfg.KPIs {
			f, err := findOne(ctx, v, cfg.Calendar, &cfg.KPIs[i], m)
			if err != nil {
				return err
			}
			all.found[cfg.KPIs[i].ID] = f
		}
		all.origin, err = v.Origin(ctx)
		return err
	})
	return all, err
}

// findOne reads what one KPI needs: where its newest value lies, then the
// periods up to there.
func findOne(ctx context.Context, view View, c kpi.Calendar, k *kpi.KPI, m moment) (f Found, err error) {
	end := horizon(c, k.Every, m)
	values, warning, err := newest(ctx, view, k.ID, end, m.asOf)
	if err == nil && k.Every == kpi.Hour && len(values) > 0 && !values[0].At.Day.IsZero() {
		warning = fmt.Sprintf("a value dated %s does not say which hour", values[0].At)
		values, err = view.Newest(ctx, k.ID, kpi.Bounds{End: end.End}, nil) // without plain days
	}
	f.Warning = warning
	if err != nil || len(values) == 0 {
		return f, err
	}
	f.Period = latest(c, k.Every, values)
	spans := make([]kpi.Bounds, periods)
	for i := range spans {
		spans[i] = clip(c.Bounds(c.Add(f.Period, i-periods+1)), end)
	}
	var pick store.Pick
	if k.Combine == kpi.Last {
		pick.Last = &c
	}
	f.Values, err = view.Series(ctx, k.ID, spans, pick)
	return f, err
}

// newest returns the newest value that does not lie in the future, as
// [View.Newest] does, and names one that does: a typing error such as 2062 must
// not take the place of what is true today, and must not go unseen either.
func newest(ctx context.Context, view View, id string, end kpi.Bounds, asOf bool) (values []kpi.Value, warning string, err error) {
	if asOf { // seen from a past day, everything later lies in the future
		values, err = view.Newest(ctx, id, end, nil)
		return values, "", err
	}
	if values, err = view.Newest(ctx, id, ever, nil); err != nil {
		return nil, "", err
	}
	for _, v := range values {
		if !before(v.At, end) {
			warning = fmt.Sprintf("a value dated %s lies in the future", v.At)
		}
	}
	if warning != "" {
		values, err = view.Newest(ctx, id, end, nil)
	}
	return values, warning, err
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
// of the current period, since a month's value may be dated with its last day;
// on a past day the end of that day.
func horizon(c kpi.Calendar, every kpi.Cadence, m moment) kpi.Bounds {
	if m.asOf {
		return kpi.Bounds{
			EndDay: c.Today(m.now).AddDays(1).String(),
			End:    kpi.AtInstant(m.now.Add(time.Second)).String(),
		}
	}
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
