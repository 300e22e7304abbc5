package logfile

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// ends are the ways in which the test binary, run as a wall, can end.
var ends = map[string]func(){
	"panic": func() { panic("the tile has no height") },
	"panic of another goroutine": func() {
		go func() { panic("the tile has no height") }()
		time.Sleep(time.Minute)
	},
	"nil pointer": func() {
		var c *Crash
		c.Reason = "x"
	},
	"fatal error": func() { new(sync.Mutex).Unlock() },
	"done":        func() { os.Exit(0) },
	"failed":      func() { os.Exit(1) },
	"killed": func() {
		if self, err := os.FindProcess(os.Getpid()); err == nil {
			self.Kill()
		}
		time.Sleep(time.Minute)
	},
}

// TestMain plays a wall for the tests: it watches and ends as it is told.
func TestMain(m *testing.M) {
	end, ok := ends[os.Getenv("KPIWALL_TEST_END")]
	if !ok {
		os.Exit(m.Run())
	}
	if _, err := WatchCrashes(filepath.Join(os.Getenv("KPIWALL_TEST_STATE"), "kpiwall")); err != nil {
		panic(err)
	}
	end()
}

// play runs a wall with state in dir that ends as told, and returns its stderr.
func play(t *testing.T, dir, end string) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "KPIWALL_TEST_END="+end, "KPIWALL_TEST_STATE="+dir)
	cmd.Stderr = &stderr
	if err := cmd.Run(); (err == nil) != (end == "done") {
		t.Fatalf("%s: the wall ended with %v\n%s", end, err, stderr.String())
	}
	return stderr.String()
}

// start watches as the next run of the wall would.
func start(t *testing.T, dir string) *Crash {
	t.Helper()
	c, err := WatchCrashes(filepath.Join(dir, "kpiwall"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWatchCrashes_ReportsWhatEndsAWallAgainstItsWill(t *testing.T) {
	for _, c := range []struct{ end, reason string }{
		{"panic", "panic: the tile has no height"},
		{"panic of another goroutine", "panic: the tile has no height"},
		{"nil pointer", "panic: runtime error: invalid memory address or nil pointer dereference"},
		{"watchdog", "SIGABRT: abort"},
		{"fatal error", "fatal error"},
	} {
		t.Run(c.end, func(t *testing.T) {
			t.Parallel()
			if ends[c.end] == nil {
				t.Skip("there is no watchdog on this system")
			}
			dir := t.TempDir()
			before := time.Now().Add(-2 * time.Second) // file systems round
			stderr := play(t, dir, c.end)
			crash := start(t, dir)
			if crash == nil {
				t.Fatal("no crash is told")
			}
			if !strings.HasPrefix(crash.Reason, c.reason) {
				t.Errorf("reason %q, want %q", crash.Reason, c.reason)
			}
			if crash.At.Before(before) || crash.At.After(time.Now().Add(2*time.Second)) {
				t.Errorf("at %v, want now", crash.At)
			}
			report := read(t, crash.Report)
			if !strings.Contains(report, "logfile.") || !strings.Contains(stderr, "logfile.") {
				t.Errorf("the report does not say where:\n%s\nand on stderr:\n%s", report, stderr)
			}
		})
	}
}

func TestWatchCrashes_SaysNothingAfterAnyOtherEnd(t *testing.T) {
	for _, end := range []string{"done", "failed", "killed"} {
		dir := t.TempDir()
		play(t, dir, end)
		if c := start(t, dir); c != nil {
			t.Errorf("after %s: told %+v", end, c)
		}
	}
}

func TestWatchCrashes_TellsACrashOnceAndKeepsItsReport(t *testing.T) {
	dir := t.TempDir()
	play(t, dir, "panic")
	first := start(t, dir)
	if again := start(t, dir); again != nil {
		t.Errorf("told again: %+v", again)
	}
	if !strings.Contains(read(t, first.Report), "no height") {
		t.Error("the report is gone")
	}
}

// A wall that crashes at every start, every two seconds, must not fill the disk.
func TestWatchCrashes_KeepsTheLastReportOnly(t *testing.T) {
	dir := t.TempDir()
	for _, end := range []string{"panic", "panic", "nil pointer", "done"} {
		play(t, dir, end)
	}
	files, err := filepath.Glob(filepath.Join(dir, "kpiwall", "*"))
	if err != nil || len(files) != 2 {
		t.Fatalf("files %v (%v), want two", files, err)
	}
	if got := read(t, files[1]); strings.Count(got, "goroutine 1 ") != 1 || !strings.Contains(got, "nil pointer") {
		t.Errorf("kept:\n%s", got)
	}
}

// Two walls, of one person on two screens, share the folder.
func TestWatchCrashes_HearsOfACrashThatBeganBeforeAnotherWall(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "kpiwall", crashName)
	start(t, dir)
	other, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	play(t, dir, "panic")
	start(t, dir)
	other.WriteString("panic: the other wall\n")
	if c := start(t, dir); c == nil || c.Reason != "panic: the other wall" {
		t.Errorf("told %+v", c)
	}
}

func TestWatchCrashes_SaysWhatToDoWhereItCannotKeepReports(t *testing.T) {
	taken := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for folder, says := range map[string]string{"": "set " + homeVariables, taken: taken} {
		if c, err := WatchCrashes(folder); c != nil || err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("folder %q: %v, %v", folder, c, err)
		}
	}
}
