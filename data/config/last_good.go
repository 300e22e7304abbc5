package config

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"time"

	"kpiwall/data/atomicfile"
	"kpiwall/data/finding"
	"kpiwall/data/oserror"
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
	if old, err := read(path, sizeLimit); err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err := atomicfile.Write(path, data); err != nil {
		return &finding.Error{Err: err, Finding: finding.Finding{
			Severity: finding.Warning, Code: "config.unsaved", Args: finding.Args{"Why": oserror.Cause(err).Error()}, Place: finding.Place{File: path},
		}}
	}
	return nil
}

// LoadGood reads the copy that [SaveGood] keeps at path, and the time since
// when it was good. Files that it names were not kept: it is read without its
// logo, and with the default in place of a theme of its own. A file of holidays,
// which decides what day a value is of, is read beside the configuration at beside,
// where it is there. An error that is [fs.ErrNotExist] says that none was kept.
func LoadGood(path, beside string, checks ...Check) (*Config, time.Time, error) {
	data, err := read(path, sizeLimit)
	if err != nil {
		return nil, time.Time{}, err
	}
	var holidays []attachment
	for _, name := range wanted(data) {
		if !isCalendarFile(name) {
			continue
		}
		if a := attach(beside, name); a.err == nil {
			holidays = append(holidays, a)
		}
	}
	c, err := parse(path, data, holidays, checks)
	if err != nil {
		return nil, time.Time{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, time.Time{}, readError(path, err)
	}
	return c, info.ModTime(), nil
}
