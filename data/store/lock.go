package store

import (
	"errors"
	"os"
	"path/filepath"

	"kpiwall/data/finding"
)

// ErrHeld says that another process has the lock.
var ErrHeld error = finding.New("store.shown", nil)

// Lock says that a wall shows a store. It locks a file of its own, kpi.db.lock,
// and never the database: other programs go on writing. It ends with its
// process at the latest; the file stays, and means nothing by itself.
type Lock struct{ file *os.File }

// TakeLock takes the lock of the store at path, which need not exist. It fails
// at once with [ErrHeld] where another has it, and with [errors.ErrUnsupported]
// on a system without such locks.
func TakeLock(path string) (*Lock, error) {
	path = resolve(path) + lockSuffix
	// Where root made the file others may only read it, which is enough to lock
	// it, but on network file systems.
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if errors.Is(err, os.ErrPermission) {
		f, err = os.Open(path)
	}
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil {
		f.Close()
		return nil, err
	}
	return &Lock{f}, nil
}

// Held reports whether a process has the lock of the store at path. It makes no
// file.
func Held(path string) bool {
	f, err := os.Open(resolve(path) + lockSuffix)
	if err != nil {
		return false
	}
	defer f.Close()
	return errors.Is(lockFile(f), ErrHeld)
}

const lockSuffix = ".lock"

// Release gives the lock back.
func (l *Lock) Release() error { return l.file.Close() }

// resolve returns the file that path stands for, absolute. Through a link and
// without it a store has the same lock, backups and side files.
func resolve(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return path
}
