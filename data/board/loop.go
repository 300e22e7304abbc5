package board

import (
	"context"
	"maps"
	"sync"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// Watch tells when something may have happened to the file of a source.
type Watch interface {
	// Events returns what has a token then.
	Events() <-chan struct{}
	// Sees reports whether that is all that can happen.
	Sees() bool
}

const (
	pollEvery = 500 * time.Millisecond // each one wakes the processor for a moment
	// watchedPollEvery is how often a source is asked all the same that is watched.
	watchedPollEvery = 5 * time.Second

	// leap is by how much the clock may differ from what the polls let expect.
	leap = 2 * time.Second
)

// Loop keeps a board fresh. It reads at once when something was written, when
// the configuration changed, when it is kicked and when the clock leapt, as it
// does where the computer slept (timers stand still meanwhile) or was set right.
// Of what was written it reads no more than that; and every Config.Refresh it
// shows a board anew, so that a period that ends is seen too. It owns its source:
// it opens it, tries again for as long as it cannot be opened, soon where something
// happens to its file, and closes it.
//
// A Loop is made by [NewLoop]; the fields after it are set before Run.
type Loop struct {
	// AsOf fixes the board to the end of a past day; zero follows the clock.
	AsOf kpi.Date
	// Demo says on each board that its values are made up.
	Demo bool
	// Snapshot is what the boards show until the store can be read for the first
	// time, as an earlier run saved it; nil: nothing.
	Snapshot *Snapshot
	// Watch, unless nil, watches the file of the source, which is then asked less
	// often.
	Watch Watch

	open func(context.Context) (Source, error)
	now  func() time.Time
	show func(*Board)

	wake     chan struct{} // holds one token while something was asked for
	mu       sync.Mutex    // guards what follows
	cfg      *config.Config
	findings map[string][]finding.Finding
	request  request
}

// request is what was asked of a loop since its last board.
type request uint8

const (
	none      request = iota
	republish         // the board that stands, with other findings
	reread            // what may be another by now
	rereadAll
)

// NewLoop returns a loop for cfg. Each board goes to show, from the goroutine
// of Run; show must not wait for that goroutine.
func NewLoop(cfg *config.Config, open func(context.Context) (Source, error), now func() time.Time, show func(*Board)) *Loop {
	return &Loop{
		open: open, now: now, show: show, cfg: cfg,
		wake: make(chan struct{}, 1), findings: map[string][]finding.Finding{},
	}
}

// Kick asks for a read at once, such as after a value was recorded. Any
// goroutine may call it; several kicks before the read are one.
func (l *Loop) Kick() { l.ask(reread, func() {}) }

// SetConfig puts cfg in the place of the configuration that stands and asks
// for a read at once. Any goroutine may call it.
func (l *Loop) SetConfig(cfg *config.Config) { l.ask(reread, func() { l.cfg = cfg }) }

// SetFindings adds what another part of the program found to the boards, in the
// place of what that part found before; name tells the parts apart. The board
// that stands is shown anew at once. Any goroutine may call it.
func (l *Loop) SetFindings(name string, found []finding.Finding) {
	l.ask(republish, func() { l.findings[name] = found })
}

// ask notes a change and wakes Run, without ever waiting for it.
func (l *Loop) ask(req request, change func()) {
	l.mu.Lock()
	change()
	l.request = max(l.request, req)
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default: // a token waits already
	}
}

// takeRequest returns what stands, and what was asked for since the last call.
func (l *Loop) takeRequest() (cfg *config.Config, findings map[string][]finding.Finding, req request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	req, l.request = l.request, none
	return l.cfg, maps.Clone(l.findings), req
}

// Run shows a board at once and keeps showing newer ones until ctx ends. It is
// called once.
func (l *Loop) Run(ctx context.Context) {
	r := &runner{Loop: l, source: reader{open: l.open, now: l.now}, snapshot: l.Snapshot}
	if r.snapshot == nil {
		r.snapshot = &Snapshot{} // knows of no KPI: what was not read is not "no value"
	}
	defer r.close()
	poll := time.NewTimer(r.pollNext())
	defer poll.Stop()
	due := time.NewTimer(0)
	defer due.Stop()
	for {
		req, polled := none, false
		select {
		case <-ctx.Done():
			return
		case <-due.C:
			req = reread
		case <-poll.C:
			polled = true
		case <-r.events():
			polled = true
			if r.bad.sooner() {
				due.Reset(r.bad.wait)
			}
		case <-l.wake:
		}
		// Whoever turns the loop first after the computer slept sees the leap.
		if r.leapt() {
			req = rereadAll
		} else if polled && r.changed(ctx) {
			req = reread
		}
		if next := r.step(ctx, req); next > 0 {
			due.Reset(next)
		}
		r.lastTurn = r.now()
		if polled {
			poll.Reset(r.pollNext())
		}
	}
}
