package engine

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/store"
	"kpiwall/data/words"
)

// apart runs the test in a process of its own, with mounts of its own where it
// needs them, and reports whether this is that process.
func apart(t *testing.T, mounts bool) bool {
	t.Helper()
	const inside = "KPIWALL_TEST_APART"
	if os.Getenv(inside) == t.Name() {
		return true
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), inside+"="+t.Name())
	if mounts {
		if os.Getuid() != 0 {
			t.Skip("needs root, to mount")
		}
		cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
	}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EINVAL) { // EINVAL: in a chroot
		t.Skip("may not mount here")
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return false
}

// smallDisk moves the harness to a disk of one megabyte.
func (h *harness) smallDisk() {
	h.t.Helper()
	disk := filepath.Join(h.folder, "disk")
	h.do(os.Mkdir(disk, 0o755))
	h.do(syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""))
	h.do(syscall.Mount("none", disk, "tmpfs", 0, "size=1m"))
	h.t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	h.engine.Store = filepath.Join(disk, "kpi.db")
	h.create(h.engine.Store, 42)
}

func wantKind(t *testing.T, what string, err error, kind store.Kind) {
	t.Helper()
	var own *store.Error
	if !errors.As(err, &own) || own.Kind != kind {
		t.Errorf("%s: %v, want kind %d", what, err, kind)
	}
}

func TestWall_ShowsItsNumbersWhileTheDiskIsFull(t *testing.T) {
	if !apart(t, true) {
		return
	}
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		h.smallDisk()
		filler := filepath.Join(filepath.Dir(h.engine.Store), "filler")
		if err := os.WriteFile(filler, make([]byte, 2<<20), 0o644); err == nil {
			t.Fatal("the disk is not full")
		}
		h.run()
		h.shows("on a full disk", 42, "disk almost full: 0 MB left for the store")
		wantKind(t, "a value", h.put(h.engine.Store, 43), store.Full)
		h.pass(time.Minute)
		h.shows("after a value that was refused", 42, "disk almost full")
		if b := h.backups(); len(b) > 0 {
			t.Errorf("backups fill the disk: %v", b)
		}
		h.do(os.Remove(filler))
		h.do(h.put(h.engine.Store, 43))
		h.pass(time.Second)
		h.shows("with some space", 43, "disk almost full")
	})
}

func TestWall_ShowsItsNumbersWhileTheDiskCanOnlyBeRead(t *testing.T) {
	if !apart(t, true) {
		return
	}
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		h.smallDisk()
		disk := filepath.Dir(h.engine.Store)
		h.do(syscall.Mount("none", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
		h.run()
		h.pass(time.Hour)
		h.shows("on a disk that can only be read", 42, "")
		wantKind(t, "a value", h.put(h.engine.Store, 43), store.ReadOnly)
		h.do(syscall.Mount("none", disk, "", syscall.MS_REMOUNT, ""))
		h.do(h.put(h.engine.Store, 43))
		h.pass(time.Second)
		if r := h.last().Readings["orders"]; r.Number != 43 {
			t.Errorf("writable again: the wall shows %v", r.Number)
		}
		h.do(syscall.Mount("none", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, "")) // under a running wall
		h.pass(time.Minute)
		if r := h.last().Readings["orders"]; r.Number != 43 || strings.Contains(h.troubles(), "store") {
			t.Errorf("read-only again: the wall shows %v, %q", r.Number, h.troubles())
		}
	})
}

// Where no value can be recorded there is nothing to lose.
func TestLive_IsQuietAboutBackupsWhereNothingCanBeWritten(t *testing.T) {
	if !apart(t, true) {
		return
	}
	h := newHarness(t)
	h.smallDisk()
	m := h.maintenance()
	h.hours(m, 1)
	if m.lock == nil {
		t.Fatal("it does not look after the store")
	}
	disk := filepath.Dir(h.engine.Store)
	h.do(syscall.Mount(disk, disk, "", syscall.MS_BIND, ""))
	h.t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	h.do(syscall.Mount("none", disk, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""))
	h.hours(m, 5*24)
	if got := m.reported("backup"); got != "" {
		t.Errorf("told %q", got)
	}
}

func TestWall_ShowsItsNumbersWithoutFilesToOpen(t *testing.T) {
	if !apart(t, false) {
		return
	}
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		h.run()
		h.shows("before", 42, "")
		var limit syscall.Rlimit
		h.do(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit))
		h.do(syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 3, Max: limit.Max}))
		h.pass(2 * time.Minute)
		err := h.put(h.engine.Store, 43)
		h.do(syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit))
		if err == nil || !strings.Contains(words.English().Error(err), "too many open files") {
			t.Errorf("a value: %v", err)
		}
		h.shows("without files to open", 42, "too many open files")
		h.pass(time.Minute)
		h.do(h.put(h.engine.Store, 43))
		h.pass(time.Second)
		h.shows("after", 43, "")
	})
}
