package board

import (
	"context"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// Build reads src and evaluates every KPI of cfg, as it is on the day of now, at now.
// Either all of it could be read or the error says what could not.
func Build(ctx context.Context, cfg *config.Config, src Source, now time.Time) (*Board, error) {
	return build(ctx, cfg.On(cfg.Calendar.Today(now)), src, moment{now: now}, now)
}

// BuildAsOf is [Build] for the end of a past day, or for now where that is
// earlier: what the wall would have shown then. Values dated later are left out,
// unless they were recorded by then; values dated up to then count also where they
// were recorded later. Now says when it was read.
func BuildAsOf(ctx context.Context, cfg *config.Config, src Source, day kpi.Date, now time.Time) (*Board, error) {
	return build(ctx, cfg.On(day), src, endOf(cfg.Calendar, day, now), now)
}

func build(ctx context.Context, cfg *config.Config, src Source, m moment, read time.Time) (*Board, error) {
	all, err := readStore(ctx, cfg, src, m)
	if err != nil {
		return nil, err
	}
	all.read = read
	return assemble(cfg, all, m, nil), nil
}

// assemble evaluates what was found. A KPI of which nothing was found has a
// reading too: a tile that vanishes would look healthy. What cannot be another
// than on the board before, which may be nil, is taken from there.
func assemble(cfg *config.Config, all storeData, m moment, before *Board) *Board {
	b := &Board{
		Config: cfg, Now: m.now, AsOf: m.asOf, Read: all.read,
		Readings: make(map[string]*Reading, len(cfg.KPIs)), data: all,
	}
	computer := newComputer(cfg, all.kpis, m, before)
	for k := range cfg.All {
		b.Readings[k.ID] = computer.reading(k)
	}
	if cfg.Store.Role == config.Copy {
		b.Copied = all.origin.Beat
		b.Findings = oldCopy(b)
	}
	return b
}

// same returns the reading of k on b where it holds for in at m too; else nil. Days,
// hours and the ends of working days begin with a minute, in which only how fresh
// a value is may change.
func (b *Board) same(cfg *config.Config, k *kpi.KPI, in KPIData, m moment) *Reading {
	if !b.sameMinute(cfg, m) || !b.data.kpis[k.ID].is(in) {
		return nil
	}
	r := b.Readings[k.ID]
	if e, ok := in.Newest(); ok && e.Has && cfg.Calendar.Fresh(k, e, m.now) != r.Fresh {
		return nil
	}
	return r
}

// sameMinute reports whether b is of the minute of m.
func (b *Board) sameMinute(cfg *config.Config, m moment) bool {
	const minute = 60
	return b != nil && b.Config == cfg && b.Now.Unix()/minute == m.now.Unix()/minute
}

// endOf returns the last second of day, which is not always 23:59:59 of the
// first kind: a clock set back at midnight has that second twice. A day that is
// not over at now ends now.
func endOf(c kpi.Calendar, day kpi.Date, now time.Time) moment {
	next := kpi.Period{Every: kpi.Day, First: day.AddDays(1)}
	if end := c.Start(next).Add(-time.Second); end.Before(now) {
		return moment{now: end, asOf: true}
	}
	return moment{now: now}
}
