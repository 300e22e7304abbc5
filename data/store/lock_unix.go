//go:build unix && !solaris && !aix

package store

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

func lockFile(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return ErrHeld
	}
	return err
}

// likeOwner gives the file at path to the owner of another, so that a restore
// that root runs leaves a store which the wall may write. Who may not give
// files away owns the new one anyway.
func likeOwner(path string, info os.FileInfo) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		_ = os.Chown(path, int(s.Uid), int(s.Gid))
	}
}

// fileID is the file's number on its disk. Some file systems, such as ext4, give
// a number away again as soon as its file is gone. Where a file takes the place
// of another that was there until then, as with a restore, the two differ.
func fileID(_ string, info os.FileInfo) string {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return fmt.Sprintf("%d:%d", s.Dev, s.Ino)
	}
	return ""
}
