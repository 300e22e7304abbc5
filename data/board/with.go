package board

import (
	"slices"
	"time"

	"kpiwall/data/kpi"
)

// With returns the reading of k at now if its period p had values and none came after
// it: what the wall would show, with the history and the change up to there.
func (b *Board) With(k *kpi.KPI, p kpi.Period, values []kpi.Value, now time.Time) *Reading {
	c, in := b.Config.Calendar.For(k), b.data.kpis[k.ID]
	in.Series = upTo(c, in.Series, c.Combine(k, p, [][]kpi.Value{values}))
	return Judge(b.Config, k, in, now)
}

// upTo returns the series s up to the only period of newest, which takes the place of
// what s has of it.
func upTo(c kpi.Calendar, s, newest kpi.Series) kpi.Series {
	last, ok := s.Newest()
	if !ok {
		return newest
	}
	e, n := newest.Entries[0], len(s.Entries)
	out := kpi.Series{Parts: newest.Parts, Negative: s.Negative || newest.Negative}
	after := c.Steps(last.Period, e.Period)
	switch after {
	case 0:
		out.PartsBefore = s.PartsBefore
	case 1:
		out.PartsBefore = s.Parts
	}
	out.Entries = slices.Clone(s.Entries[:max(0, min(n, n-1+after))])
	for i := 1; i < after; i++ {
		out.Entries = append(out.Entries, kpi.Entry{Period: c.Add(last.Period, i)})
	}
	out.Entries = append(out.Entries, e)
	out.Entries = out.Entries[max(0, len(out.Entries)-periods):]
	return out
}
