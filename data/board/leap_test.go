package board

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/finding"
)

// A computer that wakes up has clocks that leapt and timers that did not: the
// next refresh would be as far away as when it fell asleep.
func TestLoop_ReadsAtOnceAndOnceWhenTheClockLeapt(t *testing.T) {
	for _, c := range []struct {
		name string
		leap time.Duration
	}{
		{"a night's sleep", 15 * time.Hour},
		{"three days of sleep", 72 * time.Hour},
		{"a clock that was ahead and is set right", -40 * time.Minute},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				src := &fake{}
				src.put("mrr", today, 12)
				r := run(t, src, func(r *running) { r.cfg.Refresh = time.Hour })
				pass(45 * time.Minute)
				r.offset.Store(int64(c.leap))
				pass(pollEvery)
				b := r.wall.last(t)
				if !b.Now.Equal(r.now()) || !b.Read.Equal(r.now()) {
					t.Errorf("the board is of %v and read %v, want %v", b.Now, b.Read, r.now())
				}
				if got, want := b.Readings["mrr"].Fresh.Overdue, c.leap > 48*time.Hour; got != want {
					t.Errorf("overdue: %v, want %v", got, want)
				}
				pass(30 * time.Minute)
				if got := src.count(); got != 2 {
					t.Errorf("%d reads, want the first and one for the leap", got)
				}
			})
		})
	}
}

// The wait before the next try was chosen while the computer was awake.
func TestLoop_TriesABrokenStoreAtOnceWhenTheClockLeapt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, nil)
		src.fail(errors.New("the disk is gone"))
		pass(10 * time.Minute)
		src.fail(nil)
		r.offset.Store(int64(time.Hour))
		pass(pollEvery)
		if got := text(r.wall.last(t)); got != "" {
			t.Errorf("after the sleep the wall still says %q", got)
		}
	})
}

// Reading takes time too, and is no leap.
func TestLoop_TakesASlowReadForNoLeap(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, &fake{slow: 4 * time.Second}, nil)
		pass(50 * time.Second)
		if got := r.src.count(); got != 1 {
			t.Errorf("%d reads in less than the interval, want 1", got)
		}
	})
}

// What others find is shown at once, also in the moment after the sleep.
func TestLoop_SeesTheLeapAlsoWhenAFindingComesFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, func(r *running) { r.cfg.Refresh = time.Hour })
		pass(10*time.Minute + pollEvery/2)
		r.offset.Store(int64(15 * time.Hour))
		r.SetFindings("clock", []finding.Finding{{Code: "test.clock"}})
		synctest.Wait()
		pass(2 * pollEvery)
		if b := r.wall.last(t); r.now().Sub(b.Read) > 2*time.Second {
			t.Errorf("at %v the board is of %v", r.now(), b.Read)
		}
	})
}
