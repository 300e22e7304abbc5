package config

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// GoodPath returns where the last good configuration is kept for the store at
// storePath: kpi.good.toml beside kpi.db.
func GoodPath(storePath string) string {
	return strings.TrimSuffix(storePath, filepath.Ext(storePath)) + ".good.toml"
}

// SaveGood keeps data, the [Config.Source] of a configuration without problems,
// at path. A file that holds the same already is left alone, so that its time
// says since when it has been good. After an error or a pulled plug the older
// copy stands whole.
func SaveGood(path string, data []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	removeTemps(filepath.Dir(path))
	temp, err := writeTemp(filepath.Dir(path), data)
	if err != nil {
		return &unsaved{path, err}
	}
	if err := os.Rename(temp, path); err != nil {
		return &unsaved{path, errors.Join(err, os.Remove(temp))}
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return &unsaved{path, err}
	}
	return nil
}

// LoadGood reads the copy that [SaveGood] keeps at path, and the time since
// when it was good. Files that it names were not kept: it is read without its
// logo, and with the default in place of a theme of its own. An error that is
// [fs.ErrNotExist] says that none was kept.
func LoadGood(path string, checks ...Check) (*Config, time.Time, error) {
	data, err := read(path)
	if err != nil {
		return nil, time.Time{}, err
	}
	c, err := parse(path, data, nil, checks)
	if err != nil {
		return nil, time.Time{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, time.Time{}, &unread{path, reason(err), err}
	}
	return c, info.ModTime(), nil
}

// unsaved is a copy that could not be kept.
type unsaved struct {
	path string
	err  error
}

func (e *unsaved) Error() string {
	return "keep the last good config at \"" + e.path + "\": " + reason(e.err)
}

func (e *unsaved) Unwrap() error { return e.err }

// tempPattern names the copies on their way.
const tempPattern = ".good-*.toml"

// removeTemps removes what a pulled plug left of earlier copies. Where it meets
// the copy of another wall, that one says that it keeps none.
func removeTemps(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if ok, _ := filepath.Match(tempPattern, e.Name()); ok {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// writeTemp writes data to a new file in folder, on the disk for good, and
// returns its path. Only the user may read it: it may hold a PIN's hash.
func writeTemp(folder string, data []byte) (path string, err error) {
	f, err := os.CreateTemp(folder, tempPattern)
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// syncFolder puts the renaming itself on the disk. Windows has no such call and
// needs none.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
