// Package logfile keeps what a run of the wall leaves for whoever looks into it
// later: its log, where no journal keeps it, and the report of its last crash.
package logfile

import (
	"os"
	"path/filepath"
)

// Folder returns the folder of the log and of the crash reports: kpiwall in
// $XDG_STATE_HOME or else in ~/.local/state, by the XDG base directory
// specification, which has a relative variable ignored. It may not exist yet.
// It is empty where there is no home.
func Folder() string {
	base := os.Getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(base) {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		base = filepath.Join(home, ".local", "state")
	}
	return filepath.Join(base, "kpiwall")
}
