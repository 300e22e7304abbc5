package board

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

func TestLoop_ReadThatHangsIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{slow: time.Hour}
		r := run(t, src, nil)
		pass(readTimeout)
		if got := text(r.wall.last(t)); !strings.Contains(got, "store.slow") {
			t.Errorf("trouble %q, want that the store did not answer", got)
		}
	})
}

// A dead disk keeps a call for good. The numbers must not look healthy meanwhile.
func TestLoop_ACallThatNeverComesBackIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, nil)
		revive := src.die()
		t.Cleanup(revive)
		pass(readTimeout + grace + pollEvery)
		b := r.wall.last(t)
		if got := text(b); got != "store.slow of 00:00 retrying" || b.Readings["mrr"].Number != 12 {
			t.Errorf("trouble %q, value %v", got, b.Readings["mrr"].Number)
		}
		r.SetFindings("config", []finding.Finding{{Code: "test.config"}})
		synctest.Wait()
		if got := text(r.wall.last(t)); !strings.Contains(got, "test.config") {
			t.Errorf("other trouble waits for the disk: %q", got)
		}
		r.SetFindings("config", nil)
		pass(time.Hour)
		revive()
		src.put("mrr", today, 13)
		pass(lastWait)
		if b := r.wall.last(t); len(b.Findings) != 0 || b.Readings["mrr"].Number != 13 {
			t.Errorf("when the disk is back: trouble %v, value %v; want none, 13", b.Findings, b.Readings["mrr"].Number)
		}
	})
}

func TestLoop_EndsWhileACallHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		revive := src.die()
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		l := NewLoop(testConfig(t), func(context.Context) (Source, error) { return src, nil }, time.Now, func(*Board) {})
		go func() { defer close(done); l.Run(ctx) }()
		pass(time.Minute)
		cancel()
		<-done
		revive()
	})
}

func TestLoop_FailureKeepsReadingsAndRecovers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, nil)
		pass(90 * time.Second)
		locked := &store.Error{Op: "read", Kind: store.Locked}
		src.fail(locked)
		pass(pollEvery)

		b := r.wall.last(t)
		if got := b.Readings["mrr"]; got.Number != 12 {
			t.Errorf("the wall lost its value: %+v", got)
		}
		if got, want := text(b), "store.locked of 00:01 retrying"; got != want {
			t.Errorf("trouble %q, want %q", got, want)
		}
		pass(time.Minute)
		if b := r.wall.last(t); len(b.Findings) != 1 || time.Since(b.Read) < time.Minute {
			t.Errorf("a minute on: trouble %v, age %v", b.Findings, time.Since(b.Read))
		}

		src.put("mrr", today, 13)
		src.fail(nil)
		pass(lastWait)
		if b := r.wall.last(t); len(b.Findings) != 0 || b.Readings["mrr"].Number != 13 {
			t.Errorf("after the lock: trouble %v, value %v; want none, 13", b.Findings, b.Readings["mrr"].Number)
		}
	})
}

func TestLoop_WaitsLongerAfterEachFailureUpToHalfAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{err: errors.New("disk on fire")}
		r := run(t, src, nil)
		start := time.Now()
		want := []time.Duration{1, 3, 7, 15, 31, 61, 91} // seconds: 1, 2, 4, 8, 16, 30, 30 apart
		for i, s := range want {
			pass(time.Until(start.Add(s*time.Second)) + time.Millisecond)
			if got := r.wall.count(); got != i+2 {
				t.Fatalf("%d tries after %d s, want %d", got, s, i+2)
			}
		}
	})
}

func TestLoop_OpensAStoreThatIsMadeLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		var made atomic.Bool
		absent := &store.Error{Op: "open", Kind: store.Missing}
		r := run(t, src, func(r *running) {
			r.open = func(context.Context) (Source, error) {
				if !made.Load() {
					return nil, absent
				}
				return src, nil
			}
		})
		b := r.wall.last(t)
		if got := b.Readings["mrr"]; got == nil || got.Has || !strings.Contains(odd(got), "value.unknown") {
			t.Errorf("without a store the tile shows %+v, want that its values are not known", got)
		}
		if got, want := text(b), "store.missing retrying"; got != want || !b.Read.IsZero() {
			t.Errorf("trouble %q, read %v; want %q, never", got, b.Read, want)
		}
		made.Store(true)
		pass(firstWait)
		if b := r.wall.last(t); len(b.Findings) != 0 || b.Readings["mrr"].Number != 12 {
			t.Errorf("after init: trouble %v, value %v", b.Findings, b.Readings["mrr"].Number)
		}
	})
}

func TestLoop_ConfigWaitsForAStoreThatFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, nil)
		src.fail(errors.New("gone"))
		next := testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Month}, kpi.KPI{ID: "churn", Every: kpi.Day})
		r.SetConfig(next)
		synctest.Wait()
		if b := r.wall.last(t); b.Config == next || b.Readings["mrr"].Number != 12 {
			t.Error("the board that stands gave way to one whose values could not be read")
		}
		src.fail(nil)
		pass(lastWait)
		if r.wall.last(t).Config != next {
			t.Error("the new configuration was forgotten")
		}
	})
}

func TestLoop_TroubleOfOthersComesAndGoesWithoutARead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, &fake{}, nil)
		r.SetFindings("config", []finding.Finding{{Code: "test.config"}})
		synctest.Wait()
		if got := text(r.wall.last(t)); got != "test.config" {
			t.Errorf("trouble %q", got)
		}
		r.src.fail(errors.New("gone"))
		r.Kick()
		synctest.Wait()
		if b := r.wall.last(t); len(b.Findings) != 2 || b.Findings[1].Code != "test.config" {
			t.Errorf("trouble %v, want that of the store first", b.Findings)
		}
		reads := r.src.count()
		r.SetFindings("config", nil)
		synctest.Wait()
		if b := r.wall.last(t); len(b.Findings) != 1 || r.src.count() != reads {
			t.Errorf("trouble %v after %d more reads, want the store's and no read", b.Findings, r.src.count()-reads)
		}
		shown := r.wall.count()
		pass(900 * time.Millisecond)
		if got := r.wall.count(); got != shown {
			t.Errorf("%d boards while nothing happened", got-shown)
		}
	})
}
