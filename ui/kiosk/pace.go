package kiosk

import (
	"context"
	"time"
)

// A box without a graphics processor draws each picture with its processor.
// There a clock that ticks every second would cost more than all the rest.
const (
	weighFor   = 20 * time.Second // how long the first pictures are weighed
	heavyShare = 0.025            // of one processor
)

// Tick calls tick on the main goroutine at every full second until ctx ends,
// and calm once if it turns out that drawing every second is too dear here.
func (k *Kiosk) Tick(ctx context.Context, tick, calm func()) {
	settled := time.Now().Add(weighFor / 2) // starting is not weighed
	var since time.Time
	var used time.Duration
	weighed := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Until(time.Now().Truncate(time.Second).Add(time.Second))):
		}
		k.Do(tick)
		now := time.Now()
		switch {
		case weighed || now.Before(settled):
		case since.IsZero():
			since, used = now, processorTime()
		case now.Sub(since) >= weighFor:
			weighed = true
			if float64(processorTime()-used) > heavyShare*float64(now.Sub(since)) {
				k.Do(calm)
			}
		}
	}
}
