package logfile

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kpiwall/data/finding"
)

func TestNew_WritesToTheFileAndToStderr(t *testing.T) {
	t.Setenv("JOURNAL_STREAM", "")
	folder := filepath.Join(t.TempDir(), "not", "there", "yet")
	var stderr bytes.Buffer
	log, file := New(&stderr, folder)
	log.Warn("the sleep command failed", "error", "no such file")
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	kept := read(t, filepath.Join(folder, Name))
	if kept != stderr.String() || !strings.Contains(kept, "time=") || !strings.Contains(kept, `msg="the sleep command failed"`) {
		t.Errorf("the file has %q, stderr %q", kept, stderr.String())
	}
}

func TestNew_LogsToStderrWhateverTheFolder(t *testing.T) {
	t.Setenv("JOURNAL_STREAM", "")
	taken := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"", taken} {
		var stderr bytes.Buffer
		log, file := New(&stderr, folder)
		log.Error("one")
		log.Error("two")
		file.Close()
		if !strings.Contains(stderr.String(), "msg=one") || !strings.Contains(stderr.String(), "msg=two") {
			t.Errorf("folder %q: stderr has %q", folder, stderr.String())
		}
	}
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, errors.New("closed") }

func TestNew_KeepsTheFileWhenStderrIsGone(t *testing.T) {
	t.Setenv("JOURNAL_STREAM", "")
	folder := t.TempDir()
	log, file := New(closed{}, folder)
	log.Error("one")
	file.Close()
	if got := read(t, filepath.Join(folder, Name)); !strings.Contains(got, "msg=one") {
		t.Errorf("the file has %q", got)
	}
}

// A fault that repeats every second for a month must not fill the disk.
func TestNew_TakesTwoMegabytesAtMost(t *testing.T) {
	t.Setenv("JOURNAL_STREAM", "")
	folder := t.TempDir()
	log, file := New(new(bytes.Buffer), folder)
	for n := range 25_000 {
		log.Error("open store: disk I/O error; check the disk, then restart the wall", "attempt", n)
	}
	file.Close()
	size := int64(0)
	for _, path := range settled(t, folder) {
		s, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		size += s.Size()
	}
	if size > 2<<20 || size < 1<<20 {
		t.Errorf("the logs take %d bytes after about 3 MB of lines", size)
	}
	if got := read(t, filepath.Join(folder, Name)); !strings.Contains(got, "attempt=24999\n") {
		t.Error("the log has not the last line")
	}
}

// settled returns the files in folder once old ones are removed, which happens
// beside the writing.
func settled(t *testing.T, folder string) []string {
	t.Helper()
	for range 100 {
		files, err := filepath.Glob(filepath.Join(folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) <= 2 {
			return files
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("more than two files are kept")
	return nil
}

func TestNew_CutsWhatIsLongerThanALogIsFor(t *testing.T) {
	t.Setenv("JOURNAL_STREAM", "")
	long := strings.Repeat("é", 10<<20)
	for _, folder := range []string{"", t.TempDir()} {
		var stderr bytes.Buffer
		log, file := New(&stderr, folder)
		log.Error(long, "error", errors.New(long), "output", long, "command", []string{"a", long}, "at", time.Unix(0, 0))
		file.Close()
		if got := stderr.String(); len(got) > 5*attrLimit || strings.Count(got, "é… and 20967424 more bytes") != 3 || strings.Count(got, "at=1970") != 1 {
			t.Errorf("%d bytes are logged, which end in %q", len(got), got[max(0, len(got)-200):])
		}
	}
}

func TestNew_SaysErrorsInWords(t *testing.T) {
	t.Setenv("JOURNAL_STREAM", "")
	var stderr bytes.Buffer
	log, file := New(&stderr, t.TempDir())
	defer file.Close()
	log.Warn("not begun at the screen", "error", finding.New("config.none", finding.Args{"Path": "board.toml"}))
	log.Warn("not begun at the screen", "error", errors.New("no such host"))
	if kept := stderr.String(); strings.Contains(kept, "config.none") || !strings.Contains(kept, "no configuration at") || !strings.Contains(kept, "no such host") {
		t.Errorf("the log has %q", kept)
	}
}
