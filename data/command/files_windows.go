package command

import (
	"os"
	"path/filepath"
)

func defaultConfig() string { return here("AppData", "config.toml", "XDG_CONFIG_HOME", ".config") }

// defaultStore is not in the folder that Windows carries from computer to computer
// with a user: two walls would have one store by turns.
func defaultStore() string {
	return here("LocalAppData", "kpi.db", "XDG_DATA_HOME", filepath.Join(".local", "share"))
}

// here returns the path of file in the folder that Windows names by variable. A file
// that only the place of other systems has, where kpiwall once looked here too, is
// found there.
func here(variable, file, xdg, folder string) string {
	elsewhere := inHome(xdg, folder, file)
	base := os.Getenv(variable)
	if !filepath.IsAbs(base) {
		return elsewhere
	}
	path := filepath.Join(base, "kpiwall", file)
	if !exists(path) && exists(elsewhere) {
		return elsewhere
	}
	return path
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
