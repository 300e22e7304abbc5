package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

func init() { children["show"] = showReadOnly }

// showReadOnly prints the newest value of "revenue", and what a write says.
func showReadOnly(path string) error {
	ctx := context.Background()
	s, err := Open(ctx, path, Options{Now: time.Now})
	if err != nil {
		return kindText("open", err)
	}
	err = s.View(ctx, func(v *View) error {
		values, err := v.Newest(ctx, "revenue", ever, nil)
		for _, v := range values {
			fmt.Println("newest", v.Number)
		}
		return err
	})
	if err != nil {
		return kindText("view", err)
	}
	if _, err := s.Changed(ctx); err != nil {
		return kindText("changed", err)
	}
	_, err = s.Put(ctx, Value{KPI: "revenue", Value: kpi.Value{At: days(0)}})
	return kindText("put", err)
}

func kindText(what string, err error) error {
	var e *Error
	if errors.As(err, &e) {
		return fmt.Errorf("%s: kind %d code %d", what, e.Kind, e.Code)
	}
	return fmt.Errorf("%s: %w", what, err)
}

// asNobody runs the show as a user who owns nothing, on a copy of the binary
// that such a user may run.
func asNobody(t *testing.T, path string) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("needs root, to become somebody else")
	}
	for folder := filepath.Dir(path); folder != os.TempDir() && folder != "/"; folder = filepath.Dir(folder) {
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd := child(t, "show", path)
	binary, err := os.ReadFile(cmd.Path)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Path = filepath.Join(filepath.Dir(path), "show")
	if err := os.WriteFile(cmd.Path, binary, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := cmd.CombinedOutput()
	if len(out) == 0 {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func TestStore_ShowsValuesOfAFileThatItMayOnlyRead(t *testing.T) {
	for _, mode := range []os.FileMode{0o644, 0o666} { // with 0666 it is the folder that forbids writing
		s := newStore(t)
		put(t, s, "revenue", "2026-11-21", 42)
		s.Close()
		if err := os.Chmod(s.path, mode); err != nil {
			t.Fatal(err)
		}
		out := asNobody(t, s.path)
		first, last, _ := strings.Cut(out, "\n")
		if first != "newest 42" || !strings.HasPrefix(last, fmt.Sprintf("put: kind %d ", ReadOnly)) &&
			!strings.HasPrefix(last, fmt.Sprintf("put: kind %d ", Permission)) {
			t.Errorf("mode %o: %q", mode, out)
		}
	}
}

func TestOpen_SaysThatItMayNotRead(t *testing.T) {
	s := newStore(t)
	s.Close()
	if err := os.Chmod(s.path, 0); err != nil {
		t.Fatal(err)
	}
	if out := asNobody(t, s.path); !strings.HasPrefix(out, fmt.Sprintf("open: kind %d ", Permission)) {
		t.Errorf("file: %q", out)
	}
}

// A disk that is mounted read-only, in a namespace of the child's own.
func TestStore_ShowsValuesOfAReadOnlyDisk(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs root, to mount")
	}
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 42)
	s.Close()
	cmd := child(t, "show", s.path)
	folder := filepath.Dir(s.path)
	script := fmt.Sprintf("mount --make-rprivate / && mount --bind %q %q && mount -o remount,ro,bind %q && exec %q %q",
		folder, folder, folder, cmd.Path, s.path)
	cmd.Path, cmd.Args = "/bin/sh", []string{"sh", "-c", script}
	cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
	out, err := cmd.CombinedOutput()
	if strings.Contains(string(out), "mount") || len(out) == 0 {
		t.Skipf("cannot mount here: %s %v", out, err)
	}
	if want := fmt.Sprintf("newest 42\nput: kind %d code 8", ReadOnly); strings.TrimSpace(string(out)) != want {
		t.Errorf("got %q, want %q", out, want)
	}
}

func TestOpen_ReadsVersionOneWhereItCannotBeMigrated(t *testing.T) {
	path := storeOne(t, insertOne+"('revenue', '2026-11-21', 42, '', '', '2026-11-21')")
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	out := asNobody(t, path)
	first, last, _ := strings.Cut(out, "\n")
	if first != "newest 42" || !strings.HasPrefix(last, fmt.Sprintf("put: kind %d ", ReadOnly)) && !strings.HasPrefix(last, fmt.Sprintf("put: kind %d ", Permission)) {
		t.Errorf("%q", out)
	}
}

// What a killed program left half written is rolled back by whoever reads it next,
// who may not be allowed to.
func TestOpen_NamesAJournalThatItMayNotRollBack(t *testing.T) {
	for name, modes := range map[string][2]os.FileMode{
		"may not be read":             {0o666, 0o600},
		"of a file that is only read": {0o644, 0o644},
	} {
		s := newStore(t)
		put(t, s, "revenue", "2026-11-21", 42)
		s.Close()
		journal := s.path + "-journal"
		leaveJournal(t, s.path)
		if err := errors.Join(os.Chmod(s.path, modes[0]), os.Chmod(journal, modes[1])); err != nil {
			t.Fatal(err)
		}
		if out := asNobody(t, s.path); !strings.HasPrefix(out, fmt.Sprintf("open: kind %d ", Unfinished)) {
			t.Errorf("%s: %q", name, out)
		}
		if _, err := open(t, s.path).KPIs(t.Context()); err != nil {
			t.Errorf("%s: its own user: %v", name, err)
		}
	}
}
