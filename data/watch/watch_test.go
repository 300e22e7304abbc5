package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// patience is for a machine that is busy; what is wanted comes within a tenth of it.
const patience = 10 * time.Second

func everywhere(string) bool { return true }

// watching returns a watch of paths that sees.
func watching(t *testing.T, paths ...string) *Files {
	t.Helper()
	f := New(t.Context(), everywhere, paths...)
	wantSees(t, f, true)
	calm(f)
	return f
}

func wantSees(t *testing.T, f *Files, want bool) {
	t.Helper()
	for end := time.Now().Add(patience); f.Sees() != want; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("Sees is %v all the time", !want)
		}
	}
}

// calm waits until there are no more tokens, and takes them.
func calm(f *Files) {
	for {
		select {
		case <-f.Events():
		case <-time.After(2 * rest):
			return
		}
	}
}

// wantEvent wants a token for what do does.
func wantEvent(t *testing.T, f *Files, what string, do func() error) {
	t.Helper()
	if err := do(); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	select {
	case <-f.Events():
	case <-time.After(patience):
		t.Errorf("%s: nothing was told", what)
	}
	calm(f)
}

func put(path, text string) func() error {
	return func() error { return os.WriteFile(path, []byte(text), 0o600) }
}

func TestFiles_TellsOfEveryWayToSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	f := watching(t, path)
	wantEvent(t, f, "made", put(path, "a"))
	wantEvent(t, f, "written in place", put(path, "b"))
	wantEvent(t, f, "renamed over", func() error {
		_ = put(path+"~", "c")()
		return os.Rename(path+"~", path)
	})
	wantEvent(t, f, "removed", func() error { return os.Remove(path) })
	for _, side := range []string{"-journal", "-wal"} {
		wantEvent(t, f, "written beside it: "+side, put(path+side, "d"))
	}
	if !f.Sees() {
		t.Error("sees no more")
	}
}

func TestFiles_TellsNothingOfOthers(t *testing.T) {
	dir := t.TempDir()
	f := watching(t, filepath.Join(dir, "config.toml"))
	if err := put(filepath.Join(dir, "other.toml"), "a")(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadDir(dir); err != nil {
		t.Fatal(err)
	}
	select {
	case <-f.Events():
		t.Error("another file is told of")
	case <-time.After(4 * settle):
	}
}

func TestFiles_FollowsLinks(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"one", "two", "wall"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	link := func(target, path string) {
		t.Helper()
		if err := os.Symlink(target, path); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"one", "two"} {
		if err := put(filepath.Join(dir, name, "c.toml"), "a")(); err != nil {
			t.Fatal(err)
		}
	}
	link("one", filepath.Join(dir, "current"))
	link("../current/c.toml", filepath.Join(dir, "wall", "config.toml"))
	f := watching(t, filepath.Join(dir, "wall", "config.toml"))
	wantEvent(t, f, "written behind the links", put(filepath.Join(dir, "one", "c.toml"), "b"))
	wantEvent(t, f, "link to the folder swapped", func() error {
		link("two", filepath.Join(dir, "new"))
		return os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, "current"))
	})
	wantEvent(t, f, "written where it leads now", put(filepath.Join(dir, "two", "c.toml"), "b"))
	wantEvent(t, f, "link to the file swapped", func() error {
		link(filepath.Join(dir, "one", "c.toml"), filepath.Join(dir, "wall", "config.toml.new"))
		return os.Rename(filepath.Join(dir, "wall", "config.toml.new"), filepath.Join(dir, "wall", "config.toml"))
	})
	wantEvent(t, f, "written where that leads", put(filepath.Join(dir, "one", "c.toml"), "c"))
	link("loop", filepath.Join(dir, "loop"))
	if err := Try(everywhere, filepath.Join(dir, "loop")); err == nil {
		t.Error("a link to itself can be watched")
	}
}

func TestFiles_SeesAFolderThatIsMovedReplacedOrMadeAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	path := filepath.Join(dir, "kpi.db")
	f := New(t.Context(), everywhere, path)
	if time.Sleep(2 * settle); f.Sees() {
		t.Error("sees into a folder that is not there")
	}
	make := func() error { return os.Mkdir(dir, 0o700) }
	for _, gone := range []struct {
		how string
		do  func() error
	}{
		{"moved", func() error { return os.Rename(dir, dir+".old") }},
		{"deleted", func() error { return os.RemoveAll(dir) }},
	} {
		if err := make(); err != nil {
			t.Fatal(err)
		}
		wantSees(t, f, true)
		calm(f)
		wantEvent(t, f, "written", put(path, "a"))
		wantEvent(t, f, "folder "+gone.how, gone.do)
		wantSees(t, f, false)
	}
	if err := make(); err != nil {
		t.Fatal(err)
	}
	wantSees(t, f, true)
	calm(f)
	wantEvent(t, f, "folder replaced", func() error {
		if err := os.Mkdir(dir+".new", 0o700); err != nil {
			return err
		}
		_ = os.Rename(dir, dir+".aside")
		return os.Rename(dir+".new", dir)
	})
	wantSees(t, f, true)
	calm(f)
	wantEvent(t, f, "written in the other folder", put(path, "b"))
}

func TestFiles_SetWatchesOthers(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.toml"), filepath.Join(t.TempDir(), "b.png")
	f := watching(t, a)
	f.Set(a, b)
	wantSees(t, f, true)
	calm(f)
	wantEvent(t, f, "the second one", put(b, "x"))
	wantEvent(t, f, "the first one", put(a, "x"))
}

func TestFiles_DoesNotSeeWhatTheSystemDoesNotTell(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.db")
	remote := func(string) bool { return false }
	f := New(t.Context(), remote, path)
	if time.Sleep(4 * settle); f.Sees() {
		t.Error("sees what happens on another machine")
	}
	if err := Try(remote, path); !errors.Is(err, ErrRemote) {
		t.Errorf("a remote folder: %v", err)
	}
	if err := Try(everywhere, path); err != nil {
		t.Errorf("a local folder: %v", err)
	}
}

// A writer that never stops must not keep whoever listens from anything else.
func TestFiles_TellsSeldomOfMuch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.db")
	f := watching(t, path)
	ctx, cancel := context.WithTimeout(t.Context(), 5*rest)
	defer cancel()
	tokens, writes := 0, 0
	for ctx.Err() == nil {
		if err := put(path, fmt.Sprint(writes))(); err != nil {
			t.Fatal(err)
		}
		writes++
		select {
		case <-f.Events():
			tokens++
		default:
		}
	}
	if tokens == 0 || tokens > 7 {
		t.Errorf("%d tokens for %d writes within %v", tokens, writes, 5*rest)
	}
}
