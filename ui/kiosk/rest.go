package kiosk

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Fyne's main loop turns sixty times a second whether or not anything happens
// (fyne-io/fyne issues 2506 and 3405), which costs a wall that stands still
// more than everything else. The loop runs whatever it is given by [fyne.Do],
// so it is given a function that waits for the next event or the next second.
// Events are handled while it waits; work of other goroutines must end the wait,
// which is what [Kiosk.Do] is for.
//
// The loop of package lean rests by itself, and asks [Kiosk.second] how long.
const (
	// restFor is how long the loop may rest: what Fyne itself queues without
	// ending the wait, such as a changed theme file, is late by this much.
	restFor = 5 * time.Second
	// betweenRests lets the loop turn once or twice, to draw what has changed.
	betweenRests = 25 * time.Millisecond
)

// resting is a loop that rests between events.
type resting struct {
	on    atomic.Bool  // there is a loop to wake
	asked atomic.Int64 // functions that the loop has not run yet
	awake time.Time    // until when it must not rest
}

// Do runs f on the main goroutine soon. It may be called by any goroutine.
func (k *Kiosk) Do(f func()) {
	k.rest.asked.Add(1)
	fyne.Do(func() {
		k.rest.asked.Add(-1)
		f()
	})
	if k.rest.on.Load() {
		endWait()
	}
}

// endWait ends a wait for events. At SIGTERM Fyne ends GLFW by itself, at any
// moment, and GLFW's Go package panics when it is asked for anything after that.
func endWait() {
	defer func() { _ = recover() }()
	glfw.PostEmptyEvent()
}

// Awake keeps the loop turning for a time, for something that moves. It belongs
// to the main goroutine.
func (k *Kiosk) Awake(d time.Duration) { k.rest.awake = time.Now().Add(d) }

// moving reports whether something moves.
func (k *Kiosk) moving(now time.Time) bool { return now.Before(k.rest.awake) }

// turning is an app whose loop waits for events by itself, as package lean has it.
type turning interface {
	OnTurn(each func() (wait time.Duration))
}

// sleep begins the rests. It is called on the main goroutine once the loop runs.
func (k *Kiosk) sleep() {
	if app, ok := fyne.CurrentApp().(turning); ok {
		app.OnTurn(k.second)
		return
	}
	k.rest.on.Store(true)
	k.turn()
}

// second ticks at each second, and returns how long it is until the next.
func (k *Kiosk) second() (wait time.Duration) {
	now := time.Now()
	if k.pace.due(now) {
		k.tick(now)
		now = time.Now()
	}
	return k.pace.next.Sub(now)
}

// turn rests, and comes back after the loop has drawn.
func (k *Kiosk) turn() {
	if k.rest.on.Load() {
		k.restUntilWanted()
	}
	time.AfterFunc(betweenRests, func() {
		if k.rest.on.Load() {
			fyne.Do(k.turn)
		}
	})
}

// restUntilWanted waits, and ticks at each second, until there is something for
// the loop to do: an event, work of another goroutine, or a picture to draw, also
// one that a busy loop has not come to yet.
func (k *Kiosk) restUntilWanted() {
	end := time.Now().Add(restFor)
	for {
		now := time.Now()
		if k.pace.due(now) {
			if k.tick(now) {
				return
			}
			now = time.Now()
		}
		if now.After(end) || k.moving(now) || k.waiting() || k.rest.asked.Load() > 0 {
			return
		}
		glfw.WaitEventsTimeout(max(time.Millisecond, k.pace.next.Sub(now)).Seconds())
		if !k.pace.due(time.Now()) {
			return // it did not wait for so long
		}
	}
}

// Changed is to be called when the wall looks different: Fyne then draws it anew. The
// window is asked for that itself, since Fyne forgets now and then which window an
// object is in, until the next picture.
func (k *Kiosk) Changed() {
	c := k.window.Canvas()
	c.Refresh(c.Content())
}

// paper is what Fyne's canvases know besides what [fyne.Canvas] says.
type paper interface {
	CheckDirtyAndClear() bool
	SetDirty()
}

// waiting reports whether Fyne is to draw a picture.
func (k *Kiosk) waiting() bool {
	c, ok := k.window.Canvas().(paper)
	if !ok { // another Fyne
		return true
	}
	dirty := c.CheckDirtyAndClear()
	if dirty {
		c.SetDirty()
	}
	return dirty
}

// wake ends the rests for good, before the loop ends.
func (k *Kiosk) wake() {
	if k.rest.on.Swap(false) {
		endWait()
	}
}
