package live

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

// smallDisk moves the ward to a disk of one megabyte.
func (w *ward) smallDisk() {
	w.t.Helper()
	disk := filepath.Join(w.folder, "disk")
	w.do(os.Mkdir(disk, 0o755))
	w.do(syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""))
	w.do(syscall.Mount("none", disk, "tmpfs", 0, "size=1m"))
	w.t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	w.live.Store = filepath.Join(disk, "kpi.db")
	w.create(w.live.Store, 42)
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
		w := newWard(t)
		w.smallDisk()
		filler := filepath.Join(filepath.Dir(w.live.Store), "filler")
		if err := os.WriteFile(filler, make([]byte, 2<<20), 0o644); err == nil {
			t.Fatal("the disk is not full")
		}
		w.run()
		w.shows("on a full disk", 42, "disk almost full: 0 MB left for the store")
		wantKind(t, "a value", w.put(w.live.Store, 43), store.Full)
		w.pass(time.Minute)
		w.shows("after a value that was refused", 42, "disk almost full")
		if b := w.backups(); len(b) > 0 {
			t.Errorf("backups fill the disk: %v", b)
		}
		w.do(os.Remove(filler))
		w.do(w.put(w.live.Store, 43))
		w.pass(time.Second)
		w.shows("with some space", 43, "disk almost full")
	})
}

func TestWall_ShowsItsNumbersWhileTheDiskCanOnlyBeRead(t *testing.T) {
	if !apart(t, true) {
		return
	}
	synctest.Test(t, func(t *testing.T) {
		w := newWard(t)
		w.smallDisk()
		disk := filepath.Dir(w.live.Store)
		w.do(syscall.Mount("none", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
		w.run()
		w.pass(time.Hour)
		w.shows("on a disk that can only be read", 42, "")
		wantKind(t, "a value", w.put(w.live.Store, 43), store.ReadOnly)
		w.do(syscall.Mount("none", disk, "", syscall.MS_REMOUNT, ""))
		w.do(w.put(w.live.Store, 43))
		w.pass(time.Second)
		if r := w.last().Readings["orders"]; r.Number != 43 {
			t.Errorf("writable again: the wall shows %v", r.Number)
		}
		w.do(syscall.Mount("none", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, "")) // under a running wall
		w.pass(time.Minute)
		if r := w.last().Readings["orders"]; r.Number != 43 || strings.Contains(w.troubles(), "store") {
			t.Errorf("read-only again: the wall shows %v, %q", r.Number, w.troubles())
		}
	})
}

// Where no value can be recorded there is nothing to lose.
func TestLive_IsQuietAboutBackupsWhereNothingCanBeWritten(t *testing.T) {
	if !apart(t, true) {
		return
	}
	w := newWard(t)
	w.smallDisk()
	c := w.carer()
	w.hours(c, 1)
	if c.lock == nil {
		t.Fatal("it does not care for the store")
	}
	disk := filepath.Dir(w.live.Store)
	w.do(syscall.Mount(disk, disk, "", syscall.MS_BIND, ""))
	w.t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	w.do(syscall.Mount("none", disk, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""))
	w.hours(c, 5*24)
	if got := c.tells("backup"); got != "" {
		t.Errorf("told %q", got)
	}
}

func TestWall_ShowsItsNumbersWithoutFilesToOpen(t *testing.T) {
	if !apart(t, false) {
		return
	}
	synctest.Test(t, func(t *testing.T) {
		w := newWard(t)
		w.run()
		w.shows("before", 42, "")
		var limit syscall.Rlimit
		w.do(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit))
		w.do(syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 3, Max: limit.Max}))
		w.pass(2 * time.Minute)
		err := w.put(w.live.Store, 43)
		w.do(syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit))
		if err == nil || !strings.Contains(err.Error(), "too many open files") {
			t.Errorf("a value: %v", err)
		}
		w.shows("without files to open", 42, "too many open files")
		w.pass(time.Minute)
		w.do(w.put(w.live.Store, 43))
		w.pass(time.Second)
		w.shows("after", 43, "")
	})
}
