package doctor

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// DiskOf returns what holds folder. It opens nothing.
func DiskOf(folder string) (Disk, error) {
	if _, err := os.Stat(folder); err != nil {
		return Disk{}, err
	}
	root, err := volumeOf(folder)
	if err != nil {
		return Disk{}, err
	}
	var d Disk
	if windows.GetDriveType(root) == windows.DRIVE_REMOTE {
		d.Network = "Windows"
	}
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return Disk{}, err
	}
	d.Known = windows.GetDiskFreeSpaceEx(name, &d.Free, nil, nil) == nil
	var flags uint32
	if err := windows.GetVolumeInformation(root, nil, 0, nil, nil, &flags, nil, 0); err == nil {
		d.ReadOnly = flags&windows.FILE_READ_ONLY_VOLUME != 0
	}
	return d, nil
}

// volumeOf returns the root of what holds folder: a drive, a share (\\server\name\),
// or a folder at which a disk is mounted.
func volumeOf(folder string) (*uint16, error) {
	abs, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	name, err := windows.UTF16PtrFromString(abs)
	if err != nil {
		return nil, err
	}
	root := make([]uint16, windows.MAX_LONG_PATH)
	if err := windows.GetVolumePathName(name, &root[0], uint32(len(root))); err != nil {
		return nil, err
	}
	return &root[0], nil
}

// MayWrite reports whether this user may write the file or folder at path. It asks
// by opening it, for rights here come from many places; no lock depends on that.
func MayWrite(path string) bool {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return false
	}
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	// In a folder this is the right to make a file.
	h, err := windows.CreateFile(name, windows.FILE_WRITE_DATA, share, nil, windows.OPEN_EXISTING, windows.FILE_FLAG_BACKUP_SEMANTICS, 0)
	if err != nil {
		return !errors.Is(err, fs.ErrPermission) && !errors.Is(err, fs.ErrNotExist)
	}
	_ = windows.CloseHandle(h)
	return true
}

// openToAll is not known here: the rights of a file are those of its folder, and
// in a user's own folders nobody else has any.
func openToAll(fs.FileInfo) bool { return false }
