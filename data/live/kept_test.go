package live

import (
	"bytes"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// keptWard is a ward that has kept its values, and has ended.
func keptWard(t *testing.T) *ward {
	t.Helper()
	w := newWard(t)
	w.live.State = filepath.Join(w.folder, "state")
	stop := w.run()
	w.shows("at first", 42, "")
	stop()
	return w
}

// keptFiles returns the paths of what is kept.
func (w *ward) keptFiles() []string {
	paths, err := filepath.Glob(filepath.Join(w.folder, "state", "*"))
	w.do(err)
	return paths
}

func TestWall_StartedWithoutItsStoreShowsWhatWasLastRead(t *testing.T) {
	for name, f := range map[string]struct {
		cause   func(path string) error
		trouble string
	}{
		"missing":     {os.Remove, "store is missing: ask kpiwall doctor; values of 09:00"},
		"empty":       {func(path string) error { return overwrite(path, nil) }, "or remove it and run `kpiwall init`; values of 09:00"},
		"garbage":     {func(path string) error { return overwrite(path, []byte(strings.Repeat("garbage!", 4096))) }, "put a backup there with `kpiwall restore FILE`; values of 09:00"},
		"cut off":     {func(path string) error { return os.Truncate(path, 4096+100) }, "put a backup in its place: `kpiwall restore FILE`; values of 09:00"},
		"folder gone": {func(path string) error { return os.Rename(filepath.Dir(path), filepath.Dir(path)+".aside") }, "store is missing: ask kpiwall doctor; values of 09:00"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWard(t)
				w.live.Store = filepath.Join(w.folder, "data", "kpi.db")
				w.do(os.Mkdir(filepath.Dir(w.live.Store), 0o755))
				w.create(w.live.Store, 42)
				w.live.State = filepath.Join(w.folder, "state")
				stop := w.run()
				stop()
				w.do(f.cause(w.live.Store))
				w.pass(10 * time.Minute)
				next := w.again()
				next.run()
				next.shows("started again", 42, f.trouble)
			})
		})
	}
}

// A number that was on target when it was kept is no verdict days later.
func TestWall_KeptValuesGrowOld(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := keptWard(t)
		w.do(os.Remove(w.live.Store))
		w.offset += 30 * time.Hour
		next := w.again()
		next.run()
		next.shows("the day after", 42, "values of 09:00 yesterday, retrying")
		next.mu.Lock()
		next.offset += 72 * time.Hour
		next.mu.Unlock()
		next.pass(time.Minute)
		next.shows("four days after", 42, "values of 2026-11-20 09:00, retrying")
		if got := next.last().Readings["orders"].Status; got != kpi.Overdue {
			t.Errorf("four days after it is %v, want overdue", got)
		}
		next.create(next.live.Store, 7)
		next.pass(time.Minute)
		next.shows("with a store again", 7, "")
	})
}

func TestWall_NeverShowsTheValuesOfAnotherStore(t *testing.T) {
	lock := func(w *ward) error { return sqlite3(w.t, w.live.Store, "PRAGMA user_version = 0") } // a store that cannot be read
	for name, change := range map[string]func(w, next *ward) error{
		"another file at the path": func(w, _ *ward) error {
			w.create(w.live.Store+".new", 7)
			return errors.Join(os.Rename(w.live.Store+".new", w.live.Store), lock(w))
		},
		"another path": func(w, next *ward) error {
			next.live.Store = filepath.Join(w.folder, "other.db")
			return nil
		},
		"another config": func(w, next *ward) error {
			next.live.Config = filepath.Join(w.folder, "other.toml")
			return errors.Join(os.WriteFile(next.live.Config, []byte(goodConfig), 0o644), os.Remove(w.live.Store))
		},
		"a file of another path": func(w, next *ward) error {
			next.live.Store = filepath.Join(w.folder, "other.db")
			return os.Rename(w.keptFiles()[0], next.live.keptPath())
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := keptWard(t)
				next := w.again()
				w.do(change(w, next))
				next.run()
				if r := next.last().Readings["orders"]; r.Has || next.troubles() == "" {
					t.Errorf("the wall shows %q with trouble %q, want nothing and a trouble", r.Text, next.troubles())
				}
			})
		})
	}
}

func TestWall_DoesWithoutKeptValuesThatCannotBeUsed(t *testing.T) {
	for name, spoil := range map[string]func(text []byte) []byte{
		"cut off":            func(text []byte) []byte { return text[:len(text)/2] },
		"empty":              func([]byte) []byte { return nil },
		"a digit flipped":    func(text []byte) []byte { return bytes.Replace(text, []byte(`"number":42`), []byte(`"number":43`), 1) },
		"of another version": func(text []byte) []byte { return bytes.Replace(text, []byte(`"version":1`), []byte(`"version":2`), 1) },
		"something else":     func([]byte) []byte { return []byte(`{"version":1}`) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := keptWard(t)
				path := w.keptFiles()[0]
				text, err := os.ReadFile(path)
				w.do(err)
				w.do(os.WriteFile(path, spoil(text), 0o600))
				w.do(os.Remove(w.live.Store))
				next := w.again()
				next.run()
				if r := next.last().Readings["orders"]; r.Has {
					t.Errorf("the wall shows %q", r.Text)
				}
				next.create(next.live.Store, 7)
				next.pass(time.Minute)
				next.shows("with a store", 7, "")
			})
		})
	}
}

// A memory card wears out by writes: a value a second must not become one.
func TestWall_KeepsItsValuesSeldom(t *testing.T) {
	w := newWard(t)
	w.live.State = filepath.Join(w.folder, "state")
	c := w.carer()
	writes, last := 0, ""
	minutes := func(n int, changing bool) {
		for range n {
			if changing {
				w.do(w.put(w.live.Store, float64(n)+w.offset.Minutes()))
			}
			w.live.board = boardOf(w)
			c.kept.look(false)
			if text, err := os.ReadFile(w.live.keptPath()); err == nil && string(text) != last {
				writes, last = writes+1, string(text)
			}
			w.offset += time.Minute
		}
	}
	minutes(40, true)
	if writes != 8 {
		t.Errorf("values that changed for forty minutes were written %d times, want every five minutes", writes)
	}
	writes = 0
	minutes(5*60, false)
	if writes < 4 || writes > 6 {
		t.Errorf("values that stood for five hours were written %d times, want once an hour", writes)
	}
	w.live.board = boardOf(w)
	c.kept.look(true)
	if kept := w.live.loadKept(); kept == nil || !kept.Read.Equal(w.live.board.Read) {
		t.Errorf("at the end the values of %v were kept as %+v", w.live.board.Read, kept)
	}
}

// boardOf reads the store of w now.
func boardOf(w *ward) *board.Board {
	w.t.Helper()
	b, err := w.live.Once(w.t.Context())
	w.do(err)
	return b
}

func TestWall_TellsOnceThatItsValuesAreNotKept(t *testing.T) {
	var log bytes.Buffer
	w := newWard(t)
	w.live.Log = slog.New(slog.NewTextHandler(&log, nil))
	w.live.State = filepath.Join(w.folder, "state")
	w.do(os.WriteFile(w.live.State, nil, 0o600)) // where the folder should be
	c := w.carer()
	for range 20 {
		w.live.board = boardOf(w)
		c.kept.look(false)
		w.offset += 10 * time.Minute
	}
	if n := strings.Count(log.String(), "not kept"); n != 1 {
		t.Errorf("it was told %d times:\n%s", n, log.String())
	}
}

func TestWall_KeepsNoMadeUpValuesAndNoneOfThePast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWard(t)
		w.live.State = filepath.Join(w.folder, "state")
		w.live.AsOf = kpi.Date{Year: 2026, Month: time.November, Day: 20}
		stop := w.run()
		stop()
		if _, err := os.Stat(w.live.State); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a board of the past was kept: %v", w.keptFiles())
		}
	})
	o := start(t, "", true)
	o.await("the demo", func(b *board.Board) bool { return b.Demo })
	o.stop()
	if _, err := os.Stat(o.running.State); err == nil {
		t.Error("made-up values were kept")
	}
}
