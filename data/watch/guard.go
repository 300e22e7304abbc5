package watch

import (
	"context"
	"time"

	"github.com/fsnotify/fsnotify"
)

// guard keeps a watch up, in a goroutine of its own: on a dead disk each look at a
// folder may hang.
type guard struct {
	*Files
	system *fsnotify.Watcher // nil where nothing is watched
	spots  spots             // that it watches
}

// run tells of what happens until ctx ends: a moment after the first event, and then
// no more often than every rest.
func (g *guard) run(ctx context.Context) {
	defer g.end()
	timer := time.NewTimer(0)
	<-timer.C
	waiting, happened := false, false
	for {
		events, errs := g.channels()
		select {
		case <-ctx.Done():
			return
		case <-g.check:
			g.renew()
			continue
		case e := <-events:
			if !g.spots.concerns(e.Name) {
				continue
			}
		case <-errs: //nolint:errcheck // whatever it is, there was too much to tell
		case <-timer.C:
			if waiting = happened; happened {
				happened = false
				g.renew()
				push(g.events)
				timer.Reset(rest)
			}
			continue
		}
		if happened = true; !waiting {
			waiting = true
			timer.Reset(settle)
		}
	}
}

// channels returns those of the system; without one there never is anything.
func (g *guard) channels() (<-chan fsnotify.Event, <-chan error) {
	if g.system == nil {
		return nil, nil
	}
	return g.system.Events, g.system.Errors
}

// renew sees that what is watched is what is wanted. Where it was another, things
// may have happened unseen.
func (g *guard) renew() {
	wanted, err := g.wanted()
	if err == nil && g.system != nil && wanted.same(g.spots) {
		g.sees.Store(true)
		return
	}
	before := g.system != nil
	g.end()
	if err == nil {
		g.system, err = begin(wanted, g.local)
	}
	if err == nil {
		g.spots = wanted
	}
	g.sees.Store(err == nil)
	if before || err == nil {
		push(g.events)
		push(g.check) // a folder may have been moved before it was watched
	}
}

// end has the system watch nothing.
func (g *guard) end() {
	if g.system != nil {
		_ = g.system.Close()
		g.system, g.spots = nil, nil
	}
}
