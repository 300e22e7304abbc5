package engine

import (
	"context"

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
