//go:build unix

package atomicfile

import (
	"io/fs"
	"os"
	"syscall"
)

// own gives the file at path the owner and the group of another.
func own(path string, of fs.FileInfo) error {
	mine, err := os.Stat(path)
	if err != nil {
		return err
	}
	want, ok := of.Sys().(*syscall.Stat_t)
	have, alike := mine.Sys().(*syscall.Stat_t)
	if !ok || !alike || want.Uid == have.Uid && want.Gid == have.Gid {
		return nil
	}
	return os.Chown(path, int(want.Uid), int(want.Gid))
}
