package board

import (
	"context"
	"fmt"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/store"
)

const (
	readTimeout = 5 * time.Second
	// grace is how long a call may take to notice that its time is over.
	grace = time.Second
)

// errStuck is the error of a call that does not come back.
var errStuck error = &store.Error{Op: "read the store", Err: context.DeadlineExceeded}

// reader reads a source, which it opens and closes. It is used by one goroutine
// at a time.
type reader struct {
	open func(context.Context) (Source, error)
	now  func() time.Time
	src  Source      // nil where it is not open
	role config.Role // that src was opened for

	seen  *seen // what it knows of the source; nil: it has everything to read
	moved bool  // something may have been written since
}

// changed reports whether the source may hold something new.
func (r *reader) changed(ctx context.Context) (bool, error) {
	if r.src == nil {
		return false, nil
	}
	changed, err := r.src.Changed(ctx)
	r.moved = r.moved || changed || err != nil
	return changed, err
}

// read returns what the source holds, for a board of m. It opens it where it is
// not open, and reads no more of it than may be another by now, unless afresh asks
// for all. A source that fails stays open: it follows its file by itself, and only
// it knows which errors pass.
func (r *reader) read(ctx context.Context, cfg *config.Config, m moment, afresh bool) (storeData, error) {
	if r.role != cfg.Store.Role {
		r.close()
	}
	if r.src == nil {
		src, err := r.open(ctx)
		if err != nil {
			return storeData{}, err
		}
		r.src, r.role, r.seen = src, cfg.Store.Role, nil
	}
	// What was written until here is about to be read: asking now keeps the
	// next poll from reading the same again.
	if _, err := r.changed(ctx); err != nil {
		return storeData{}, fmt.Errorf("look for changes: %w", err)
	}
	now := r.now()
	if afresh || r.seen.outdated(cfg, m, now, r.moved) {
		r.seen = nil
	}
	if r.seen != nil && !r.moved && r.seen.hour == hourOf(cfg, m) {
		return r.seen.data, nil
	}
	next, err := r.look(ctx, cfg, m)
	if err != nil {
		r.seen = nil
		return storeData{}, err
	}
	if next.whole.IsZero() {
		next.whole, next.took = now, r.now().Sub(now)
	}
	r.seen, r.moved = next, false
	return next.data, nil
}

// look reads what may be another by now, or everything, from one moment.
func (r *reader) look(ctx context.Context, cfg *config.Config, m moment) (next *seen, err error) {
	err = r.src.View(ctx, func(v View) (err error) {
		if r.seen != nil {
			next, err = r.seen.update(ctx, v, m, r.moved)
		}
		if err == nil && next == nil {
			next, err = seeAll(ctx, cfg, v, m)
		}
		return err
	})
	return next, err
}

func (r *reader) close() {
	if r.src != nil {
		_ = r.src.Close() // it is read only: nothing of ours can be lost
		r.src, r.seen = nil, nil
	}
}

// stuckCall is a call of a source that was given up; nil: there is none.
type stuckCall chan struct{}

// returned reports whether the source may be used, the call having come back.
func (c *stuckCall) returned() bool {
	if *c == nil {
		return true
	}
	select {
	case <-*c:
		*c = nil
		return true
	default:
		return false
	}
}

// callWithTimeout calls work, which uses a source. A disk or a server that is
// dead keeps a call for as long as it likes, whatever its context says, and
// meanwhile the wall would look as if nothing were wrong. Such a call is given up
// with [errStuck], and noted in c: until it comes back no other is begun.
func callWithTimeout[T any](ctx context.Context, c *stuckCall, work func(context.Context) (T, error)) (T, error) {
	var answer, zero T
	if !c.returned() {
		return zero, errStuck
	}
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	var err error
	back := make(stuckCall)
	go func() {
		defer close(back)
		defer cancel()
		answer, err = work(ctx)
	}()
	select {
	case <-back:
		return answer, err
	case <-ctx.Done():
	}
	select {
	case <-back:
		return answer, err
	case <-time.After(grace):
		*c = back
		return zero, errStuck
	}
}
