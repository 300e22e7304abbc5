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

const (
	pollEvery = 500 * time.Millisecond // each look wakes the processor for a moment

	// leap is by how much the clock may differ from what the polls let expect.
	leap = 2 * time.Second
)

// Loop keeps a board fresh. It reads at once when something was written, when
// the configuration changed, when it is kicked and when the clock leapt, as it
// does where the computer slept (timers stand still meanwhile) or was set right;
// and otherwise every Config.Refresh, so that a period that ends is seen too. It owns its source:
// it opens it, tries again for as long as it cannot be opened, and closes it.
//
// A Loop is made by [NewLoop]; the fields after it are set before Run.
type Loop struct {
	// AsOf fixes the board to the end of a past day; zero follows the clock.
	AsOf kpi.Date
	// Demo says on each board that its values are made up.
	Demo bool
	// Kept is what the boards show until the store can be read for the first
	// time, as an earlier run kept it; nil: nothing.
	Kept *Kept

	open func(context.Context) (Source, error)
	now  func() time.Time
	show func(*Board)

	wake chan struct{} // holds one token while there is something in ask
	mu   sync.Mutex    // guards what follows
	cfg  *config.Config
	set  map[string][]finding.Finding
	want want
}

// want is what was asked of a loop since its last board.
type want uint8

const (
	nothingNew want = iota
	showAgain       // the board that stands, with other findings
	readAgain
)

// NewLoop returns a loop for cfg. Each board goes to show, from the goroutine
// of Run; show must not wait for that goroutine.
func NewLoop(cfg *config.Config, open func(context.Context) (Source, error), now func() time.Time, show func(*Board)) *Loop {
	return &Loop{
		open: open, now: now, show: show, cfg: cfg,
		wake: make(chan struct{}, 1), set: map[string][]finding.Finding{},
	}
}

// Kick asks for a read at once, such as after a value was recorded. Any
// goroutine may call it; several kicks before the read are one.
func (l *Loop) Kick() { l.ask(readAgain, func() {}) }

// SetConfig puts cfg in the place of the configuration that stands and asks
// for a read at once. Any goroutine may call it.
func (l *Loop) SetConfig(cfg *config.Config) { l.ask(readAgain, func() { l.cfg = cfg }) }

// SetFindings adds what another part of the program found to the boards, in the
// place of what that part found before; name tells the parts apart. The board
// that stands is shown anew at once. Any goroutine may call it.
func (l *Loop) SetFindings(name string, found []finding.Finding) {
	l.ask(showAgain, func() { l.set[name] = found })
}

// ask notes a change and wakes Run, without ever waiting for it.
func (l *Loop) ask(w want, change func()) {
	l.mu.Lock()
	change()
	l.want = max(l.want, w)
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default: // a token waits already
	}
}

// asked returns what stands, and what was asked for since the last call.
func (l *Loop) asked() (cfg *config.Config, set map[string][]finding.Finding, w want) {
	l.mu.Lock()
	defer l.mu.Unlock()
	w, l.want = l.want, nothingNew
	return l.cfg, maps.Clone(l.set), w
}

// Run shows a board at once and keeps showing newer ones until ctx ends. It is
// called once.
func (l *Loop) Run(ctx context.Context) {
	r := &runner{Loop: l, source: reader{open: l.open}, kept: l.Kept}
	if r.kept == nil {
		r.kept = &Kept{} // knows of no KPI: what was not read is not "no value"
	}
	defer r.close()
	poll := time.NewTicker(pollEvery)
	defer poll.Stop()
	due := time.NewTimer(0)
	defer due.Stop()
	for {
		w, polled := nothingNew, false
		select {
		case <-ctx.Done():
			return
		case <-due.C:
			w = readAgain
		case <-poll.C:
			polled = true
		case <-l.wake:
		}
		// Whoever turns the loop first after the computer slept sees the leap.
		if r.leapt() || polled && r.changed(ctx) {
			w = readAgain
		}
		if next := r.step(ctx, w); next > 0 {
			due.Reset(next)
		}
		r.looked = r.now()
	}
}
