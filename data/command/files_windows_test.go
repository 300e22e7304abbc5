package command

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDefaultPaths_AreInTheFoldersOfWindowsAndFindOlderFiles(t *testing.T) {
	home := t.TempDir()
	for variable, folder := range map[string]string{"USERPROFILE": "", "AppData": "Roaming", "LocalAppData": "Local", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""} {
		value := filepath.Join(home, folder)
		if len(variable) > 4 && variable[:4] == "XDG_" {
			value = ""
		}
		t.Setenv(variable, value)
	}
	config, store := filepath.Join(home, "Roaming", "kpiwall", "config.toml"), filepath.Join(home, "Local", "kpiwall", "kpi.db")
	if got := DefaultPaths(); got != (Paths{config, store}) {
		t.Errorf("a new user has %v", got)
	}
	older := Paths{filepath.Join(home, ".config", "kpiwall", "config.toml"), filepath.Join(home, ".local", "share", "kpiwall", "kpi.db")}
	write(t, older.Config)
	write(t, older.Store)
	if got := DefaultPaths(); got != older {
		t.Errorf("the files of before are not found: %v", got)
	}
	write(t, config)
	if got := DefaultPaths(); got != (Paths{config, older.Store}) {
		t.Errorf("a file in its own place is not preferred: %v", got)
	}
}

func write(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
}
