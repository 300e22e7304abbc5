package command

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeTo has write write to the file at path, - being standard output. A regular
// file is replaced once all is written, and stands as it was until then; a link
// stays, and leads to it. What is no regular file, such as a pipe or a device, is
// written into.
func (e Env) writeTo(ctx context.Context, path string, write func(io.Writer) error) error {
	if path == "-" {
		return write(e.data)
	}
	info, err := os.Stat(path)
	_, linkErr := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && linkErr == nil:
		err = errors.New("it is a link to nothing: name the file that it should lead to")
	case errors.Is(err, fs.ErrNotExist):
		err = replaceFile(path, nil, write)
	case err != nil:
	case info.IsDir():
		err = errors.New("it is a folder: name a file in it")
	case info.Mode().IsRegular():
		var file string
		if file, err = filepath.EvalSymlinks(path); err == nil {
			err = replaceFile(file, info, write)
		}
	default:
		err = writeInto(ctx, path, write)
	}
	if err != nil {
		return fmt.Errorf("write to %q: %w", path, err)
	}
	return nil
}

// replaceFile writes a whole file or leaves the one that is there, which was (nil:
// none): a new one has the permissions of any other that a person makes, and one
// that takes the place of another has that one's.
func replaceFile(path string, was fs.FileInfo, write func(io.Writer) error) error {
	draft := filepath.Join(filepath.Dir(path), ".kpiwall-export-"+rand.Text())
	mode := fs.FileMode(0o666) // less the umask
	if was != nil {
		mode = 0o600 // until it has that of the other
	}
	f, err := os.OpenFile(draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	// Only a finished file gets the name; after that there is none to remove.
	defer os.Remove(draft)
	if err = write(f); err == nil && was != nil {
		err = f.Chmod(was.Mode().Perm())
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(draft, path)
}

// writeInto writes into what stands at path and stays there.
func writeInto(ctx context.Context, path string, write func(io.Writer) error) error {
	// A pipe opens when somebody reads from it.
	f, err := await(ctx, func() (*os.File, error) { return os.OpenFile(path, os.O_WRONLY, 0) })
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}
