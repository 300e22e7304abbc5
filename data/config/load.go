package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// Load reads the configuration at path. Where the file itself cannot be read
// the error is that of the file system, worded for a person.
func Load(path string, checks ...Check) (*Config, error) {
	data, err := read(path)
	if err != nil {
		return nil, err
	}
	return Parse(path, data, checks...)
}

// unread is a file that could not be read. It unwraps to the file system's error.
type unread struct {
	path, reason string
	err          error
}

// Error names the path and what to do about it.
func (e *unread) Error() string { return fmt.Sprintf("read config %q: %s", e.path, e.reason) }

func (e *unread) Unwrap() error { return e.err }

// read returns the content of the file at path. What is no regular file is not
// opened: reading a pipe would wait for ever.
func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &unread{path, reason(err), err}
	}
	if info.IsDir() {
		return nil, &unread{path, "it is a folder; name the file in it", syscall.EISDIR}
	}
	if !info.Mode().IsRegular() {
		return nil, &unread{path, "it is no regular file", fs.ErrInvalid}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &unread{path, reason(err), err}
	}
	return data, nil
}

// reason words what the file system says.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file; check the path"
	case errors.Is(err, fs.ErrPermission):
		return "this user may not read it; change its permissions"
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}
