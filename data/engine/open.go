package engine

import (
	"context"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// OpenStore opens the store of the board that was shown last: the demo's while
// the demo runs, so that what is entered there vanishes with it. The caller
// closes it. Any goroutine may call it.
func (e *Engine) OpenStore(ctx context.Context) (*store.Store, error) {
	e.mu.Lock()
	path := e.shown
	e.mu.Unlock()
	if path == "" {
		return nil, finding.New("store.opening", nil)
	}
	return e.open(ctx, path)
}

// leap is by how much the clock differs from one second to the next where it was set, or
// the computer slept.
const leap = 2 * time.Second

// Tick is to be called in each second, by one goroutine. Where the clock leapt since the
// second before, the board is made anew at once: the loop itself looks at a store that is
// watched only every few seconds.
func (e *Engine) Tick() {
	now := e.Now()
	passed := now.Sub(e.ticked)
	leapt := !e.ticked.IsZero() && (passed > leap || passed < -leap)
	if e.ticked = now; leapt {
		e.Kick()
	}
}

// Kick has the store read at once, such as after a value was recorded. Before
// there is a board it does nothing. Any goroutine may call it.
func (e *Engine) Kick() {
	e.mu.Lock()
	loop := e.loop
	e.mu.Unlock()
	if loop != nil {
		loop.Kick()
	}
}
