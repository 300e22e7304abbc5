package engine

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

// harness is a wall on a real store whose clock is the bubble's: an hour passes as
// soon as everybody waits.
type harness struct {
	t      *testing.T
	engine *Engine
	folder string
	start  time.Time

	mu     sync.Mutex
	offset time.Duration // by which the clock is wrong
	board  *board.Board  // the last one
}

// morning is when the clock of a harness starts, on a Friday.
var morning = time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)

func (h *harness) now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return morning.Add(time.Since(h.start) + h.offset)
}

func (h *harness) last() *board.Board {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.board
}

// newHarness makes a wall with the value 42 of today in its store. It is not running.
func newHarness(t *testing.T) *harness {
	t.Helper()
	h := &harness{t: t, folder: t.TempDir(), start: time.Now()}
	h.engine = &Engine{
		Config: filepath.Join(h.folder, "config.toml"), Store: filepath.Join(h.folder, "kpi.db"),
		Now: h.now, Log: slog.New(slog.DiscardHandler), Show: h.show,
	}
	if err := os.WriteFile(h.engine.Config, []byte(goodConfig), 0o644); err != nil {
		t.Fatal(err)
	}
	h.create(h.engine.Store, 42)
	return h
}

// run runs the wall until it is stopped, or the test ends.
func (h *harness) run() (stop func()) {
	ctx, cancel := context.WithCancel(h.t.Context())
	done := make(chan error, 1)
	go func() { done <- h.engine.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			h.t.Error(err)
		}
	})
	h.t.Cleanup(stop)
	h.pass(time.Second)
	return stop
}

// again is a wall that is started later on the files of w.
func (h *harness) again() *harness {
	next := &harness{t: h.t, folder: h.folder, start: h.start, offset: h.offset}
	next.engine = &Engine{
		Config: h.engine.Config, Store: h.engine.Store, State: h.engine.State,
		Now: next.now, Log: h.engine.Log, Show: next.show,
	}
	return next
}

func (h *harness) show(b *board.Board) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.board = b
}

// create makes a store of one value.
func (h *harness) create(path string, number float64) {
	h.t.Helper()
	if err := store.Create(h.t.Context(), path); err != nil {
		h.t.Fatal(err)
	}
	if err := h.put(path, number); err != nil {
		h.t.Fatal(err)
	}
}

func (h *harness) put(path string, number float64) error {
	s, err := store.Open(h.t.Context(), path, store.Options{Now: h.now})
	if err != nil {
		return err
	}
	defer s.Close()
	_, err = s.Put(h.t.Context(), store.Value{KPI: "orders", Value: kpi.Value{At: kpi.At{Day: kpi.DateOf(h.now())}, Number: number}})
	return err
}

// pass lets time pass.
func (h *harness) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// troubles returns what the wall says is wrong.
func (h *harness) troubles() string {
	var all []string
	for _, f := range h.last().Findings {
		all = append(all, words.English().Wall(f, h.last().Now))
	}
	return strings.Join(all, " | ")
}

// shows checks the number and the trouble; an empty text wants none.
func (h *harness) shows(when string, number float64, trouble string) {
	h.t.Helper()
	r := h.last().Readings["orders"]
	if !r.Has || r.Number != number {
		h.t.Errorf("%s: the wall shows %q, want %v", when, words.English().ReadingText(r), number)
	}
	if got := h.troubles(); !strings.Contains(got, trouble) || trouble == "" && got != "" {
		h.t.Errorf("%s: trouble %q, want %q", when, got, trouble)
	}
}

func (h *harness) do(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
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
