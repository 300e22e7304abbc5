// Package atomicfile writes small files of the program's own that must be there
// whole after a pulled plug, such as the last good config. The library
// google/renameio does not put the renaming on the disk, leaves its drafts behind
// where the plug is pulled, and has nothing for Windows.
package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// abandonedAfter is the age at which nobody is writing a draft any more. To write
// one takes a moment, on the slowest card some seconds.
const abandonedAfter = time.Hour

// Write puts data at path, in a folder that exists. After an error or a pulled
// plug what was there before stands whole. Several processes may write the same
// file at once: each of them succeeds, and the last one's data stands. Only the
// user may read the file: a config may hold a PIN's hash, and values are nobody
// else's business.
func Write(path string, data []byte) error { return write(path, data, nil) }

// Replace is [Write] for a file of somebody else: what stands at path, which is a
// regular file, keeps its permissions and its owner, and a link to it stays.
func Replace(path string, data []byte) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	was, err := os.Stat(path)
	if err != nil {
		return err
	}
	return write(path, data, was)
}

// write gives the file the permissions and the owner of another, unless that is nil.
func write(path string, data []byte, like fs.FileInfo) error {
	temp, err := draft(path, data)
	if err != nil {
		return err
	}
	removeAbandoned(path, temp)
	if like != nil {
		err = os.Chmod(temp, like.Mode().Perm())
		if err == nil {
			err = own(temp, like)
		}
	}
	if err == nil {
		err = Rename(temp, path)
	}
	if err != nil {
		_ = os.Remove(temp) // there is none where only the folder is not synced
	}
	return err
}

func draftPrefix(path string) string { return "." + filepath.Base(path) + "-" }

// removeAbandoned removes what a pulled plug left of earlier files at path. The
// age of a draft is measured against own, a draft just written: both have their
// times by the clock of the file system. One of the future was written before a
// wrong clock was set right.
func removeAbandoned(path, own string) {
	now, err := os.Stat(own)
	if err != nil {
		return
	}
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), draftPrefix(path)) {
			continue
		}
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && now.ModTime().Sub(info.ModTime()).Abs() > abandonedAfter {
			_ = os.Remove(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
}

// draft writes data to a new file beside path, on the disk for good, and
// returns its path.
func draft(path string, data []byte) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), draftPrefix(path)+"*")
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
