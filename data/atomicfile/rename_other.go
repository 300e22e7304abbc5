//go:build !windows

package atomicfile

import (
	"errors"
	"os"
	"path/filepath"
)

// Rename gives the file at from the name to, in place of the file that has it, and
// returns when that is on the disk.
func Rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

// syncFolder puts new names in a folder on the disk.
func syncFolder(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
