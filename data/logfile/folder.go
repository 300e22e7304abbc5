// Package logfile keeps what a run of the wall leaves for whoever looks into it
// later: its log, where no journal keeps it, and the report of its last crash.
package logfile

import "path/filepath"

// Folder returns the folder of the log and of the crash reports, where the system
// has such things. It may not exist yet. It is empty where there is no home.
func Folder() string {
	base := stateHome()
	if base == "" {
		return ""
	}
	return filepath.Join(base, "kpiwall")
}
