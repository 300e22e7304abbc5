package watch

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestFiles_WaitsForRoomForAWatch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.db")
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &old); err != nil {
		t.Fatal(err)
	}
	set := func(limit syscall.Rlimit) {
		if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
			t.Fatal(err)
		}
	}
	set(syscall.Rlimit{Cur: 0, Max: old.Max})
	defer set(old)
	err := Try(everywhere, path)
	f := New(t.Context(), everywhere, path)
	time.Sleep(2 * settle)
	if f.Sees() || !errors.Is(err, syscall.EMFILE) {
		t.Errorf("without room: sees %v, %v", f.Sees(), err)
	}
	set(old)
	wantSees(t, f, true)
	calm(f)
	wantEvent(t, f, "written", put(path, "a"))
}
