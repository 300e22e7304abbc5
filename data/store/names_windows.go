package store

import (
	"database/sql"
	"os"

	"golang.org/x/sys/windows"

	"kpiwall/data/atomicfile"
	"kpiwall/data/oserror"
)

// publish gives the finished file its name, unless that is taken.
func publish(op, draft, path string) error {
	err := atomicfile.Publish(draft, path)
	if err != nil {
		if err := vacant(op, path); err != nil {
			return err
		}
	}
	return err
}

// rename gives a file the name of another that nobody has open.
func rename(from, to string) error { return atomicfile.Rename(from, to) }

// syncFolder has nothing to do: a renaming here is on the disk when it is done.
func syncFolder(string) error { return nil }

// letGo closes the connection that holds the store at path, which is nil for none,
// since no file can be replaced here that is open; for the same reason nobody who has
// it open can lose what they write to it. Where somebody has, the store is [Locked].
func letGo(op, path string, held *sql.DB) error {
	if held != nil {
		if err := held.Close(); err != nil {
			return err
		}
	}
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	const alone = 0 // nobody else may have it open
	h, err := windows.CreateFile(name, windows.GENERIC_READ, alone, nil, windows.OPEN_EXISTING, 0, 0)
	if oserror.Busy(err) {
		return &Error{Op: op, Kind: Locked, Path: path}
	}
	if err == nil {
		_ = windows.CloseHandle(h)
	}
	return nil // there is none, or the swap says what is wrong with it
}

// heldBack reports whether another program has opened the file at path for itself
// alone. Opening a database beside SQLite is safe here: locks belong to handles.
func heldBack(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		f.Close()
	}
	return oserror.Busy(err)
}

// handleLocks says that locks belong to whoever opened a file, without asking for it.
const handleLocks = true
