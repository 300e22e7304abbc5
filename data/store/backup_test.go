package store

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// contentOf returns every row of a store, superseded ones too.
func contentOf(t *testing.T, path string) string {
	t.Helper()
	rows, err := outside(t, path).Query("SELECT id || kpi || at || coalesce(value, '-') || recorded_at || superseded FROM observation ORDER BY id")
	lines, err := collect(rows, err, func(row scanner) (line string, err error) { return line, row.Scan(&line) })
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "\n")
}

// left returns the names in a folder.
func left(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestBackup_IsAWholeStoreWithItsHistory(t *testing.T) {
	for _, journal := range []string{"DELETE", "WAL"} {
		s := newStore(t)
		execute(t, outside(t, s.path), "PRAGMA journal_mode = "+journal)
		put(t, s, "revenue", "2026-11-21", 1)
		put(t, s, "revenue", "2026-11-21", 2)
		put(t, s, "orders", "2026-11-21", 3)
		to := filepath.Join(t.TempDir(), "new", "copy.db")
		c, err := Backup(t.Context(), s.path, to)
		if err != nil || c.Values != 2 || c.Path != to || c.Size == 0 {
			t.Fatalf("%s: %+v, %v", journal, c, err)
		}
		if got, want := contentOf(t, to), contentOf(t, s.path); got != want {
			t.Errorf("%s: the copy holds\n%s\nwant\n%s", journal, got, want)
		}
		b := open(t, to)
		put(t, b, "orders", "2026-11-22", 4) // indexes, trigger and numbers of rows go on
		intact(t, outside(t, to))
		if names := left(t, filepath.Dir(to)); len(names) != 1 {
			t.Errorf("%s: beside the backup there is %v", journal, names)
		}
	}
}

func TestBackup_IsOfOneMomentWhileOthersWrite(t *testing.T) {
	s := newStore(t)
	cmd := child(t, "write", s.path) // pairs of left and right
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	bufio.NewReader(out).ReadString('\n')
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
		}
	}()
	defer cmd.Wait()
	defer cmd.Process.Kill()
	for n := range 5 {
		to := BackupPath(s.path, noon.Add(time.Duration(n)*time.Second))
		_, err := Backup(t.Context(), s.path, to)
		for tries := 0; locked(err) && tries < 20; tries++ { // one who never stops writing may leave no room
			_, err = Backup(t.Context(), s.path, to)
		}
		if err != nil {
			t.Fatal(err)
		}
		counts, err := open(t, to).KPIs(t.Context())
		if err != nil || counts["left"] == 0 || counts["left"] != counts["right"] {
			t.Errorf("the backup has %v, %v", counts, err)
		}
	}
}

func locked(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Kind == Locked
}

func TestBackup_NeverTakesTheNameOfAnotherFile(t *testing.T) {
	s := newStore(t)
	to := filepath.Join(t.TempDir(), "copy.db")
	os.WriteFile(to, []byte("mine"), 0o644)
	_, err := Backup(t.Context(), s.path, to)
	wantKind(t, "an existing file", err, Exists)
	if text, _ := os.ReadFile(to); string(text) != "mine" {
		t.Errorf("the file holds %q", text)
	}
	_, err = Backup(t.Context(), s.path, s.path)
	wantKind(t, "the store itself", err, Exists)
}

func TestBackup_IsAsPrivateAsItsStore(t *testing.T) {
	s := newStore(t)
	if err := os.Chmod(s.path, 0o600); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "copy.db")
	if _, err := Backup(t.Context(), s.path, to); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(to); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestBackup_RefusesAndLeavesNothing(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "kpi.db")
	empty := filepath.Join(t.TempDir(), "kpi.db")
	createEmpty(t, empty)
	damaged := filepath.Join(t.TempDir(), "kpi.db")
	cutOff(t, damaged)
	for path, kind := range map[string]Kind{missing: Missing, empty: Empty, damaged: Damaged} {
		folder := t.TempDir()
		_, err := Backup(t.Context(), path, filepath.Join(folder, "copy.db"))
		wantKind(t, path, err, kind)
		if err != nil && !strings.Contains(err.Error(), path) {
			t.Errorf("%v does not name the store", err)
		}
		if names := left(t, folder); len(names) > 0 {
			t.Errorf("%s: left %v", path, names)
		}
	}
	s := newStore(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	folder := t.TempDir()
	if _, err := Backup(ctx, s.path, filepath.Join(folder, "copy.db")); err == nil || len(left(t, folder)) > 0 {
		t.Errorf("called off: %v, left %v", err, left(t, folder))
	}
}

func TestBackupPath_LiesBesideTheFileBehindALink(t *testing.T) {
	s := newStore(t)
	link := filepath.Join(t.TempDir(), "wall.db")
	if err := os.Symlink(s.path, link); err != nil {
		t.Fatal(err)
	}
	if got, want := BackupPath(link, noon), filepath.Join(filepath.Dir(s.path), "backups", "kpi-2026-11-21T120000.db"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
