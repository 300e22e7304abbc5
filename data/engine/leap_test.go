package engine

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/config"
)

// sighted watches files to which nothing happens.
type sighted struct{}

func (sighted) Set(...string)           {}
func (sighted) Events() <-chan struct{} { return nil }
func (sighted) Sees() bool              { return true }

// Where files are watched the store is polled every few seconds only, and a wall whose
// clock was set right must not show the old day that long.
func TestEngine_FollowsAClockThatWasSetWithinASecond(t *testing.T) {
	for name, by := range map[string]time.Duration{"forward": 3 * 24 * time.Hour, "a little": 30 * time.Second, "back": -2 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := newHarness(t)
				h.engine.Watch = func(context.Context, ...string) config.Watch { return sighted{} }
				defer h.run()()
				for range 7 {
					h.engine.Tick()
					h.pass(time.Second)
				}
				h.mu.Lock()
				h.offset = by
				h.mu.Unlock()
				h.engine.Tick()
				h.pass(time.Second)
				if behind := h.now().Sub(h.last().Now); behind < 0 || behind > time.Second {
					t.Errorf("the board is of %v, and it is %v", h.last().Now, h.now())
				}
			})
		})
	}
}
