package doctor

import (
	"os"
	"path/filepath"
	"runtime"

	"kpiwall/data/config"
	"kpiwall/data/finding"
)

// graphicsDevices are the files of the devices that draw, whether or not a screen
// hangs on them.
const graphicsDevices = "/dev/dri/renderD*"

// Driver returns which driver shows a wall whose config wants one, and why.
func Driver(want config.Driver) (config.Driver, finding.Finding) {
	return driverFor(want, graphicsDevices)
}

func driverFor(want config.Driver, devices string) (config.Driver, finding.Finding) {
	switch {
	case runtime.GOOS == "darwin" || runtime.GOOS == "windows": // they have no X server
		return config.OpenGL, finding.Finding{Code: "display.opengl.only"}
	case want == config.Lean:
		return want, finding.Finding{Code: "display.lean.wanted"}
	case want == config.OpenGL:
		return want, finding.Finding{Code: "display.opengl.wanted"}
	}
	found, _ := filepath.Glob(devices) // the pattern is well formed
	for _, device := range found {
		if usable(device) {
			return config.OpenGL, finding.Finding{Code: "display.opengl", Args: finding.Args{"Device": device}}
		}
	}
	if len(found) > 0 {
		return config.Lean, finding.Finding{Code: "display.lean.forbidden", Severity: finding.Note, Args: finding.Args{"Device": found[0]}}
	}
	return config.Lean, finding.Finding{Code: "display.lean"}
}

// usable reports whether this user may draw with a device, as OpenGL would.
func usable(device string) bool {
	f, err := os.OpenFile(device, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	f.Close()
	return true
}
