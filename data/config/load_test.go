package config_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	. "kpiwall/data/config"

	"kpiwall/data/words"
)

func TestLoad_ReadsAFile(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "config.toml"), small)
	c, err := Load(path)
	if err != nil || c.Title != "Harbour" {
		t.Fatalf("got %+v, %v", c, err)
	}
	if p := c.Problem("title", "test.odd", nil).Place; p.File != path {
		t.Errorf("problems call the file %q, want %q", p.File, path)
	}
}

func TestLoad_SaysWhyAFileCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, "a.toml"), small)
	loop := filepath.Join(dir, "loop")
	must(t, os.Symlink(loop, loop))
	rows := []struct {
		name, path, want string
		is               error
	}{
		{"missing", filepath.Join(dir, "b.toml"), "there is no such file; check the path", fs.ErrNotExist},
		{"folder", dir, "it is a folder; name the file in it", syscall.EISDIR},
		{"below a file", filepath.Join(file, "b.toml"), "it cannot be read: not a directory", syscall.ENOTDIR},
		{"link to itself", loop, "it cannot be read: too many levels of symbolic links", syscall.ELOOP},
		{"device", os.DevNull, "it is not a regular file", fs.ErrInvalid},
	}
	for _, row := range rows {
		c, err := Load(row.path)
		if c != nil || err == nil || !errors.Is(err, row.is) || words.English().Error(err) != row.path+": "+row.want {
			t.Errorf("%s: got %v, want %q", row.name, words.English().Error(err), row.want)
		}
	}
}

func TestLoad_SaysThatAFileMayNotBeRead(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read every file")
	}
	path := write(t, filepath.Join(t.TempDir(), "config.toml"), small)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(path); !errors.Is(err, fs.ErrPermission) || !strings.Contains(words.English().Error(err), "change its permissions") {
		t.Errorf("got %v", err)
	}
}

// write puts text into the file at path, in place.
func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
