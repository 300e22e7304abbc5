package engine

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
	"kpiwall/data/words"
)

// snapshotHarness is a harness that has saved its values, and has ended.
func snapshotHarness(t *testing.T) *harness {
	t.Helper()
	h := newHarness(t)
	h.engine.State = filepath.Join(h.folder, "state")
	stop := h.run()
	h.shows("at first", 42, "")
	stop()
	return h
}

// snapshotFiles returns the paths of what is saved.
func (h *harness) snapshotFiles() []string {
	paths, err := filepath.Glob(filepath.Join(h.folder, "state", "*"))
	h.do(err)
	return paths
}

func TestWall_StartedWithoutItsStoreShowsWhatWasLastRead(t *testing.T) {
	for name, f := range map[string]struct {
		cause   func(path string) error
		trouble string
	}{
		"missing":     {os.Remove, "store is missing: run kpiwall doctor; values as of 09:00"},
		"empty":       {func(path string) error { return overwrite(path, nil) }, "or remove it and run `kpiwall init`; values as of 09:00"},
		"garbage":     {func(path string) error { return overwrite(path, []byte(strings.Repeat("garbage!", 4096))) }, "put a backup there with `kpiwall restore FILE`; values as of 09:00"},
		"cut off":     {func(path string) error { return os.Truncate(path, 4096+100) }, "put a backup in its place: `kpiwall restore FILE`; values as of 09:00"},
		"folder gone": {func(path string) error { return os.Rename(filepath.Dir(path), filepath.Dir(path)+".aside") }, "store is missing: run kpiwall doctor; values as of 09:00"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := newHarness(t)
				h.engine.Store = filepath.Join(h.folder, "data", "kpi.db")
				h.do(os.Mkdir(filepath.Dir(h.engine.Store), 0o755))
				h.create(h.engine.Store, 42)
				h.engine.State = filepath.Join(h.folder, "state")
				stop := h.run()
				stop()
				h.do(f.cause(h.engine.Store))
				h.pass(10 * time.Minute)
				next := h.again()
				next.run()
				next.shows("started again", 42, f.trouble)
			})
		})
	}
}

// A number that was on target when it was kept is no verdict days later.
func TestWall_KeptValuesGrowOld(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := snapshotHarness(t)
		h.do(os.Remove(h.engine.Store))
		h.offset += 30 * time.Hour
		next := h.again()
		next.run()
		next.shows("the day after", 42, "values as of 09:00 yesterday, retrying")
		next.mu.Lock()
		next.offset += 72 * time.Hour
		next.mu.Unlock()
		next.pass(time.Minute)
		next.shows("four days after", 42, "values as of 2026-11-20 09:00, retrying")
		if got := next.last().Readings["orders"].Status; got != kpi.Overdue {
			t.Errorf("four days after it is %v, want overdue", got)
		}
		next.create(next.engine.Store, 7)
		next.pass(time.Minute)
		next.shows("with a store again", 7, "")
	})
}

func TestWall_NeverShowsTheValuesOfAnotherStore(t *testing.T) {
	lock := func(h *harness) error { return sqlite3(h.t, h.engine.Store, "PRAGMA user_version = 0") } // a store that cannot be read
	for name, change := range map[string]func(h, next *harness) error{
		"another file at the path": func(h, _ *harness) error {
			h.create(h.engine.Store+".new", 7)
			return errors.Join(os.Rename(h.engine.Store+".new", h.engine.Store), lock(h))
		},
		"another path": func(h, next *harness) error {
			next.engine.Store = filepath.Join(h.folder, "other.db")
			return nil
		},
		"another config": func(h, next *harness) error {
			next.engine.Config = filepath.Join(h.folder, "other.toml")
			return errors.Join(os.WriteFile(next.engine.Config, []byte(goodConfig), 0o644), os.Remove(h.engine.Store))
		},
		"a file of another path": func(h, next *harness) error {
			next.engine.Store = filepath.Join(h.folder, "other.db")
			return os.Rename(h.snapshotFiles()[0], next.engine.snapshotPath())
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := snapshotHarness(t)
				next := h.again()
				h.do(change(h, next))
				next.run()
				if r := next.last().Readings["orders"]; r.Has || next.troubles() == "" {
					t.Errorf("the wall shows %q with trouble %q, want nothing and a trouble", words.English().ReadingText(r), next.troubles())
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
				h := snapshotHarness(t)
				path := h.snapshotFiles()[0]
				text, err := os.ReadFile(path)
				h.do(err)
				h.do(os.WriteFile(path, spoil(text), 0o600))
				h.do(os.Remove(h.engine.Store))
				next := h.again()
				next.run()
				if r := next.last().Readings["orders"]; r.Has {
					t.Errorf("the wall shows %q", words.English().ReadingText(r))
				}
				next.create(next.engine.Store, 7)
				next.pass(time.Minute)
				next.shows("with a store", 7, "")
			})
		})
	}
}

// A memory card wears out by writes: a value a second must not become one.
func TestWall_KeepsItsValuesSeldom(t *testing.T) {
	h := newHarness(t)
	h.engine.State = filepath.Join(h.folder, "state")
	m := h.maintenance()
	writes, last := 0, ""
	minutes := func(n int, changing bool) {
		for range n {
			if changing {
				h.do(h.put(h.engine.Store, float64(n)+h.offset.Minutes()))
			}
			h.engine.board = boardOf(h)
			m.snapshots.save(false)
			if text, err := os.ReadFile(h.engine.snapshotPath()); err == nil && string(text) != last {
				writes, last = writes+1, string(text)
			}
			h.offset += time.Minute
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
	h.engine.board = boardOf(h)
	m.snapshots.save(true)
	if saved := h.engine.loadSnapshot(); saved == nil || !saved.Read.Equal(h.engine.board.Read) {
		t.Errorf("at the end the values of %v were kept as %+v", h.engine.board.Read, saved)
	}
}

// boardOf reads the store of w now.
func boardOf(h *harness) *board.Board {
	h.t.Helper()
	b, err := h.engine.Once(h.t.Context())
	h.do(err)
	return b
}

func TestWall_TellsOnceThatItsValuesAreNotKept(t *testing.T) {
	var log bytes.Buffer
	h := newHarness(t)
	h.engine.Log = slog.New(slog.NewTextHandler(&log, nil))
	h.engine.State = filepath.Join(h.folder, "state")
	h.do(os.WriteFile(h.engine.State, nil, 0o600)) // where the folder should be
	m := h.maintenance()
	for range 20 {
		h.engine.board = boardOf(h)
		m.snapshots.save(false)
		h.offset += 10 * time.Minute
	}
	if n := strings.Count(log.String(), "not kept"); n != 1 {
		t.Errorf("it was told %d times:\n%s", n, log.String())
	}
}

func TestWall_KeepsNoMadeUpValuesAndNoneOfThePast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		h.engine.State = filepath.Join(h.folder, "state")
		h.engine.AsOf = kpi.Date{Year: 2026, Month: time.November, Day: 20}
		stop := h.run()
		stop()
		if _, err := os.Stat(h.engine.State); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a board of the past was kept: %v", h.snapshotFiles())
		}
	})
	o := start(t, "", true)
	o.await("the demo", func(b *board.Board) bool { return b.Demo })
	o.stop()
	if _, err := os.Stat(o.running.State); err == nil {
		t.Error("made-up values were kept")
	}
}
