package logfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"kpiwall/data/atomicfile"
)

// The reports in [Folder]: that of a crash not announced yet, and the last one
// that was.
const (
	crashName = "crash.log"
	lastName  = "crash.log.1"
)

// Crash is how an earlier run of the wall ended.
type Crash struct {
	At     time.Time
	Reason string // one line, such as "panic: …" or "SIGABRT: abort"
	Report string // path of the file with all of it
}

// WatchCrashes has a crash of this process reported to folder from now on: a
// panic, a fatal error of Go's runtime, a fault in C, and the watchdog's abort
// of a frozen wall. The report goes to stderr as well. A pulled plug and a
// process killed for want of memory leave none.
//
// It returns the crash that no call returned before, nil if there was none, and
// keeps its report until that of another takes the place. An error means that
// crashes may go unreported; it is no reason not to go on.
func WatchCrashes(folder string) (*Crash, error) {
	if folder == "" {
		return nil, errors.New("keep crash reports: there is no home folder: set " + homeVariables)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("keep crash reports: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(folder, crashName), os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("keep crash reports: %w", err)
	}
	defer f.Close()
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return nil, fmt.Errorf("keep crash reports: %w", err)
	}
	return takeReport(f, filepath.Join(folder, lastName))
}

// takeReport returns the crash that f reports, and moves the report to path. The text
// is moved and not the file, which may be open in another wall's hands.
func takeReport(f *os.File, path string) (*Crash, error) {
	s, err := f.Stat()
	if err != nil || s.Size() == 0 {
		return nil, err
	}
	c := &Crash{At: s.ModTime(), Reason: reason(f), Report: path}
	if err := move(f, path); err != nil {
		c.Report = f.Name()
		return c, fmt.Errorf("keep crash reports: %w", err)
	}
	return c, nil
}

// reason returns the first line of f that says something. A fatal error's own
// text is the one thing that Go's runtime tells stderr only.
func reason(f *os.File) string {
	lines := bufio.NewScanner(io.NewSectionReader(f, 0, 4096))
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		switch {
		case line == "":
		case strings.HasPrefix(line, "goroutine "), strings.HasPrefix(line, "runtime stack"):
			return "fatal error"
		default:
			return line
		}
	}
	return ""
}

// move moves the text of f to path, whole or not at all.
func move(f *os.File, path string) error {
	report, err := os.ReadFile(f.Name())
	if err != nil {
		return err
	}
	if err := atomicfile.Write(path, report); err != nil {
		return err
	}
	return os.Truncate(f.Name(), 0) // what is open to append may not be shortened on Windows
}
