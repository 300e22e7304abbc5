//go:build !windows

package locale

// system is the language where none is set.
func system() string { return "en_US" }
