package board

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/store"
)

// told is a watch by hand.
type told struct {
	events chan struct{}
	sees   atomic.Bool
}

func (w *told) Events() <-chan struct{} { return w.events }
func (w *told) Sees() bool              { return w.sees.Load() }

// watched runs a loop that is told what happens to its source.
func watched(t *testing.T, src *fake) (*running, *told) {
	t.Helper()
	w := &told{events: make(chan struct{}, 1)}
	w.sees.Store(true)
	return run(t, src, func(r *running) { r.Watch, r.cfg.Refresh = w, time.Hour }), w
}

func TestLoop_ReadsAtOnceWhatItIsToldOf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w := watched(t, &fake{})
		pass(time.Minute + time.Second)
		r.src.put("mrr", today, 9)
		w.events <- struct{}{}
		synctest.Wait()
		if got := r.wall.last(t).Readings["mrr"]; got.Number != 9 {
			t.Errorf("shows %v of a value that it was told of, want 9", got.Number)
		}
	})
}

func TestLoop_AsksSeldomWhileItIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w := watched(t, &fake{})
		asked := func() int {
			before := r.src.looks()
			pass(time.Minute)
			return r.src.looks() - before
		}
		if got, want := asked(), int(time.Minute/watchedPollEvery); got != want {
			t.Errorf("asks %d times a minute while it is told, want %d", got, want)
		}
		w.sees.Store(false)
		w.events <- struct{}{}
		synctest.Wait()
		if got, want := asked(), int(time.Minute/pollEvery); got != want {
			t.Errorf("asks %d times a minute while nobody tells, want %d", got, want)
		}
		w.sees.Store(true)
		pass(pollEvery)
		if got, want := asked(), int(time.Minute/watchedPollEvery); got != want {
			t.Errorf("asks %d times a minute when it is told again, want %d", got, want)
		}
	})
}

func TestLoop_FindsWhatItIsNotToldOf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, _ := watched(t, &fake{})
		r.src.put("mrr", today, 9)
		pass(watchedPollEvery)
		if got := r.wall.last(t).Readings["mrr"]; got.Number != 9 {
			t.Errorf("shows %v after a slow poll, want 9", got.Number)
		}
	})
}

func TestLoop_SeesALeapOfTheClockWhileItIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r, _ := watched(t, src)
		pass(40 * time.Minute) // polls far apart are no leaps
		if got := src.count(); got != 1 {
			t.Fatalf("%d reads although nothing happened", got)
		}
		r.offset.Store(int64(72 * time.Hour))
		pass(watchedPollEvery)
		if got := r.wall.last(t).Readings["mrr"]; !got.Fresh.Overdue {
			t.Error("after three days of sleep the value is not overdue")
		}
	})
}

func TestLoop_SeesSoonThatWhatItIsToldOfIsPutRight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w := watched(t, &fake{err: &store.Error{Kind: store.Permission, Op: "open"}})
		pass(5 * time.Minute)
		r.src.fail(nil)
		w.events <- struct{}{}
		pass(firstWait)
		if found := r.wall.last(t).Findings; len(found) != 0 {
			t.Errorf("a second after it was put right the wall still says %v", found)
		}
	})
}

func TestLoop_TriesNoOftenerThanOnceASecondHoweverMuchHappens(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w := watched(t, &fake{err: &store.Error{Kind: store.Damaged, Op: "read"}})
		pass(5 * time.Minute)
		before := r.src.looks()
		for range 600 {
			w.events <- struct{}{}
			pass(time.Minute / 600)
		}
		if tries := r.src.looks() - before; tries < 55 || tries > 61 {
			t.Errorf("%d tries in a minute in which much happens to the file, want one a second", tries)
		}
	})
}
