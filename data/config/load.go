package config

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"kpiwall/data/finding"
)

// Load reads the configuration at path. Where the file itself cannot be read
// the error is a [finding.Error] that unwraps to the file system's.
func Load(path string, checks ...Check) (*Config, error) {
	data, err := read(path)
	if err != nil {
		return nil, err
	}
	return Parse(path, data, checks...)
}

// read returns the content of the file at path. What is no regular file is not
// opened: reading a pipe would wait for ever.
func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unread(path, err)
	}
	if info.IsDir() {
		return nil, unread(path, syscall.EISDIR)
	}
	if !info.Mode().IsRegular() {
		return nil, unread(path, fs.ErrInvalid)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, unread(path, err)
	}
	return data, nil
}

// unread says why the file at path could not be read.
func unread(path string, err error) error {
	f := finding.Finding{
		Severity: finding.Problem, Code: "config.unread", Args: finding.Args{"Why": cause(err)}, Place: finding.Place{File: path},
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Code = "config.missing"
	case errors.Is(err, fs.ErrPermission):
		f.Code = "config.permission"
	case errors.Is(err, syscall.EISDIR):
		f.Code = "config.folder"
	case errors.Is(err, fs.ErrInvalid):
		f.Code = "config.irregular"
	}
	return &finding.Error{Finding: f, Err: err}
}
