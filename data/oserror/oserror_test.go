package oserror

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestCause_NamesNoPath(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone", "a")
	_, opened := os.Open(gone)
	for name, err := range map[string]error{"open": opened, "link": os.Link(gone, gone+"b"), "wrapped": fmt.Errorf("read it: %w", opened)} {
		if got := Cause(err); !errors.Is(got, fs.ErrNotExist) || got.Error() == err.Error() {
			t.Errorf("%s: %v", name, got)
		}
	}
	if other := fmt.Errorf("other"); Cause(other) != other {
		t.Error("an error without a path is another one")
	}
}
