package live

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// ward is a wall on a real store whose clock is the bubble's: an hour passes as
// soon as everybody waits.
type ward struct {
	t      *testing.T
	live   *Live
	folder string
	start  time.Time

	mu     sync.Mutex
	offset time.Duration // by which the clock is wrong
	board  *board.Board  // the last one
}

// morning is when the clock of a ward starts, on a Friday.
var morning = time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)

func (w *ward) now() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return morning.Add(time.Since(w.start) + w.offset)
}

func (w *ward) last() *board.Board {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.board
}

// newWard makes a wall with the value 42 of today in its store. It is not running.
func newWard(t *testing.T) *ward {
	t.Helper()
	w := &ward{t: t, folder: t.TempDir(), start: time.Now()}
	w.live = &Live{
		Config: filepath.Join(w.folder, "config.toml"), Store: filepath.Join(w.folder, "kpi.db"),
		Now: w.now, Log: slog.New(slog.DiscardHandler), Show: w.show,
	}
	if err := os.WriteFile(w.live.Config, []byte(goodConfig), 0o644); err != nil {
		t.Fatal(err)
	}
	w.create(w.live.Store, 42)
	return w
}

// run runs the wall until it is stopped, or the test ends.
func (w *ward) run() (stop func()) {
	ctx, cancel := context.WithCancel(w.t.Context())
	done := make(chan error, 1)
	go func() { done <- w.live.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			w.t.Error(err)
		}
	})
	w.t.Cleanup(stop)
	w.pass(time.Second)
	return stop
}

// again is a wall that is started later on the files of w.
func (w *ward) again() *ward {
	next := &ward{t: w.t, folder: w.folder, start: w.start, offset: w.offset}
	next.live = &Live{
		Config: w.live.Config, Store: w.live.Store, State: w.live.State,
		Now: next.now, Log: w.live.Log, Show: next.show,
	}
	return next
}

func (w *ward) show(b *board.Board) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.board = b
}

// create makes a store of one value.
func (w *ward) create(path string, number float64) {
	w.t.Helper()
	if err := store.Create(w.t.Context(), path); err != nil {
		w.t.Fatal(err)
	}
	if err := w.put(path, number); err != nil {
		w.t.Fatal(err)
	}
}

func (w *ward) put(path string, number float64) error {
	s, err := store.Open(w.t.Context(), path, store.Options{Now: w.now})
	if err != nil {
		return err
	}
	defer s.Close()
	_, err = s.Put(w.t.Context(), store.Value{KPI: "orders", Value: kpi.Value{At: kpi.At{Day: kpi.DateOf(w.now())}, Number: number}})
	return err
}

// pass lets time pass.
func (w *ward) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// troubles returns what the wall says is wrong.
func (w *ward) troubles() string {
	var all []string
	for _, f := range w.last().Findings {
		all = append(all, words.Wall(f, w.last().Now))
	}
	return strings.Join(all, " | ")
}

// shows checks the number and the trouble; an empty text wants none.
func (w *ward) shows(when string, number float64, trouble string) {
	w.t.Helper()
	r := w.last().Readings["orders"]
	if !r.Has || r.Number != number {
		w.t.Errorf("%s: the wall shows %q, want %v", when, r.Text, number)
	}
	if got := w.troubles(); !strings.Contains(got, trouble) || trouble == "" && got != "" {
		w.t.Errorf("%s: trouble %q, want %q", when, got, trouble)
	}
}

func (w *ward) do(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// overwrite writes into the file that is there.
func overwrite(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
