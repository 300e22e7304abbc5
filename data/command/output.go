package command

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"kpiwall/data/atomicfile"
	"kpiwall/data/finding"
	"kpiwall/data/store"
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
		return fileProblem(path, "export.link", nil, err)
	case errors.Is(err, fs.ErrNotExist):
		if err = replaceFile(path, nil, write); errors.Is(err, fs.ErrNotExist) {
			return fileProblem(path, "export.no_folder", nil, err)
		}
	case err != nil:
	case info.IsDir():
		return fileProblem(path, "export.folder", nil, nil)
	case info.Mode().IsRegular():
		var file string
		if file, err = filepath.EvalSymlinks(path); err == nil {
			err = replaceFile(file, info, write)
		}
	default:
		err = writeInto(ctx, path, write)
	}
	if err != nil && !worded(err) {
		return fileError(path, err)
	}
	return err
}

// spared refuses to replace what an export must never cost: a store, a backup or another
// database, and the configuration.
func spared(path, config string) error {
	info, err := os.Stat(path)
	if path == "-" || err != nil || !info.Mode().IsRegular() {
		return nil // nothing is lost
	}
	if other, err := os.Stat(config); err == nil && os.SameFile(info, other) {
		return fileProblem(path, "export.config", nil, nil)
	}
	f, err := os.Open(path)
	if err != nil {
		return fileError(path, err)
	}
	defer f.Close()
	const database = "SQLite format 3\x00"
	head := make([]byte, len(database))
	if n, _ := io.ReadFull(f, head); string(head[:n]) == database {
		return fileProblem(path, "export.database", nil, nil)
	}
	return nil
}

// worded reports whether package words has a sentence for err.
func worded(err error) bool {
	var failed *store.Error
	return finding.Of(err) != nil || errors.As(err, &failed)
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
	return atomicfile.Rename(draft, path)
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
