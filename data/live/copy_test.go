package live

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// as returns the config of a store of that role.
func as(role string) []byte { return []byte(goodConfig + "[store]\nrole = \"" + role + "\"\n") }

// tvElsewhere is a wall on copies of the store of w, in a folder of its own.
func (w *ward) tvElsewhere() *ward {
	w.t.Helper()
	folder := w.t.TempDir()
	tv := w.again()
	tv.folder = folder
	tv.live.Config, tv.live.Store = filepath.Join(folder, "config.toml"), filepath.Join(folder, "kpi.db")
	w.do(os.WriteFile(tv.live.Config, as("copy"), 0o644))
	w.copyTo(tv)
	return tv
}

// copyTo puts a new copy of the store in the place of the last one, as the
// README's recipe does.
func (w *ward) copyTo(tv *ward) {
	w.t.Helper()
	next := filepath.Join(w.t.TempDir(), "next.db")
	_, err := store.Backup(w.t.Context(), w.live.Store, next)
	w.do(err)
	w.do(sqlite3(w.t, next, "PRAGMA journal_mode = WAL"))
	w.do(os.Rename(next, tv.live.Store))
}

// copying lets minutes pass in each of which a copy is made.
func (w *ward) copying(tv *ward, minutes int) {
	w.t.Helper()
	for range minutes {
		w.pass(time.Minute)
		w.copyTo(tv)
	}
	w.pass(time.Second)
}

func newSource(t *testing.T) *ward {
	t.Helper()
	w := newWard(t)
	w.do(os.WriteFile(w.live.Config, as("source"), 0o644))
	return w
}

func TestCopy_FollowsItsSourceAndTouchesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newSource(t)
		w.run()
		tv := w.tvElsewhere()
		tv.run()
		tv.shows("at the start", 42, "")
		for number := range 20 {
			w.do(w.put(w.live.Store, float64(number)))
			w.copying(tv, 1)
			tv.shows("copied", float64(number), "")
			if age := tv.now().Sub(tv.last().Copied); age < 0 || age > 2*time.Minute {
				t.Errorf("the copy counts as %v old", age)
			}
		}
		entries, err := os.ReadDir(tv.folder)
		tv.do(err)
		for _, e := range entries {
			if name := e.Name(); name != "config.toml" && name != "kpi.db" && name != "kpi.good.toml" {
				t.Errorf("the wall made %s beside the copy", name)
			}
		}
	})
}

// A weekend on which nothing is recorded is no trouble; one on which nothing
// comes through is, though the copy is made anew each minute.
func TestCopy_TellsAQuietSourceFromADeadOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newSource(t)
		stop := w.run()
		tv := w.tvElsewhere()
		tv.run()
		w.copying(tv, 30)
		tv.shows("after a quiet time", 42, "")
		stop()
		w.copying(tv, 9)
		tv.shows("soon after the source ended", 42, "")
		w.copying(tv, 3)
		tv.shows("when the source is long dead", 42, "copy of 09:30: nothing has come from its source since")
		w.run()
		w.copying(tv, 1)
		tv.shows("when it is back", 42, "")
		w.pass(12 * time.Minute)
		tv.shows("when no copy is made any more", 42, "copy of 09:4")
	})
}

func TestCopy_TakesNoValuesAtTheScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tv := newSource(t).tvElsewhere()
		tv.run()
		st, err := tv.live.OpenStore(t.Context())
		tv.do(err)
		defer st.Close()
		_, err = st.Put(t.Context(), store.Value{KPI: "orders", Value: kpi.Value{At: kpi.At{Day: kpi.DateOf(tv.now())}, Number: 7}})
		var own *store.Error
		if !errors.As(err, &own) || own.Kind != store.Copied {
			t.Errorf("a value was taken: %v", err)
		}
		if !tv.last().Config.Entry.Off {
			t.Error("the wall offers to enter values")
		}
	})
}

func TestCopy_OfAStoreThatNobodyLooksAfterIsNotTrusted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tv := newWard(t).tvElsewhere()
		tv.run()
		tv.shows("a copy without a beat", 42, "the age of this copy is unknown")
	})
}

func TestCopy_MissingAtTheStartShowsWhatWasLastRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newSource(t)
		w.run()
		tv := w.tvElsewhere()
		tv.live.State = filepath.Join(tv.folder, "state")
		w.copying(tv, 1)
		stop := tv.run()
		w.copying(tv, 1)
		stop()
		tv.do(os.WriteFile(tv.live.Store+".new", []byte(strings.Repeat("garbage!", 4096)), 0o644))
		tv.do(os.Rename(tv.live.Store+".new", tv.live.Store)) // a restore that failed half way
		next := tv.again()
		next.run()
		next.shows("started with a broken copy", 42, "; values of 09:02")
	})
}

// The wall need not be closed to become one, or to be one no more.
func TestCopy_FollowsTheConfig(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWard(t)
		w.run()
		w.pass(time.Minute)
		if !store.Held(w.live.Store) {
			t.Fatal("nobody looks after the store")
		}
		w.do(os.WriteFile(w.live.Config, as("copy"), 0o644))
		w.pass(2 * time.Minute)
		w.shows("as a copy", 42, "the age of this copy is unknown")
		if store.Held(w.live.Store) {
			t.Error("the wall looks after a copy")
		}
		w.do(os.WriteFile(w.live.Config, as("source"), 0o644))
		w.pass(2 * time.Minute)
		w.shows("as a source", 42, "")
		if !store.Held(w.live.Store) || len(w.backups()) != 1 {
			t.Errorf("nobody looks after the store again; backups %v", w.backups())
		}
	})
}
