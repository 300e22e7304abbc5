package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kpiwall/data/finding"
)

// pair makes a store of the value 2 and a backup of it from when it was 1.
func pair(t *testing.T, journal string) (s *Store, backup string) {
	t.Helper()
	s = newStore(t)
	execute(t, outside(t, s.path), "PRAGMA journal_mode = "+journal)
	put(t, s, "revenue", "2026-11-21", 1)
	backup = filepath.Join(t.TempDir(), "backup.db")
	if _, err := Backup(t.Context(), s.path, backup); err != nil {
		t.Fatal(err)
	}
	put(t, s, "revenue", "2026-11-21", 2)
	return s, backup
}

func number(t *testing.T, path string) float64 {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: ticking()})
	if err != nil {
		t.Error(err)
		return 0
	}
	defer s.Close()
	return newest(t, s, "revenue")[0].Number
}

func TestRestore_PutsTheBackupInPlaceAndKeepsWhatWasThere(t *testing.T) {
	for _, journal := range []string{"DELETE", "PERSIST", "WAL"} {
		s, backup := pair(t, journal)
		s.Close()
		os.Chmod(s.path, 0o640)
		r, err := Restore(t.Context(), backup, s.path, noon)
		if err != nil {
			t.Fatal(err)
		}
		if want := filepath.Join(filepath.Dir(s.path), "kpi-replaced-2026-11-21T120000.db"); r.Aside != want || r.Path != s.path || r.Values != 1 {
			t.Errorf("%s: %+v", journal, r)
		}
		if now, was := number(t, s.path), number(t, r.Aside); now != 1 || was != 2 {
			t.Errorf("%s: the store has %v and what was kept %v", journal, now, was)
		}
		if info, _ := os.Stat(s.path); info.Mode().Perm() != 0o640 {
			t.Errorf("%s: mode %v", journal, info.Mode())
		}
		if number(t, backup) != 1 {
			t.Error("the backup is gone")
		}
		put(t, open(t, s.path), "revenue", "2026-11-22", 3)
		_, err = Restore(t.Context(), backup, s.path, noon)
		wantKind(t, "the name of what is kept is taken", err, Exists)
	}
}

func TestRestore_MakesAStoreWhereThereIsNone(t *testing.T) {
	_, backup := pair(t, "DELETE")
	path := filepath.Join(t.TempDir(), "new", "kpi.db")
	r, err := Restore(t.Context(), backup, path, noon)
	if err != nil || r.Aside != "" || number(t, path) != 1 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestRestore_GoesToTheFileBehindALink(t *testing.T) {
	s, backup := pair(t, "DELETE")
	s.Close()
	link := filepath.Join(t.TempDir(), "wall.db")
	if err := os.Symlink(s.path, link); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), backup, link, noon); err != nil || number(t, s.path) != 1 {
		t.Errorf("the file behind the link has %v, %v", number(t, s.path), err)
	}
}

func TestRestore_RefusesAndChangesNothing(t *testing.T) {
	s, backup := pair(t, "DELETE")
	s.Close()
	text := filepath.Join(t.TempDir(), "values.csv")
	os.WriteFile(text, []byte("kpi,at,value\n"), 0o644)
	cut := filepath.Join(t.TempDir(), "cut.db")
	cutOff(t, cut)
	newer := filepath.Join(t.TempDir(), "newer.db")
	if err := Create(t.Context(), newer); err != nil {
		t.Fatal(err)
	}
	execute(t, outside(t, newer), "PRAGMA user_version = 3")
	for _, c := range []struct {
		backup string
		kind   Kind
	}{
		{filepath.Join(t.TempDir(), "none.db"), Missing},
		{t.TempDir(), Directory},
		{createEmpty(t, filepath.Join(t.TempDir(), "empty.db")), Empty},
		{text, Foreign},
		{cut, Damaged},
		{newer, Newer},
	} {
		_, err := Restore(t.Context(), c.backup, s.path, noon)
		wantKind(t, c.backup, err, c.kind)
	}
	if _, err := Restore(t.Context(), s.path, s.path, noon); err == nil {
		t.Error("a store was restored from itself")
	}
	end := holder(t, s.path)
	if _, err := Restore(t.Context(), backup, s.path, noon); !errors.Is(err, ErrHeld) || finding.Of(err)[0].Code != "restore.shown" {
		t.Errorf("while a wall runs: %v", err)
	}
	end()
	if names := fmt.Sprint(left(t, filepath.Dir(s.path))); names != "[kpi.db kpi.db.lock]" || number(t, s.path) != 2 {
		t.Errorf("beside the store there is %v; it has %v", names, number(t, s.path))
	}
}

// A program in the middle of its writing would leave its journal to the new
// file. One that has merely a write-ahead log open would write to it.
func TestRestore_RefusesWhileAnotherProgramWrites(t *testing.T) {
	t.Parallel() // it waits for a lock
	s, backup := pair(t, "DELETE")
	cmd := child(t, "lock", s.path)
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	bufio.NewReader(out).ReadString('\n')
	_, err := Restore(t.Context(), backup, s.path, noon)
	wantKind(t, "a writer", err, Locked)
	in.Close()
	cmd.Wait()
	if number(t, s.path) != 2 {
		t.Error("the store was replaced all the same")
	}
}

func TestRestore_RefusesWhileAWriteAheadLogIsOpen(t *testing.T) {
	t.Parallel() // it waits for a lock
	s, backup := pair(t, "WAL")
	_, err := Restore(t.Context(), backup, s.path, noon)
	wantKind(t, "an open log", err, Locked)
	if number(t, s.path) != 2 {
		t.Error("the store was replaced all the same")
	}
}

// Its uncommitted half must not come back, neither in the new file nor in what
// is kept.
func TestRestore_RollsBackAJournalThatWasLeftBehind(t *testing.T) {
	s, backup := pair(t, "DELETE")
	s.Close()
	killedImport(t, s.path)
	if _, err := os.Stat(s.path + "-journal"); err != nil {
		t.Fatal(err)
	}
	r, err := Restore(t.Context(), backup, s.path, noon)
	if err != nil || number(t, s.path) != 1 || number(t, r.Aside) != 2 {
		t.Errorf("%+v, %v", r, err)
	}
	intact(t, outside(t, s.path))
	intact(t, outside(t, r.Aside))
}

func killedImport(t *testing.T, path string) {
	t.Helper()
	cmd := child(t, "import", path)
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	bufio.NewReader(out).ReadString('\n')
	cmd.Process.Kill()
	cmd.Wait()
}

// What is too broken to be opened is kept with its side files, and those of
// another file are not played back into the new one.
func TestRestore_ReplacesWhatCannotBeOpened(t *testing.T) {
	for _, name := range []string{"garbage", "empty", "missing", "overwritten"} {
		s, backup := pair(t, "DELETE")
		s.Close()
		killedImport(t, s.path)
		switch name {
		case "garbage":
			os.WriteFile(s.path, []byte(strings.Repeat("garbage!", 4096)), 0o644)
		case "empty":
			os.Truncate(s.path, 0)
		case "missing":
			os.Remove(s.path)
		case "overwritten":
			f, _ := os.OpenFile(s.path, os.O_RDWR, 0)
			f.WriteAt(make([]byte, 4096), 0)
			f.Close()
			os.WriteFile(s.path+"-journal", []byte("no journal at all"), 0o644)
		}
		r, err := Restore(t.Context(), backup, s.path, noon)
		if err != nil || number(t, s.path) != 1 {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		for _, side := range sides {
			if _, err := os.Stat(s.path + side); err == nil {
				t.Errorf("%s: %s is left", name, side)
			}
		}
		if (r.Aside == "") != (name == "missing") {
			t.Errorf("%s: kept %q", name, r.Aside)
		}
		intact(t, outside(t, s.path))
	}
}

// The plug is pulled after each step in turn.
func TestRestore_InterruptedLeavesAWholeStoreOrNone(t *testing.T) {
	for _, journal := range []string{"DELETE", "WAL"} {
		for _, broken := range []bool{false, true} {
			for n := range 5 {
				s, backup := pair(t, journal)
				s.Close()
				if broken {
					os.WriteFile(s.path, []byte(strings.Repeat("garbage!", 4096)), 0o644)
					os.WriteFile(s.path+"-journal", []byte("a journal"), 0o644)
				}
				interrupted(t, backup, s.path, n)
				name := fmt.Sprintf("%s, broken %v, after %d steps", journal, broken, n)
				_, err := os.Stat(s.path)
				switch want := 2.0; {
				case broken && n == 0:
				case errors.Is(err, os.ErrNotExist):
					if !broken {
						t.Errorf("%s: the store is gone", name)
					}
				default:
					if n >= 3 {
						want = 1
					}
					if got := number(t, s.path); got != want {
						t.Errorf("%s: the store has %v, want %v", name, got, want)
					}
				}
				if _, err := Restore(t.Context(), backup, s.path, noon.AddDate(0, 0, 1)); err != nil || number(t, s.path) != 1 {
					t.Errorf("%s: restoring again: %v", name, err)
				}
			}
		}
	}
}

// interrupted does the first n steps of a restore.
func interrupted(t *testing.T, backup, path string, n int) {
	t.Helper()
	c, err := copyInto(t.Context(), "restore", backup, filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	held, err := hold(t.Context(), "restore", path)
	if err != nil {
		t.Fatal(err)
	}
	if held != nil {
		// A pulled plug drops locks without tidying up: what the file is at
		// that moment is looked at only when it is closed.
		defer held.Close()
	}
	s := swap{draft: c.Path, path: path, aside: filepath.Join(filepath.Dir(path), "kept.db"), settled: held != nil}
	if err := s.prepare("restore"); err != nil {
		t.Fatal(err)
	}
	for _, step := range s.steps()[:min(n, len(s.steps()))] {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
}
