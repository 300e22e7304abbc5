//go:build !windows

package store

import (
	"database/sql"
	"os"
	"path/filepath"
)

// publish gives the finished file its name. A link fails where the name is
// taken, which a rename would not; some file systems have no links.
func publish(op, draft, path string) error {
	if err := os.Link(draft, path); err != nil {
		if err := vacant(op, path); err != nil {
			return err
		}
		if err := rename(draft, path); err != nil {
			return err
		}
	}
	return syncFolder(filepath.Dir(path))
}

// rename gives a file the name of another that nobody writes.
func rename(from, to string) error { return os.Rename(from, to) }

// syncFolder makes a new name in the folder survive a pulled plug. Not every
// system can; the file itself has been synced by SQLite.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	_ = f.Sync()
	return nil
}

// letGo has nothing to do where a file may be replaced that a connection has open:
// until that is closed nobody else can write the store.
func letGo(string, string, *sql.DB) error { return nil }

// heldBack reports whether another program has opened the file at path for itself
// alone, which no program here can.
func heldBack(string) bool { return false }

// handleLocks says that locks do not belong to whoever opened a file unless that is
// asked for.
const handleLocks = false
