//go:build unix

package command

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// homeWithValue returns a home with one value.
func homeWithValue(t *testing.T) *home {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000")
	return h
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || !strings.Contains(string(got), want) {
		t.Errorf("%s holds %q, %v; want %q", path, got, err, want)
	}
}

func TestExport_DashIsStandardOutput(t *testing.T) {
	h := homeWithValue(t)
	t.Chdir(t.TempDir())
	contains(t, h.run(Done, "export", "-o", "-"), "mrr,41000")
	if _, err := os.Lstat("-"); err == nil {
		t.Error(`there is a file called "-"`)
	}
}

func TestExport_SaysOfAFullDiskWhatToDo(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip(err)
	}
	h := homeWithValue(t)
	h.run(Failed, "export", "-o", "/dev/full")
	contains(t, h.err, "/dev/full: disk is full; free some space")
}

func TestExport_WritesIntoWhatIsNoFile(t *testing.T) {
	h := homeWithValue(t)
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	got := make(chan string)
	go func() {
		f, err := os.Open(pipe)
		if err != nil {
			got <- err.Error()
			return
		}
		defer f.Close()
		text, _ := io.ReadAll(f)
		got <- string(text)
	}()
	h.run(Done, "export", "-o", pipe)
	contains(t, <-got, "mrr,41000")
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Errorf("the pipe is %v, %v now", info, err)
	}
	link := filepath.Join(t.TempDir(), "null") // no user may put anything beside /dev/null itself
	if err := os.Symlink("/dev/null", link); err != nil {
		t.Fatal(err)
	}
	h.run(Done, "export", "-o", link)
	if info, err := os.Stat(link); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		t.Errorf("the device is %v, %v now", info, err)
	}
}

func TestExport_FollowsALink(t *testing.T) {
	h := homeWithValue(t)
	file, link := h.write("real.csv", "old"), filepath.Join(t.TempDir(), "link.csv")
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	h.run(Done, "export", "-o", link)
	holds(t, file, "mrr,41000")
	if to, err := os.Readlink(link); err != nil || to != file {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	h.run(Failed, "export", "-o", link)
	contains(t, h.err, "link to nothing")
	h.run(Failed, "export", "-o", t.TempDir())
	contains(t, h.err, "is a folder")
}

func TestExport_ReplacesAFileOrLeavesIt(t *testing.T) {
	h := homeWithValue(t)
	file := h.write("out.csv", "old")
	env := Env{}
	if err := env.writeTo(t.Context(), file, func(io.Writer) error { return os.ErrDeadlineExceeded }); err == nil {
		t.Error("a failure was none")
	}
	holds(t, file, "old")
	h.run(Done, "export", "-o", file)
	holds(t, file, "mrr,41000")
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), ".kpiwall*")); left != nil {
		t.Errorf("%v is left", left)
	}
}

func TestExport_NeverTakesThePlaceOfAStoreOrTheConfiguration(t *testing.T) {
	h := homeWithValue(t)
	p := DefaultPaths()
	backup := filepath.Join(t.TempDir(), "b.db")
	h.run(Done, "backup", backup)
	link := filepath.Join(t.TempDir(), "values.csv")
	if err := os.Symlink(p.Store, link); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		p.Store: "it is a database", backup: "it is a database", link: "it is a database", p.Config: "it is the configuration",
	} {
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		h.run(Failed, "export", "-o", path)
		contains(t, h.err, path, want)
		holds(t, path, string(before))
	}
}

func TestFiles_HaveTheUmaskAndThoseOfInitAreTheUsersAlone(t *testing.T) {
	old := syscall.Umask(0o027)
	defer syscall.Umask(old)
	h := homeWithValue(t)
	file, private := filepath.Join(t.TempDir(), "new.csv"), h.write("private.csv", "")
	if err := os.Chmod(private, 0o600); err != nil {
		t.Fatal(err)
	}
	h.run(Done, "export", "-o", file)
	h.run(Done, "export", "-o", private)
	p := DefaultPaths()
	h.run(Done, "backup", filepath.Join(filepath.Dir(file), "b.db"))
	for path, want := range map[string]os.FileMode{
		file: 0o640, private: 0o600, p.Config: 0o600, p.Store: 0o600, filepath.Join(filepath.Dir(file), "b.db"): 0o600,
	} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s is %v, %v; want %v", path, info.Mode().Perm(), err, want)
		}
	}
}

func TestExport_ToAPipeThatNobodyReadsEndsWhenToldTo(t *testing.T) {
	homeWithValue(t)
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	endsWhenTold(t, Env{}, func() {}, "export", "-o", pipe)
}
