package config

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

	"kpiwall/data/finding"
	"kpiwall/data/oserror"
)

// Load reads the configuration at path. Where the file itself cannot be read
// the error is a [finding.Error] that unwraps to the file system's.
func Load(path string, checks ...Check) (*Config, error) {
	data, err := read(path, sizeLimit)
	if err != nil {
		return nil, err
	}
	return Parse(path, data, checks...)
}

// errLarge is the cause of a file that is too large to be read.
var errLarge = errors.New("file is too large")

// read returns the content of the file at path, which may have limit bytes: one
// without an end would take all memory. What is no regular file is not opened:
// reading a pipe would wait for ever.
func read(path string, limit int) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, readError(path, err)
	}
	if info.IsDir() {
		return nil, readError(path, syscall.EISDIR)
	}
	if !info.Mode().IsRegular() {
		return nil, readError(path, fs.ErrInvalid)
	}
	if info.Size() > int64(limit) {
		return nil, sizeError(path, info.Size(), limit)
	}
	data, err := readLimited(path, limit+1)
	if err != nil {
		return nil, readError(path, err)
	}
	if len(data) > limit { // it has grown since, or never says its size
		return nil, sizeError(path, int64(len(data)), limit)
	}
	return data, nil
}

func readLimited(path string, limit int) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, int64(limit)))
}

// sizeError says that the file at path has more than limit bytes.
func sizeError(path string, size int64, limit int) error {
	return &finding.Error{Err: errLarge, Finding: finding.Finding{
		Severity: finding.Problem, Code: "config.large", Args: finding.Args{"Bytes": size, "Limit": limit}, Place: finding.Place{File: path},
	}}
}

// readError says why the file at path could not be read.
func readError(path string, err error) error {
	f := finding.Finding{
		Severity: finding.Problem, Code: "config.unread", Args: finding.Args{"Why": oserror.Cause(err).Error()}, Place: finding.Place{File: path},
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Code = "config.missing"
	case oserror.Busy(err):
		f.Code = "config.busy"
	case errors.Is(err, fs.ErrPermission):
		f.Code = "config.permission"
	case errors.Is(err, syscall.EISDIR):
		f.Code = "config.folder"
	case errors.Is(err, fs.ErrInvalid):
		f.Code = "config.irregular"
	}
	return &finding.Error{Finding: f, Err: err}
}
