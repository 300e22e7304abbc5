package board

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

func TestLoop_ReadsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, nil)
		b := r.wall.last(t)
		if got := b.Readings["mrr"]; !got.Has || got.Number != 12 || got.Status != kpi.OnTarget {
			t.Errorf("first board shows %+v, want 12 on target", got)
		}
		if len(b.Findings) != 0 || !b.Read.Equal(time.Now()) {
			t.Errorf("trouble %v, read %v; want none, now", b.Findings, b.Read)
		}
	})
}

func TestLoop_ShowsABoardPerIntervalWithoutReadingWhatIsTheSame(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, &fake{}, nil)
		pass(10*time.Minute + time.Second)
		if got := r.wall.count(); got != 11 {
			t.Errorf("%d boards in ten intervals of a minute, want the first and 10", got)
		}
		if got := r.wall.last(t).Read; time.Since(got) > time.Minute {
			t.Errorf("the last one says that it was read at %v", got)
		}
		if got := r.src.count(); got != 1 {
			t.Errorf("%d reads of a store that nobody wrote, want 1", got)
		}
		pass(time.Hour)
		if got := r.src.count(); got != 2 {
			t.Errorf("%d reads in an hour, want one more to be sure", got)
		}
	})
}

func TestLoop_ReadsWhatWasWrittenWithinThePoll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, &fake{}, nil)
		pass(10 * time.Second)
		r.src.put("mrr", today, 9)
		pass(pollEvery)
		if got := r.wall.last(t).Readings["mrr"]; got.Number != 9 || got.Status != kpi.Below {
			t.Errorf("after a poll the wall shows %v %v, want 9 below", got.Number, got.Status)
		}
	})
}

func TestLoop_KickReadsAtOnceAndOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, &fake{}, nil)
		pass(10*time.Second + time.Millisecond)
		r.src.put("mrr", today, 9)
		r.Kick()
		r.Kick()
		synctest.Wait()
		if got := r.src.count(); got != 2 {
			t.Fatalf("%d reads after a kick, want 2", got)
		}
		if got := r.wall.last(t).Readings["mrr"].Number; got != 9 {
			t.Errorf("shows %v after the kick, want 9", got)
		}
		pass(30 * time.Second) // the write that the kick told of must not be read again
		if got := r.src.count(); got != 2 {
			t.Errorf("%d reads half a minute after a kick, want 2", got)
		}
		boards := r.wall.count()
		pass(30 * time.Second)
		if got := r.wall.count() - boards; got != 1 {
			t.Errorf("%d boards a minute after a kick, want 1", got)
		}
	})
}

func TestLoop_SlowReadsDoNotPileUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, &fake{slow: 4 * time.Second, restless: true}, func(r *running) { r.cfg.Refresh = time.Second })
		pass(50*time.Second + time.Millisecond)
		if got := r.src.count(); got > 13 {
			t.Errorf("%d reads of 4 s in 50 s of a store that is written all the time, want at most 13", got)
		}
	})
}

func TestLoop_SeesAPeriodEndWithoutAWrite(t *testing.T) {
	for _, broken := range []bool{false, true} { // a store that fails must not make old values look new
		synctest.Test(t, func(t *testing.T) {
			src := &fake{}
			src.put("mrr", today+"T00:00:00Z", 12)
			r := run(t, src, func(r *running) { r.cfg.KPIs[0].Every = kpi.Hour })
			if broken {
				src.fail(errors.New("gone"))
			}
			pass(time.Hour + time.Minute)
			if got := r.wall.last(t).Readings["mrr"]; !got.Fresh.Due || got.Current {
				t.Errorf("broken %v: an hour later due is %v and the period %q, want due and named", broken, got.Fresh.Due, namedPeriod(got))
			}
			pass(time.Hour)
			if got := r.wall.last(t).Readings["mrr"]; got.Status != kpi.Overdue || got.Verdict != kpi.OnTarget {
				t.Errorf("broken %v: two hours later %v (%v), want overdue (on target)", broken, got.Status, got.Verdict)
			}
		})
	}
}

func TestLoop_ConfigCountsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, nil)
		next := testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Day, Targets: atLeast(20)})
		r.SetConfig(next)
		synctest.Wait()
		if b := r.wall.last(t); b.Config != next || b.Readings["mrr"].Status != kpi.Below {
			t.Errorf("status %v under the new target, want below", b.Readings["mrr"].Status)
		}
	})
}

func TestLoop_ClockSetBackDoesNoHarm(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", "1999-12-25", 12)
		r := run(t, src, nil)
		r.offset.Store(int64(-48 * time.Hour))
		src.fail(errors.New("gone"))
		pass(pollEvery)
		src.fail(nil)
		pass(time.Minute)
		boards := r.wall.count()
		pass(10 * time.Minute)
		if got := r.wall.count() - boards; got != 10 {
			t.Errorf("%d refreshes in ten minutes after the clock was set back", got)
		}
	})
}

func TestLoop_AsOfStandsStill(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", "1999-06-01", 12)
		src.put("mrr", "1999-06-02", 13)
		r := run(t, src, func(r *running) { r.AsOf = kpi.Date{Year: 1999, Month: 6, Day: 1} })
		pass(2 * time.Hour)
		b := r.wall.last(t)
		if got := b.Readings["mrr"]; !b.AsOf || got.Number != 12 || !got.Current || odd(got) != "" {
			t.Errorf("as of 1 June: %v, label %q, warning %q", got.Number, namedPeriod(got), odd(got))
		}
	})
}

func TestLoop_EndsWithoutALeakAndCloses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{slow: time.Second}
		loop := NewLoop(testConfig(t), func(context.Context) (Source, error) { return src, nil }, time.Now, func(*Board) {})
		ctx, cancel := context.WithCancel(t.Context())
		go func() { time.Sleep(time.Minute + time.Second/2); cancel() }() // in the middle of a read
		loop.Run(ctx)
		loop.Kick() // and nobody is left to hang on this
		loop.Kick()
		if src.closed != 1 {
			t.Errorf("closed %d times, want once", src.closed)
		}
	}) // synctest fails where a goroutine is left
}

// The interface reads boards while the loop makes new ones; -race watches.
func TestLoop_BoardsMayBeReadWhileItRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, func(r *running) { r.cfg.Refresh = time.Second })
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				for range 50 {
					b := r.wall.last(t)
					for _, reading := range b.Readings {
						_ = reading.Equal(reading)
					}
					_ = b.Due()
					r.Kick()
					r.SetFindings("config", []finding.Finding{{Code: "test.x"}})
					time.Sleep(100 * time.Millisecond)
				}
			})
		}
		wg.Wait()
	})
}
