package live

import (
	"context"
	"errors"

	"kpiwall/data/store"
)

// OpenStore opens the store of the board that was shown last: the demo's while
// the demo runs, so that what is entered there vanishes with it. The caller
// closes it. Any goroutine may call it.
func (l *Live) OpenStore(ctx context.Context) (*store.Store, error) {
	l.mu.Lock()
	path := l.shown
	l.mu.Unlock()
	if path == "" {
		return nil, errors.New("open the store: no board is shown yet; try again in a moment")
	}
	return l.open(ctx, path)
}

// Kick has the store read at once, such as after a value was recorded. Before
// there is a board it does nothing. Any goroutine may call it.
func (l *Live) Kick() {
	l.mu.Lock()
	loop := l.loop
	l.mu.Unlock()
	if loop != nil {
		loop.Kick()
	}
}
