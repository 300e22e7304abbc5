package doctor

import (
	"io/fs"
	"syscall"
)

// readOnlyFlag is ST_RDONLY of statfs(2).
const readOnlyFlag = 1

// DiskOf returns what holds folder. It opens nothing.
func DiskOf(folder string) (Disk, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return Disk{}, err
	}
	network := remote[uint32(s.Type)] // 32 bits wide on some machines, with a sign on others
	return Disk{
		Free:     s.Bavail * uint64(s.Bsize),
		Known:    s.Blocks > 0,
		Network:  network,
		Maybe:    network == fuse,
		ReadOnly: s.Flags&readOnlyFlag != 0,
	}, nil
}

// MayWrite reports whether this user may write the file or folder at path.
func MayWrite(path string) bool {
	const write = 2 // W_OK
	return syscall.Access(path, write) == nil
}

// openToAll reports whether every user may write a file, or in a folder without
// the mark that lets each remove only their own.
func openToAll(info fs.FileInfo) bool { return info.Mode()&(0o002|fs.ModeSticky) == 0o002 }
