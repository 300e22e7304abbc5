package board

import (
	"context"
	"slices"

	"kpiwall/data/kpi"
)

// begin notes how far the key result has come, and leaves only the entries that count
// for that.
func (j *judge) begin(r *Reading) {
	progress, entries := j.cfg.Calendar.Progress(j.k, j.in, j.now)
	if entries < len(j.in.Entries) {
		j.in.Entries = j.in.Entries[:entries]
		j.in.Parts, j.in.PartsBefore = nil, nil // they are those of the newest entries
	}
	if j.alone && (progress.Settled || progress.State == kpi.ReachedLate) && !j.decides() {
		progress.State, progress.Settled, progress.HasShare = kpi.UnderWay, false, false
	}
	if j.alone && progress.Day.Before(j.k.Goal.Start) { // whatever it was then is before the way
		progress.State = kpi.GoalAhead
	}
	r.Goal = progress
	if progress.AtRest() {
		r.Fresh = kpi.Freshness{}
	}
}

// decides reports whether the newest entry is what the goal's day left.
func (j *judge) decides() bool {
	c := j.cfg.Calendar.For(j.k)
	e, ok := j.in.Newest()
	p, _ := c.PeriodAt(j.k.Every, kpi.At{Day: j.k.Goal.By})
	return ok && e.Period == p && (j.k.Combine == kpi.Sum || !c.DayOf(e.At).After(j.k.Goal.By))
}

// decided returns s, what was read of key result k, with the period of its goal's day as
// that day left it, once it is over and where the period goes on after it.
func decided(ctx context.Context, view View, c kpi.Calendar, k *kpi.KPI, s kpi.Series, m moment) (kpi.Series, error) {
	if k.Goal == nil || k.Combine == kpi.Sum || !c.Today(m.now).After(k.Goal.By) {
		return s, nil
	}
	by := kpi.At{Day: k.Goal.By}
	p, ok := c.PeriodAt(k.Every, by)
	i := slices.IndexFunc(s.Entries, func(e kpi.Entry) bool { return e.Period == p })
	if !ok || i < 0 || !c.LastDay(p).After(by.Day) {
		return s, nil
	}
	upTo := kpi.Bounds{EndDay: by.Day.AddDays(1).String(), End: kpi.AtInstant(c.EndOf(by)).String()}
	rows, err := view.Series(ctx, k.ID, []kpi.Bounds{clip(c.Bounds(p), upTo)}, pick(c, k, m))
	if err != nil {
		return s, err
	}
	s.Entries = slices.Clone(s.Entries)
	s.Entries[i] = c.AfterGoal(k, s.Entries[i], c.Combine(k, p, rows).Entries[0])
	return s, nil
}

// periodsOf returns how many periods of history k needs: of a key result whose time is
// over those since then too, or nobody could say how it went, and of what is compared
// with a year ago those since then.
func periodsOf(c kpi.Calendar, k *kpi.KPI, latest kpi.Period) int {
	if before, ok := c.YearBefore(latest); ok && k.CompareYear && k.Goal == nil {
		return max(periods, c.Steps(before, latest)+1)
	}
	if k.Goal == nil {
		return periods
	}
	last, ok := c.PeriodAt(k.Every, kpi.At{Day: k.Goal.By})
	if !ok {
		return periods
	}
	return periods + min(max(0, c.Steps(last, latest)), maxSince)
}

// maxSince is how many periods after its goal a key result is remembered for.
const maxSince = 1000
