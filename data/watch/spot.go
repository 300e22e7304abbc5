package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// linksLimit is how many symbolic links a path may lead over, as in Linux.
const linksLimit = 40

// spot is a folder, and the names in it on which a file depends.
type spot struct {
	folder string
	info   os.FileInfo
	names  []string
}

// spots are all those of some files.
type spots []spot

// spotsOf returns where paths can change: the folder of each file, and that of
// each symbolic link on the way to it. A file that is not there has its spot;
// where its folder is not there, that is an error.
func spotsOf(paths []string) (all spots, err error) {
	for _, path := range paths {
		if path, err = filepath.Abs(path); err == nil {
			err = all.follow(path)
		}
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// follow adds the spots of path, which is absolute.
func (all *spots) follow(path string) error {
	root := filepath.VolumeName(path) + string(filepath.Separator)
	folder, rest := root, parts(path[len(root):])
	for links := 0; len(rest) > 0; {
		name := rest[0]
		rest = rest[1:]
		here := filepath.Join(folder, name)
		info, err := os.Lstat(here)
		switch {
		case errors.Is(err, fs.ErrNotExist) && len(rest) == 0:
			return all.add(folder, name)
		case err != nil:
			return err
		case info.Mode()&fs.ModeSymlink == 0:
			if len(rest) == 0 {
				return all.add(folder, name)
			}
			folder = here
			continue
		}
		if links++; links > linksLimit {
			return fmt.Errorf("%s: too many symbolic links", path)
		}
		if err := all.add(folder, name); err != nil {
			return err
		}
		target, err := os.Readlink(here)
		if err != nil {
			return err
		}
		if filepath.IsAbs(target) {
			folder = root
			target = strings.TrimPrefix(target, root)
		}
		rest = append(parts(target), rest...)
	}
	return nil
}

// parts returns the names that a path consists of.
func parts(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) })
}

func (all *spots) add(folder, name string) error {
	info, err := os.Stat(folder)
	if err != nil {
		return err
	}
	for i := range *all {
		if s := &(*all)[i]; s.folder == folder {
			if !slices.Contains(s.names, name) {
				s.names = append(s.names, name)
			}
			return nil
		}
	}
	*all = append(*all, spot{folder, info, []string{name}})
	return nil
}

// same reports whether all and others are the same folders and names.
func (all spots) same(others spots) bool {
	return slices.EqualFunc(all, others, func(a, b spot) bool {
		return a.folder == b.folder && os.SameFile(a.info, b.info) && slices.Equal(a.names, b.names)
	})
}

// concerns reports whether something that happened at path may matter: to one of
// the folders, to one of the names or to a file beside it that begins like it, as
// SQLite's do.
func (all spots) concerns(path string) bool {
	path = filepath.Clean(path)
	folder, name := filepath.Dir(path), filepath.Base(path)
	return slices.ContainsFunc(all, func(s spot) bool {
		return alike(s.folder, path) || alike(s.folder, folder) && slices.ContainsFunc(s.names, func(own string) bool {
			return len(name) >= len(own) && alike(name[:len(own)], own)
		})
	})
}

// alike reports whether two names are of one file. Windows tells them as they were
// first written, whatever a config calls them.
func alike(a, b string) bool {
	return a == b || runtime.GOOS == "windows" && strings.EqualFold(a, b)
}
