package board

import "kpiwall/data/kpi"

// begin notes how far the key result has come, and leaves only the entries that count
// for that.
func (j *judge) begin(r *Reading) {
	progress, entries := j.cfg.Calendar.Progress(j.k, j.in, j.now)
	if entries < len(j.in.Entries) {
		j.in.Entries = j.in.Entries[:entries]
		j.in.Parts, j.in.PartsBefore = nil, nil // they are those of the newest entries
	}
	r.Goal = progress
	if progress.AtRest() {
		r.Fresh = kpi.Freshness{}
	}
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
