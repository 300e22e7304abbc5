package engine

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/doctor"
	"kpiwall/data/store"
	"kpiwall/data/watch"
)

// Both are below the slow polls that stand behind the watch. On a machine that does
// nothing else a value shows within a second and an edit within two.
const (
	valueWithin = 4 * time.Second
	editWithin  = 8 * time.Second
)

// watched is a wall that is told what happens to its files.
type watched struct {
	*office
	mu    sync.Mutex
	files []*watch.Files
}

// startWatched starts a wall with a store of a journal, each in a folder of its own,
// and waits until it is told what happens.
func startWatched(t *testing.T, journal string) *watched {
	t.Helper()
	dir := t.TempDir()
	w := &watched{office: &office{
		t: t, boards: make(chan *board.Board, 1000),
		config: filepath.Join(dir, "config", "config.toml"), store: filepath.Join(dir, "store", "kpi.db"),
	}}
	w.watch = func(ctx context.Context, paths ...string) config.Watch {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.files = append(w.files, watch.New(ctx, doctor.Local, paths...))
		return w.files[len(w.files)-1]
	}
	w.must(os.Mkdir(filepath.Dir(w.config), 0o700), os.Mkdir(filepath.Dir(w.store), 0o700))
	w.write(goodConfig)
	w.must(store.Create(t.Context(), w.store))
	w.sql("PRAGMA journal_mode = " + journal)
	w.run()
	w.await("a board", func(b *board.Board) bool { return !b.Read.IsZero() })
	w.awaitSight()
	return w
}

func (w *watched) must(errs ...error) {
	w.t.Helper()
	for _, err := range errs {
		if err != nil {
			w.t.Fatal(err)
		}
	}
}

// awaitSight waits until both watches see, and what they have told is over.
func (w *watched) awaitSight() {
	w.t.Helper()
	sees := func() bool {
		w.mu.Lock()
		defer w.mu.Unlock()
		return len(w.files) == 2 && w.files[0].Sees() && w.files[1].Sees()
	}
	for end := time.Now().Add(20 * time.Second); !sees(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			w.t.Skip("the system does not tell what happens in this folder")
		}
	}
	time.Sleep(2 * time.Second)
}

// sql is what another program does.
func (w *watched) sql(query string, args ...any) {
	w.t.Helper()
	db, err := sql.Open("sqlite", w.store)
	w.must(err)
	defer db.Close()
	_, err = db.Exec("PRAGMA busy_timeout = 5000")
	w.must(err)
	_, err = db.Exec(query, args...)
	w.must(err)
}

func (w *watched) insert(number int) {
	w.t.Helper()
	w.sql("INSERT INTO observation(kpi, at, value) VALUES ('orders', date('now'), ?)", number)
}

// within wants a board for which is says true.
func (w *watched) within(limit time.Duration, what string, is func(*board.Board) bool) {
	w.t.Helper()
	begin := time.Now()
	w.await(what, is)
	took := time.Since(begin)
	w.t.Logf("%s: after %v", what, took)
	if took > limit {
		w.t.Errorf("%s: shown after %v, want within %v", what, took, limit)
	}
}

func number(want int) func(*board.Board) bool {
	return func(b *board.Board) bool { return b.Readings["orders"].Number == float64(want) && len(b.Findings) == 0 }
}

func titled(want string) func(*board.Board) bool {
	return func(b *board.Board) bool { return b.Config.Title == want && len(b.Findings) == 0 }
}

func TestEngine_ShowsAtOnceWhatItIsToldOf(t *testing.T) {
	t.Parallel()
	for _, journal := range []string{"DELETE", "TRUNCATE", "PERSIST", "WAL"} {
		w := startWatched(t, journal)
		w.insert(7)
		w.within(valueWithin, "a value, "+journal, number(7))
		w.stop()
	}
}

func TestEngine_ShowsAtOnceAStoreWhoseFolderIsAnother(t *testing.T) {
	t.Parallel()
	w := startWatched(t, "DELETE")
	folder := filepath.Dir(w.store)
	w.must(os.Rename(folder, folder+".aside"))
	w.within(valueWithin, "that the folder is gone", trouble("store"))
	w.must(os.Mkdir(folder, 0o700), store.Create(t.Context(), w.store))
	w.insert(8)
	// It is tried again ever more seldom.
	w.within(valueWithin, "a value in a folder made again", number(8))
	w.awaitSight()
	w.insert(9)
	w.within(valueWithin, "another one there", number(9))
}

func TestEngine_ShowsSoonEveryWayToSaveAnEdit(t *testing.T) {
	t.Parallel()
	w := startWatched(t, "DELETE")
	edit := func(title string) []byte { return []byte(strings.Replace(goodConfig, "Office", title, 1)) }
	other := filepath.Join(t.TempDir(), "other.toml")
	for i, way := range []struct {
		name string
		save func(text []byte) error
	}{
		{"in place", func(text []byte) error { return os.WriteFile(w.config, text, 0o600) }},
		{"renamed over", func(text []byte) error {
			_ = os.WriteFile(w.config+"~", text, 0o600)
			return os.Rename(w.config+"~", w.config)
		}},
		{"moved aside and written", func(text []byte) error {
			_ = os.Rename(w.config, w.config+".bak")
			return os.WriteFile(w.config, text, 0o600)
		}},
		{"a link put in its place", func(text []byte) error {
			_ = os.WriteFile(other, text, 0o600)
			_ = os.Symlink(other, w.config+".new")
			return os.Rename(w.config+".new", w.config)
		}},
		{"behind the link", func(text []byte) error { return os.WriteFile(other, text, 0o600) }},
		{"renamed over behind the link", func(text []byte) error {
			_ = os.WriteFile(other+"~", text, 0o600)
			return os.Rename(other+"~", other)
		}},
		{"folder replaced", func(text []byte) error {
			folder := filepath.Dir(w.config)
			_ = os.Mkdir(folder+".new", 0o700)
			_ = os.WriteFile(filepath.Join(folder+".new", "config.toml"), text, 0o600)
			_ = os.Rename(folder, folder+".old")
			return os.Rename(folder+".new", folder)
		}},
		{"in place there", func(text []byte) error { return os.WriteFile(w.config, text, 0o600) }},
	} {
		title := fmt.Sprint("Edit ", i)
		w.must(way.save(edit(title)))
		w.within(editWithin, way.name, titled(title))
	}
}
