package engine

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
func (h *harness) tvElsewhere() *harness {
	h.t.Helper()
	folder := h.t.TempDir()
	tv := h.again()
	tv.folder = folder
	tv.engine.Config, tv.engine.Store = filepath.Join(folder, "config.toml"), filepath.Join(folder, "kpi.db")
	h.do(os.WriteFile(tv.engine.Config, as("copy"), 0o644))
	h.copyTo(tv)
	return tv
}

// copyTo puts a new copy of the store in the place of the last one, as the
// manual's recipe does.
func (h *harness) copyTo(tv *harness) {
	h.t.Helper()
	next := filepath.Join(h.t.TempDir(), "next.db")
	_, err := store.Backup(h.t.Context(), h.engine.Store, next)
	h.do(err)
	h.do(sqlite3(h.t, next, "PRAGMA journal_mode = WAL"))
	h.do(os.Rename(next, tv.engine.Store))
}

// copying lets minutes pass in each of which a copy is made.
func (h *harness) copying(tv *harness, minutes int) {
	h.t.Helper()
	for range minutes {
		h.pass(time.Minute)
		h.copyTo(tv)
	}
	h.pass(time.Second)
}

func newSource(t *testing.T) *harness {
	t.Helper()
	h := newHarness(t)
	h.do(os.WriteFile(h.engine.Config, as("source"), 0o644))
	return h
}

func TestCopy_FollowsItsSourceAndTouchesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newSource(t)
		h.run()
		tv := h.tvElsewhere()
		tv.run()
		tv.shows("at the start", 42, "")
		for number := range 20 {
			h.do(h.put(h.engine.Store, float64(number)))
			h.copying(tv, 1)
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
		h := newSource(t)
		stop := h.run()
		tv := h.tvElsewhere()
		tv.run()
		h.copying(tv, 30)
		tv.shows("after a quiet time", 42, "")
		stop()
		h.copying(tv, 9)
		tv.shows("soon after the source ended", 42, "")
		h.copying(tv, 3)
		tv.shows("when the source is long dead", 42, "copy as of 09:30: nothing has come from its source since")
		h.run()
		h.copying(tv, 1)
		tv.shows("when it is back", 42, "")
		h.pass(12 * time.Minute)
		tv.shows("when no copy is made any more", 42, "copy as of 09:4")
	})
}

func TestCopy_TakesNoValuesAtTheScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tv := newSource(t).tvElsewhere()
		tv.run()
		st, err := tv.engine.OpenStore(t.Context())
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
		tv := newHarness(t).tvElsewhere()
		tv.run()
		tv.shows("a copy without a beat", 42, "the age of this copy is unknown")
	})
}

func TestCopy_MissingAtTheStartShowsWhatWasLastRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newSource(t)
		h.run()
		tv := h.tvElsewhere()
		tv.engine.State = filepath.Join(tv.folder, "state")
		h.copying(tv, 1)
		stop := tv.run()
		h.copying(tv, 1)
		stop()
		tv.do(os.WriteFile(tv.engine.Store+".new", []byte(strings.Repeat("garbage!", 4096)), 0o644))
		tv.do(os.Rename(tv.engine.Store+".new", tv.engine.Store)) // a restore that failed half way
		next := tv.again()
		next.run()
		next.shows("started with a broken copy", 42, "; values as of 09:02")
	})
}

// The wall need not be closed to become one, or to be one no more.
func TestCopy_FollowsTheConfig(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		h.run()
		h.pass(time.Minute)
		if !store.Held(h.engine.Store) {
			t.Fatal("nobody looks after the store")
		}
		h.do(os.WriteFile(h.engine.Config, as("copy"), 0o644))
		h.pass(2 * time.Minute)
		h.shows("as a copy", 42, "the age of this copy is unknown")
		if store.Held(h.engine.Store) {
			t.Error("the wall looks after a copy")
		}
		h.do(os.WriteFile(h.engine.Config, as("source"), 0o644))
		h.pass(2 * time.Minute)
		h.shows("as a source", 42, "")
		if !store.Held(h.engine.Store) || len(h.backups()) != 1 {
			t.Errorf("nobody looks after the store again; backups %v", h.backups())
		}
	})
}
