package board

import (
	"context"
	"maps"
	"slices"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
)

// runner is what one Run of a loop knows, in its one goroutine.
type runner struct {
	*Loop
	source   reader
	stuck    stuckCall
	snapshot *Snapshot // nil from the first good read on
	good     struct {
		cfg *config.Config // nil before the first board
		storeData
	}
	bad      failure
	findings map[string][]finding.Finding
	last     *Board                          // that was shown; nil before the first
	onDay    struct{ of, is *config.Config } // the definition, and what it is on the day of the board
	tried    bool                            // the first read is over: until then there is nothing to show

	lastTurn time.Time     // by the clock, when the loop last turned
	poll     time.Duration // until the next poll, as it was chosen at the last one
}

// leapt reports whether the clock moved by much more or less than the time
// between two polls.
func (r *runner) leapt() bool {
	passed := r.now().Sub(r.lastTurn)
	return !r.lastTurn.IsZero() && (passed > r.poll+leap || passed < -leap)
}

// pollNext returns how long it is until the next poll.
func (r *runner) pollNext() time.Duration {
	r.poll = pollEvery
	if r.Watch != nil && r.Watch.Sees() {
		r.poll = watchedPollEvery
	}
	return r.poll
}

// events returns what has a token after something has happened to the file.
func (r *runner) events() <-chan struct{} {
	if r.Watch == nil {
		return nil
	}
	return r.Watch.Events()
}

// changed reports whether the source may hold something new. After a failure
// it leaves the source alone until the next try is due.
func (r *runner) changed(ctx context.Context) bool {
	if r.bad.wait > 0 {
		return false
	}
	changed, err := callWithTimeout(ctx, &r.stuck, r.source.changed)
	return changed || err != nil // the read that follows meets the error again
}

// step does what is due and what was asked for. After a read it returns how
// long to wait for the next one, otherwise 0.
func (r *runner) step(ctx context.Context, due request) (next time.Duration) {
	cfg, findings, asked := r.takeRequest()
	cfg, r.findings = r.today(cfg), findings
	due = max(due, asked)
	switch due {
	case none:
		return 0
	case republish:
		if r.tried {
			r.publish(cfg)
		}
		return 0
	}
	err := r.read(ctx, cfg, due == rereadAll)
	if ctx.Err() != nil {
		return 0
	}
	r.tried = true
	next = cfg.Refresh
	if cfg.Store.Role == config.Copy {
		next = min(next, copyRefresh)
	}
	if err != nil {
		r.bad.repeat(err)
		next = r.bad.wait
	} else {
		r.bad = failure{}
		if rest, ok := r.source.seen.dueIn(r.now()); ok {
			next = min(next, max(rest, time.Millisecond))
		}
	}
	r.publish(cfg)
	return next
}

// today returns cfg as it is on the day of the board: the very same until another KPI
// retires, so that nothing is drawn or read anew for it.
func (r *runner) today(cfg *config.Config) *config.Config {
	is := cfg.On(cfg.Calendar.Today(r.moment(cfg).now))
	if r.onDay.of != cfg || len(r.onDay.is.Retired) != len(is.Retired) {
		r.onDay.of, r.onDay.is = cfg, is
	}
	return r.onDay.is
}

// read reads what cfg shows, as far as it may be another by now or, afresh, all of it.
func (r *runner) read(ctx context.Context, cfg *config.Config, afresh bool) error {
	m := r.moment(cfg)
	all, err := callWithTimeout(ctx, &r.stuck, func(ctx context.Context) (storeData, error) { return r.source.read(ctx, cfg, m, afresh) })
	if err != nil {
		return err
	}
	all.read = r.now()
	r.good.cfg, r.good.storeData, r.snapshot = cfg, all, nil
	return nil
}

// publish shows a board of the last good read, evaluated for this moment: a
// period ends also while the store cannot be read. The definition is the one
// that the values were read for.
func (r *runner) publish(cfg *config.Config) {
	if r.snapshot != nil && cfg != r.good.cfg { // an edit may have fixed the definition
		r.good.cfg, r.good.storeData = cfg, r.snapshot.restore(cfg)
	}
	cfg = r.good.cfg
	b := assemble(cfg, r.good.storeData, r.moment(cfg), r.last)
	r.last = b
	b.Demo = r.Demo
	if r.bad.wait > 0 {
		b.Findings = append(b.Findings, r.bad.finding(r.good.read, cfg.Calendar.Zone))
	}
	// By name, so that the wall's lines do not jump about.
	for _, name := range slices.Sorted(maps.Keys(r.findings)) {
		b.Findings = append(b.Findings, r.findings[name]...)
	}
	finding.Sort(b.Findings)
	r.show(b)
}

// moment returns what boards are evaluated for just now.
func (r *runner) moment(cfg *config.Config) moment {
	if !r.AsOf.IsZero() {
		return endOf(cfg.Calendar, r.AsOf, r.now())
	}
	return moment{now: r.now()}
}

// close closes the source, but where a call hangs in it: that would hang as well.
func (r *runner) close() {
	if r.stuck.returned() {
		r.source.close()
	}
}
