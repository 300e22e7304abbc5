package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// Readers see whole pairs while they are written, from two stores on one file.
func TestStore_IsSafeForSeveralGoroutines(t *testing.T) {
	s := newStore(t)
	other := open(t, s.path)
	const pairs = 25
	var writers, readers sync.WaitGroup
	for w, store := range []*Store{s, s, other} {
		writers.Go(func() {
			for n := range pairs {
				a := value(t, fmt.Sprintf("a%d", w), "2026-11-21", float64(n))
				b := value(t, fmt.Sprintf("b%d", w), "2026-11-21", float64(n))
				stands, err := store.Put(t.Context(), a, b)
				if err != nil {
					t.Error(err)
					return
				}
				if w == 0 {
					continue // readPairs looks at these
				}
				// Reads before it writes: without the lock from the start two of
				// them would wait for each other.
				if _, err := store.Withdraw(t.Context(), stands[1].ID, "w"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	done := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					readPairs(t, s)
				}
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	if rows, err := s.History(t.Context(), "a0", 0); err != nil || len(rows) != pairs {
		t.Errorf("history has %d rows, %v; want %d", len(rows), err, pairs)
	}
	intact(t, outside(t, s.path))
}

func readPairs(t *testing.T, s *Store) {
	var a, b []kpi.Value
	err := s.View(t.Context(), func(v *View) (err error) {
		if a, err = v.Newest(t.Context(), "a0", ever, nil); err != nil {
			return err
		}
		b, err = v.Newest(t.Context(), "b0", ever, nil)
		return err
	})
	// On a busy machine the writers may leave a reader no gap.
	var e *Error
	if errors.As(err, &e) && e.Kind == Locked {
		return
	}
	if err != nil {
		t.Error(err)
	}
	if len(a) != len(b) || len(a) > 0 && a[0].Number != b[0].Number {
		t.Errorf("half a pair: %v and %v", a, b)
	}
	for _, ask := range []func() error{
		func() error { _, err := s.Changed(t.Context()); return err },
		func() error { _, err := s.KPIs(t.Context()); return err },
	} {
		if err := ask(); err != nil && !(errors.As(err, &e) && e.Kind == Locked) {
			t.Error(err)
		}
	}
}

// The file is replaced under readers and a writer; nobody sees an error but the
// writer who was overtaken.
func TestStore_IsReplacedUnderItsUsers(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 0)
	done := make(chan struct{})
	var users sync.WaitGroup
	for range 3 {
		users.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				if len(newest(t, s, "revenue")) != 1 {
					t.Error("no value between two files")
				}
				if _, err := s.Changed(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for n := range 5 {
		if err := os.Rename(replacement(t, float64(n)), s.path); err != nil {
			t.Error(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
	close(done)
	users.Wait()
	if got := newest(t, s, "revenue"); got[0].Number != 4 {
		t.Errorf("the last file's value is %v", got)
	}
}

// Reading the file's bytes must not drop the store's locks: the row of a writer
// who then thinks himself alone would be lost.
func TestOpen_TakesLocksThatSurviveAStrayReader(t *testing.T) {
	t.Parallel() // it waits for a lock
	s := newStore(t)
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has such locks")
	}
	facts, err := s.Facts(t.Context())
	if err != nil || !facts.OFDLocks {
		t.Fatalf("the locks are of the old kind: %+v, %v", facts, err)
	}
	blocked := 0
	err = s.View(t.Context(), func(v *View) error {
		if _, err := v.Newest(t.Context(), "revenue", ever, nil); err != nil { // holds the lock from here
			return err
		}
		if _, err := os.ReadFile(s.path); err != nil {
			return err
		}
		cmd := child(t, "lock", s.path)
		cmd.Stdin = nil
		if out, err := cmd.CombinedOutput(); err != nil {
			blocked++
			t.Logf("%s", out)
		}
		return nil
	})
	if err != nil || blocked != 1 {
		t.Errorf("the lock was dropped: blocked %d, %v", blocked, err)
	}
}

// A wall that was interrupted in its first second must not leave files behind.
func TestStore_LeavesNothingBesideTheFile(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	s.Close()
	if entries, err := os.ReadDir(filepath.Dir(s.path)); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestWrite_LetsNobodyWriteInBetween(t *testing.T) {
	s := newStore(t)
	const each = 20
	day := value(t, "revenue", "2026-11-21", 1)
	addOne := func(tx *Tx) error {
		v := day
		stood, err := tx.View().Newest(t.Context(), "revenue", kpi.Ever, nil)
		if err == nil && len(stood) > 0 {
			v.Number += stood[0].Number
		}
		if err == nil {
			_, err = tx.Put(t.Context(), v)
		}
		return err
	}
	var writers sync.WaitGroup
	for _, st := range []*Store{s, s, open(t, s.path)} {
		writers.Go(func() {
			for range each {
				if err := st.Write(t.Context(), "add one", addOne); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	if got := newest(t, s, "revenue"); got[0].Number != 3*each {
		t.Errorf("%d additions make %v", 3*each, got[0].Number)
	}
}
