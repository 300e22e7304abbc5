package config_test

import (
	"path/filepath"
	"strings"
	"testing"

	. "kpiwall/data/config"
)

// A window does not wait for the board: what it needs to know is found out alone, and
// is to be what the board then finds.
func TestDriverIn_SaysWhatTheWholeConfigurationWould(t *testing.T) {
	for _, row := range []struct {
		lines string
		want  Driver
		ok    bool
	}{
		{"", AutoDriver, true},
		{"driver = \"auto\"\n", AutoDriver, true},
		{"driver = \"opengl\"\n", OpenGL, true},
		{"driver = \"lean\"\ntheme = \"daylight\"\n", Lean, true},
		{"driver = \"leen\"\n", AutoDriver, false},
		{"driver = 1\n", AutoDriver, false},
		{"driver = \"lean\n", AutoDriver, false},
	} {
		path := filepath.Join(t.TempDir(), "c.toml")
		write(t, path, strings.Replace(small, "[screen]\n", "[screen]\n"+row.lines, 1))
		got, ok := DriverIn(path)
		if got != row.want || ok != row.ok {
			t.Errorf("%q: %v %v, want %v %v", row.lines, got, ok, row.want, row.ok)
		}
		c, err := Load(path)
		if (err == nil) != row.ok || err == nil && c.Screen.Driver != row.want {
			t.Errorf("%q: the whole says otherwise: %v", row.lines, err)
		}
	}
	if got, ok := DriverIn(filepath.Join(t.TempDir(), "none.toml")); ok || got != AutoDriver {
		t.Errorf("without a file: %v %v", got, ok)
	}
}
