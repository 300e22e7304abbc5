package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// copied makes a copy of a store of one value, in the journal mode named, and
// returns its path. It is alone in its folder.
func copied(t *testing.T, journal string, number float64) string {
	t.Helper()
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", number)
	s.Close()
	db := outside(t, s.path)
	execute(t, db, "PRAGMA journal_mode = "+journal)
	db.Close()
	return s.path
}

func openAsCopy(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: ticking(), Copy: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// A copy made by Litestream has the write-ahead log's mark in its header. Opened
// as usual it gets a log and an index beside it, which are the next copy's then.
func TestCopy_IsReadWithoutAnythingBeingMadeBesideIt(t *testing.T) {
	for _, journal := range []string{"WAL", "DELETE"} {
		path := copied(t, journal, 1)
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := openAsCopy(t, path)
		for number := range 3 {
			if got := newest(t, s, "revenue"); len(got) != 1 || got[0].Number != float64(number+1) {
				t.Fatalf("%s: copy %d reads %v", journal, number, got)
			}
			if _, err := s.Changed(t.Context()); err != nil {
				t.Fatal(err)
			}
			if files := left(t, filepath.Dir(path)); !slices.Equal(files, []string{"kpi.db"}) {
				t.Errorf("%s: beside the copy there is %v", journal, files)
			}
			if err := os.Rename(copied(t, journal, float64(number+2)), path); err != nil {
				t.Fatal(err)
			}
			wantChanged(t, s, "a newer copy", true)
			wantChanged(t, s, "the same copy", false)
		}
		if now, err := os.ReadFile(path); err != nil || len(now) != len(before) {
			t.Errorf("%s: the copy was written: %d bytes, %v", journal, len(now), err)
		}
	}
}

func TestCopy_TakesNoValues(t *testing.T) {
	s := openAsCopy(t, copied(t, "WAL", 1))
	_, err := s.Put(t.Context(), value(t, "revenue", "2026-11-22", 2))
	wantKind(t, "put", err, Copied)
	wantKind(t, "beat", s.Beat(t.Context()), Copied)
	rows, err := s.History(t.Context(), "revenue", 0)
	if err != nil || len(rows) != 1 {
		t.Fatalf("history %v, %v", rows, err)
	}
	_, err = s.Undo(t.Context(), rows[0].ID, "")
	wantKind(t, "undo", err, Copied)
	_, err = load(t.Context(), s, from(value(t, "revenue", "2026-11-22", 2)))
	wantKind(t, "import", err, Copied)
}

// Without its journal a store may be half written.
func TestCopy_IsNoFileThatAProgramWrites(t *testing.T) {
	path := copied(t, "DELETE", 1)
	for _, side := range []string{"-journal", "-wal"} {
		if err := os.WriteFile(path+side, []byte("half of a transaction"), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := Open(t.Context(), path, Options{Now: ticking(), Copy: true})
		wantKind(t, side, err, Written)
		if err := os.WriteFile(path+side, nil, 0o644); err != nil { // an empty one says nothing
			t.Fatal(err)
		}
	}
	openAsCopy(t, path)
}

func TestCopy_WrittenInPlaceIsReadAnew(t *testing.T) {
	path := copied(t, "WAL", 1)
	s := openAsCopy(t, path)
	if got := newest(t, s, "revenue"); got[0].Number != 1 {
		t.Fatalf("at first %v", got)
	}
	overwrite := func() {
		next, err := os.ReadFile(copied(t, "WAL", 2))
		if err == nil {
			err = os.WriteFile(path, next, 0)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	overwrite()
	wantChanged(t, s, "written in place", true)
	if got := newest(t, s, "revenue"); got[0].Number != 2 {
		t.Errorf("afterwards %v", got)
	}
	err := s.View(t.Context(), func(v *View) error {
		_, err := v.Newest(t.Context(), "revenue", ever, nil)
		overwrite()
		return err
	})
	wantKind(t, "read meanwhile", err, Written)
}
