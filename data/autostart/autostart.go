// Package autostart has the session of a user begin with a program: by an entry of
// the desktop, or of Windows.
package autostart

// name is what the entry is called, in every place that has such.
const name = "kpiwall"

// State is whether sessions begin with the program.
type State struct {
	Where   string // the file or key that has the entry
	On      bool   // there is one
	Off     bool   // somebody has switched it off elsewhere
	Service bool   // there is none, but systemd's service is enabled
}
