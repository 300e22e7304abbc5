package config_test

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	. "kpiwall/data/config"
)

// told is a watch by hand.
type told struct {
	events chan struct{}

	mu    sync.Mutex
	sees  bool
	paths []string
}

func (w *told) Events() <-chan struct{} { return w.events }

func (w *told) Sees() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.sees
}

func (w *told) Set(paths ...string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.paths = slices.Clone(paths)
}

// followTold is follow with a watch that sees.
func followTold(t *testing.T, text string, steps func(*followed, *told)) {
	t.Helper()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		w := &told{events: make(chan struct{}, 1), sees: true}
		f := &followed{t, write(t, filepath.Join(dir, "config.toml"), text), make(chan string, 100)}
		cfg, err := Load(f.path)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		go Follow(ctx, f.path, cfg.Sum, poll, w, func(c *Config, err error) {
			if err != nil {
				f.calls <- err.Error()
				return
			}
			f.calls <- c.Title
		})
		f.wait(time.Second)
		steps(f, w)
		cancel()
		synctest.Wait()
	})
}

func TestFollow_TakesWhatItIsToldOfOnceItHasSettled(t *testing.T) {
	followTold(t, small, func(f *followed, w *told) {
		write(f.t, f.path, titled("Lantern"))
		w.events <- struct{}{}
		f.wait(poll - time.Millisecond)
		if len(f.calls) > 0 {
			f.t.Error("a version was taken that might be half of one")
		}
		f.expect("written and told of", "Lantern")

		write(f.t, f.path, small[:len(small)/2])
		for range 3 { // a slow writer, who says so all the time
			w.events <- struct{}{}
			f.wait(poll / 4)
		}
		write(f.t, f.path, titled("Rampart"))
		w.events <- struct{}{}
		f.expect("half a write in between", "Rampart")
	})
}

func TestFollow_LooksSeldomWhileItIsTold(t *testing.T) {
	followTold(t, small, func(f *followed, w *told) {
		write(f.t, f.path, titled("Lantern"))
		f.expect("nobody told")
		f.wait(10 * time.Second)
		f.expect("a slow poll", "Lantern")
		w.mu.Lock()
		w.sees = false
		w.mu.Unlock()
		w.events <- struct{}{}
		f.wait(10 * time.Second)
		write(f.t, f.path, titled("Rampart"))
		f.expect("nobody sees", "Rampart")
	})
}

func TestFollow_HasTheFilesWatchedThatTheConfigNames(t *testing.T) {
	followTold(t, small, func(f *followed, w *told) {
		dir := filepath.Dir(f.path)
		write(f.t, filepath.Join(dir, "own.toml"), "based_on = \"dark\"\n")
		write(f.t, f.path, "[screen]\ntheme = \"own.toml\"\n")
		w.events <- struct{}{}
		f.wait(2 * time.Second)
		w.mu.Lock()
		defer w.mu.Unlock()
		if want := []string{f.path, filepath.Join(dir, "own.toml")}; !slices.Equal(w.paths, want) {
			f.t.Errorf("watches %v, want %v", w.paths, want)
		}
	})
}
