package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// openAlone opens the file at path for itself alone, as a virus scanner or a copying
// program does.
func openAlone(t *testing.T, path string) (end func()) {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := windows.CreateFile(name, windows.GENERIC_READ, 0, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() { windows.CloseHandle(h) }
}

func wantLocked(t *testing.T, what string, err error) {
	t.Helper()
	var own *Error
	if !errors.As(err, &own) || own.Kind != Locked {
		t.Errorf("%s: got %v, want that another program has it", what, err)
	}
}

func TestOpen_SaysThatAnotherProgramHasTheStoreForItself(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Büro Süd", "kpi.db")
	if err := Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	end := openAlone(t, path)
	_, err := Open(context.Background(), path, Options{Now: time.Now})
	wantLocked(t, "opening", err)
	end()
	s, err := Open(context.Background(), path, Options{Now: time.Now})
	if err != nil {
		t.Fatalf("it does not pass by itself: %v", err)
	}
	s.Close()
}

func TestRestore_ReplacesAStoreThatNobodyHasOpenAndNoOther(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "kpi.db"), filepath.Join(folder, "backup.db")
	for _, p := range []string{path, backup} {
		if err := Create(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	before, err := FileID(path)
	if err != nil || before == "" {
		t.Fatalf("the store has the number %q, %v", before, err)
	}
	viewer, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Restore(t.Context(), backup, path, time.Now())
	wantLocked(t, "restoring", err)
	if now, _ := FileID(path); now != before {
		t.Error("the store is another one after a restore that was refused")
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*replaced*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	viewer.Close()
	r, err := Restore(t.Context(), backup, path, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if now, _ := FileID(path); now == before {
		t.Error("the store is the one of before")
	}
	if aside, _ := FileID(r.Aside); aside != before {
		t.Errorf("the one of before is not kept as %s", r.Aside)
	}
}

// A journal that is removed might come back with a pulled plug.
func TestPut_LeavesAJournalOfNoLength(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	info, err := os.Stat(s.path + "-journal")
	if err != nil || info.Size() != 0 {
		t.Errorf("the journal is %v, %v", info, err)
	}
}

func TestTakeLock_IsHadByOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.db")
	lock, err := TakeLock(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := TakeLock(path); !errors.Is(err, ErrHeld) || !Held(path) {
		t.Errorf("a second lock: %v", err)
	}
	if err := lock.Release(); err != nil || Held(path) {
		t.Errorf("a lock is left behind: %v", err)
	}
}
