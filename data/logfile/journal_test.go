//go:build unix

package logfile

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestNew_LeavesItToTheJournalWhereThereIsOne(t *testing.T) {
	var s syscall.Stat_t
	if err := syscall.Fstat(syscall.Stderr, &s); err != nil {
		t.Fatal(err)
	}
	here := fmt.Sprintf("%d:%d", s.Dev, s.Ino)
	for _, c := range []struct {
		name, stream string
		file         bool
	}{
		{"stderr is the journal", here, false},
		{"stderr of a child, no longer the journal", fmt.Sprintf("%d:%d", s.Dev, s.Ino+1), true},
		{"a broken variable", "x", true},
		{"no journal", "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("JOURNAL_STREAM", c.stream)
			folder := t.TempDir()
			var stderr bytes.Buffer
			log, file := New(&stderr, folder)
			log.Info("hello")
			file.Close()
			if _, err := os.Stat(filepath.Join(folder, Name)); (err == nil) != c.file {
				t.Errorf("the file: %v, want one: %v", err, c.file)
			}
			if got := stderr.String(); !strings.Contains(got, "msg=hello") || strings.Contains(got, "time=") != c.file {
				t.Errorf("stderr has %q; the time belongs there where no journal adds it", got)
			}
		})
	}
}
