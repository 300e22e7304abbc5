package logfile

import "os"

// stateHome is what Windows calls a user's own data of this computer.
func stateHome() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return base
}

// homeVariables are what makes a home where there is none.
const homeVariables = "LocalAppData"
