package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func wantChanged(t *testing.T, s *Store, what string, want bool) {
	t.Helper()
	got, err := s.Changed(t.Context())
	if err != nil || got != want {
		t.Errorf("after %s: Changed = %v, %v; want %v", what, got, err, want)
	}
}

func TestChanged_SeesEveryWriteOnce(t *testing.T) {
	for _, journal := range []string{"DELETE", "WAL"} {
		s := newStore(t)
		other := outside(t, s.path)
		execute(t, other, "PRAGMA journal_mode = "+journal)
		s.Changed(t.Context())
		wantChanged(t, s, "nothing", false)
		v := put(t, s, "revenue", "2026-11-21", 1)
		wantChanged(t, s, "an own write", true)
		wantChanged(t, s, "an own write, asked again", false)
		newest(t, s, "revenue")
		wantChanged(t, s, "reading", false)
		execute(t, other, "INSERT INTO observation(kpi, at, value) VALUES ('revenue', '2026-11-22', 1)")
		wantChanged(t, s, "a foreign write", true)
		wantChanged(t, s, "a foreign write, asked again", false)
		put(t, s, "revenue", "2026-11-21", 1)
		wantChanged(t, s, "hearing the same again", true)
		s.Undo(t.Context(), v.ID, "")
		load(t.Context(), s, from(value(t, "a", "2026-11-21", 1)))
		wantChanged(t, s, "an undo and an import", true)
		s.Put(t.Context(), Value{KPI: "Not An ID"})
		s.Undo(t.Context(), 99, "")
		wantChanged(t, s, "refused writes", false)
	}
}

func TestChanged_SeesWhatWasWrittenSinceOpen(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	wantChanged(t, s, "a write before the first call", true)
}

func TestStore_SaysThatTheFileIsGoneAndRecovers(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	wantChanged(t, s, "a write", true)
	aside := s.path + ".aside"
	os.Rename(s.path, aside)
	_, err := s.Changed(t.Context())
	wantKind(t, "Changed", err, Missing)
	wantKind(t, "View", s.View(t.Context(), func(*View) error { return nil }), Missing)
	_, err = s.Put(t.Context(), value(t, "revenue", "2026-11-22", 1))
	wantKind(t, "Put", err, Missing)
	if _, err := os.Stat(s.path); err == nil {
		t.Error("a new file was made")
	}
	os.WriteFile(s.path, nil, 0o644)
	_, err = s.Changed(t.Context())
	wantKind(t, "an empty file in its place", err, Empty)
	os.Rename(aside, s.path)
	wantChanged(t, s, "its return", false)
	put(t, s, "revenue", "2026-11-22", 2)
	wantChanged(t, s, "a write", true)
}

// cp writes into the file that is there: the same inode, other content.
func TestChanged_SeesAFileOverwrittenInPlace(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	newest(t, s, "revenue")
	overwrite := func(with string) {
		t.Helper()
		content, err := os.ReadFile(with)
		if err == nil {
			err = os.WriteFile(s.path, content, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	content, _ := os.ReadFile(s.path)
	os.WriteFile(backup, content, 0o644)
	foreign := filepath.Join(t.TempDir(), "foreign.db")
	execute(t, outside(t, createEmpty(t, foreign)), "CREATE TABLE t(x); INSERT INTO t VALUES (1)")

	overwrite(foreign)
	_, err := s.Changed(t.Context())
	wantKind(t, "a foreign database", err, Foreign)
	_, err = s.Changed(t.Context())
	wantKind(t, "a foreign database, asked again", err, Foreign)
	os.WriteFile(s.path, []byte("kpi,at,value\n1,2,3\nand so on, for more than a header of one hundred bytes, which is what SQLite reads first of all"), 0o644)
	if changed, err := s.Changed(t.Context()); err == nil {
		t.Errorf("a CSV file: Changed = %v without an error", changed)
	}
	if err := s.View(t.Context(), func(v *View) error { _, err := v.Newest(t.Context(), "revenue", ever, nil); return err }); err == nil {
		t.Error("a CSV file was read")
	}
	overwrite(backup)
	s.Changed(t.Context()) // heals at the latest with the second look
	if _, err := s.Changed(t.Context()); err != nil {
		t.Errorf("after the backup came back: %v", err)
	}
	if got := newest(t, s, "revenue"); len(got) != 1 || got[0].Number != 1 {
		t.Errorf("after the backup came back: %v", got)
	}
}

func createEmpty(t *testing.T, path string) string {
	t.Helper()
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// Somebody tidies up and deletes the log under the connections that use it: new
// ones would fail for as long as the old ones live.
func TestStore_HealsWhenItsLogIsDeleted(t *testing.T) {
	s := newStore(t)
	other := outside(t, s.path)
	execute(t, other, "PRAGMA journal_mode = WAL")
	other.Close()
	put(t, s, "revenue", "2026-11-21", 1)
	s.Changed(t.Context())
	if err := os.Remove(s.path + "-wal"); err != nil {
		t.Fatal(err)
	}
	s.current.reader.SetMaxIdleConns(0) // so that reading takes a new connection
	if got := newest(t, s, "revenue"); len(got) != 1 || got[0].Number != 1 {
		t.Errorf("shows %v", got)
	}
}

func TestStore_OutlivesAContextThatEnds(t *testing.T) {
	s := filled(t, filepath.Join(t.TempDir(), "kpi.db"), 20_000)
	put(t, s, "revenue", "2026-11-21", 1)
	for round := range 30 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(round)*100*time.Microsecond)
		s.View(ctx, func(v *View) error {
			_, err := v.Series(ctx, "kpi_01", dayBounds(400, 0), Pick{})
			return err
		})
		s.KPIs(ctx)
		s.Changed(ctx)
		s.Put(ctx, value(t, "revenue", "2026-11-22", float64(round)))
		cancel()
	}
	if _, err := s.Changed(t.Context()); err != nil {
		t.Error(err)
	}
	if got := newest(t, s, "revenue"); len(got) == 0 {
		t.Error("nothing is read any more")
	}
	put(t, s, "revenue", "2026-11-23", 1)
	wantChanged(t, s, "a write", true)

	ended, cancel := context.WithCancel(t.Context())
	cancel()
	err := s.View(ended, func(*View) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a view that was called off = %v", err)
	}
}

func TestStore_IsClosedOnce(t *testing.T) {
	s := newStore(t)
	err := s.View(t.Context(), func(v *View) error {
		s.Close()
		s.Close()
		_, err := v.Newest(t.Context(), "revenue", ever, nil) // what has begun may end
		return err
	})
	if err != nil {
		t.Error(err)
	}
	_, err = s.Put(t.Context(), value(t, "revenue", "2026-11-21", 1))
	if _, changed := s.Changed(t.Context()); !errors.Is(err, fs.ErrClosed) || !errors.Is(changed, fs.ErrClosed) {
		t.Errorf("a closed store: put %v, changed %v", err, changed)
	}
}

// A copy that was broken off, or a repair of the disk, takes away the end of
// the file. What SQLite has read before must not be taken for what is there.
func TestChanged_SeesThatTheFileWasCutOff(t *testing.T) {
	s := filled(t, filepath.Join(t.TempDir(), "kpi.db"), 2000)
	wantChanged(t, s, "an import", true)
	newest(t, s, "kpi_01")
	whole, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(s.path, int64(len(whole)/2)); err != nil {
		t.Fatal(err)
	}
	_, err = s.Changed(t.Context())
	wantKind(t, "Changed", err, Damaged)
	wantKind(t, "View", s.View(t.Context(), func(v *View) error {
		_, err := v.Series(t.Context(), "kpi_01", dayBounds(400, 0), Pick{})
		return err
	}), Damaged)
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err == nil {
		_, err = f.WriteAt(whole, 0)
		f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Changed(t.Context()); err != nil {
		t.Errorf("after it is whole again: %v", err)
	}
	if got := newest(t, s, "kpi_01"); len(got) != 1 {
		t.Errorf("after it is whole again: %v", got)
	}
}
