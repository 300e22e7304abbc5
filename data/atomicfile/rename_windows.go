package atomicfile

import (
	"os"
	"time"

	"golang.org/x/sys/windows"

	"kpiwall/data/oserror"
)

// patience is how long somebody is waited for who has the file open: a virus
// scanner or an indexer looks at each new file for a moment, and no file that is
// open can be replaced here.
const (
	patience = 2 * time.Second
	pause    = 20 * time.Millisecond
)

// Rename gives the file at from the name to, in place of the file that has it, and
// returns when that is on the disk.
func Rename(from, to string) error {
	return retry(from, to, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
}

// Publish gives the file at from the name to, which nothing may have
// ([os.ErrExist]), and returns when that is on the disk.
func Publish(from, to string) error { return retry(from, to, windows.MOVEFILE_WRITE_THROUGH) }

func retry(from, to string, flags uint32) error {
	end := time.Now().Add(patience)
	for {
		err := move(from, to, flags)
		if err == nil {
			return nil
		}
		// Who replaces a file that is open is denied access, as where it may not be written.
		if !oserror.Busy(err) && err != windows.ERROR_ACCESS_DENIED || time.Now().After(end) {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
		}
		time.Sleep(pause)
	}
}

func move(from, to string, flags uint32) error {
	a, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	b, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(a, b, flags)
}
