//go:build !linux && !windows

package doctor

import (
	"errors"
	"io/fs"
)

// DiskOf knows nothing of disks on other systems.
func DiskOf(string) (Disk, error) { return Disk{}, errors.ErrUnsupported }

// MayWrite leaves it to whoever writes to find out.
func MayWrite(string) bool { return true }

func openToAll(fs.FileInfo) bool { return false }
