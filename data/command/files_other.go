//go:build !windows

package command

import "path/filepath"

func defaultConfig() string { return inHome("XDG_CONFIG_HOME", ".config", "config.toml") }

func defaultStore() string {
	return inHome("XDG_DATA_HOME", filepath.Join(".local", "share"), "kpi.db")
}
