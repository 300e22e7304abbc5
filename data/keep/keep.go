// Package keep writes small files of the program's own that must be there whole
// after a pulled plug, such as the last good config.
package keep

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

// Write puts data at path, in a folder that exists. After an error or a pulled
// plug what was there before stands whole. Only the user may read the file: a
// config may hold a PIN's hash, and values are nobody else's business.
func Write(path string, data []byte) error {
	removeDrafts(path)
	temp, err := draft(path, data)
	if err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return syncFolder(filepath.Dir(path))
}

func draftPattern(path string) string { return "." + filepath.Base(path) + "-*" }

// removeDrafts removes what a pulled plug left of earlier files at path. Where it
// meets the draft of another process, that one says that it could not write.
func removeDrafts(path string) {
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		if ok, _ := filepath.Match(draftPattern(path), e.Name()); ok {
			_ = os.Remove(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
}

// draft writes data to a new file beside path, on the disk for good, and
// returns its path.
func draft(path string, data []byte) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), draftPattern(path))
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// syncFolder puts the renaming itself on the disk. Windows has no such call and
// needs none.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
