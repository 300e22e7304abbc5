package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func init() { children["hold"] = holdUntilStdinEnds }

// holdUntilStdinEnds has the lock of a store as a running wall does.
func holdUntilStdinEnds(path string) error {
	lock, err := TakeLock(path)
	fmt.Println("held", err)
	if err == nil {
		bufio.NewReader(os.Stdin).ReadString('\n')
		err = lock.Release()
	}
	return err
}

// holder holds the lock in another process until end is called.
func holder(t *testing.T, path string) (end func()) {
	t.Helper()
	cmd := child(t, "hold", path)
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, _ := bufio.NewReader(out).ReadString('\n'); line != "held <nil>\n" {
		t.Fatalf("the other process says %q", line)
	}
	return func() { in.Close(); cmd.Wait() }
}

func TestTakeLock_IsHadByOneAndEndsWithItsProcess(t *testing.T) {
	s := newStore(t)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(s.path, link); err != nil {
		t.Fatal(err)
	}
	end := holder(t, link) // the same store by another name
	if _, err := TakeLock(s.path); !errors.Is(err, ErrHeld) {
		t.Errorf("a second lock: %v", err)
	}
	if !Held(s.path) {
		t.Error("nobody is said to have it")
	}
	put(t, s, "revenue", "2026-11-21", 1) // the database itself stays free
	end()
	if Held(s.path) || Held(s.path+"x") {
		t.Error("a lock is left behind")
	}
	lock, err := TakeLock(s.path)
	if err != nil {
		t.Fatalf("the file that is left behind locks: %v", err)
	}
	if _, err := TakeLock(s.path); !errors.Is(err, ErrHeld) {
		t.Errorf("a second lock in one process: %v", err)
	}
	lock.Release()
	if lock, err = TakeLock(s.path); err != nil {
		t.Fatal(err)
	}
	lock.Release()
}

func TestTakeLock_WithoutAFolderSaysSo(t *testing.T) {
	if _, err := TakeLock(filepath.Join(t.TempDir(), "none", "kpi.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
