package doctor

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"kpiwall/data/config"
)

func TestDriver_IsTheLeanOneWhereNoGraphicsDeviceCanBeUsed(t *testing.T) {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		t.Skip("there is one driver only")
	}
	none := filepath.Join(t.TempDir(), "renderD*")
	folder := t.TempDir()
	write(t, filepath.Join(folder, "renderD128"), "")
	device := filepath.Join(folder, "renderD*")
	for _, row := range []struct {
		name    string
		want    config.Driver
		devices string
		use     config.Driver
		why     string
	}{
		{"no device", config.AutoDriver, none, config.Lean, "display.lean"},
		{"a device", config.AutoDriver, device, config.OpenGL, "display.opengl"},
		{"lean is wanted", config.Lean, device, config.Lean, "display.lean.wanted"},
		{"OpenGL is wanted", config.OpenGL, none, config.OpenGL, "display.opengl.wanted"},
	} {
		if use, why := driverFor(row.want, row.devices); use != row.use || why.Code != row.why {
			t.Errorf("%s: %v, %s", row.name, use, why.Code)
		}
	}
	if os.Getuid() == 0 {
		return // may use everything
	}
	if err := os.Chmod(filepath.Join(folder, "renderD128"), 0); err != nil {
		t.Fatal(err)
	}
	if use, why := driverFor(config.AutoDriver, device); use != config.Lean || why.Code != "display.lean.forbidden" {
		t.Errorf("a device that this user may not use: %v, %s", use, why.Code)
	}
}
