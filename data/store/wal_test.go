package store

import (
	"os"
	"testing"
)

// withLog is a store with a write-ahead log, and value 1 in it.
func withLog(t *testing.T) *Store {
	t.Helper()
	s := newStore(t)
	db := outside(t, s.path)
	execute(t, db, "PRAGMA journal_mode = WAL")
	db.Close() // within one process connections share a log, also a deleted one
	put(t, s, "revenue", "2026-11-21", 1)
	wantChanged(t, s, "a write", true)
	return s
}

func removeLog(t *testing.T, path string) {
	t.Helper()
	for _, side := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + side); err != nil {
			t.Fatal(err)
		}
	}
}

func TestStore_KeepsWhatIsInALogThatIsDeleted(t *testing.T) {
	s := withLog(t)
	removeLog(t, s.path)
	if _, err := s.Changed(t.Context()); err != nil {
		t.Fatal(err)
	}
	other := open(t, s.path)
	put(t, other, "revenue", "2026-11-22", 2)
	wantChanged(t, s, "a write of another process", true)
	other.Close()
	s.Close()
	if counts, err := open(t, s.path).KPIs(t.Context()); err != nil || counts["revenue"] != 2 {
		t.Errorf("left: %v, %v", counts, err)
	}
}

func TestStore_LetsOthersWriteWhereTheLogOfTheFileBeforeIsDeleted(t *testing.T) {
	s := withLog(t)
	if err := os.Rename(replacement(t, 2), s.path); err != nil {
		t.Fatal(err)
	}
	_, _ = s.Changed(t.Context()) // in between
	removeLog(t, s.path)
	_, _ = s.Changed(t.Context())
	execute(t, outside(t, s.path), "INSERT INTO observation(kpi, at, value) VALUES ('revenue', '2026-11-22', 3)")
	if got := newest(t, s, "revenue"); got[0].Number != 3 {
		t.Errorf("shows %v", got)
	}
}
