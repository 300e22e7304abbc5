//go:build !windows

package logfile

import (
	"os"
	"path/filepath"
)

// stateHome is $XDG_STATE_HOME or else ~/.local/state, by the XDG base directory
// specification, which has a relative variable ignored.
func stateHome() string {
	if base := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(base) {
		return base
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, ".local", "state")
}

// homeVariables are what makes a home where there is none.
const homeVariables = "HOME or XDG_STATE_HOME"
