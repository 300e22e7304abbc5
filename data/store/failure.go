package store

import (
	"fmt"

	"kpiwall/data/finding"
)

// ErrNotInForce says that a row has been replaced since it was shown.
var ErrNotInForce error = finding.New("row.replaced", nil)

// Kind is what is wrong with a store. It decides what a person can do about it.
type Kind uint8

// The kinds of failure.
const (
	Other      Kind = iota
	Missing         // no file there
	Empty           // a file without anything in it
	Foreign         // a file of another program
	Newer           // made by a newer kpiwall: read, never written
	Damaged         // parts of it are broken or absent
	Locked          // another program holds it; passes by itself
	Full            // no space left on its disk; reading goes on
	ReadOnly        // the file, its folder or its disk cannot be written
	Permission      // this user may not open it
	Directory       // the path names a folder
	Replaced        // another file took its place during a write
	Rejected        // the schema refuses the row; Err holds its words
	Exists          // Create found something at the path
	Copied          // a copy takes no values
	Written         // what should be a copy is written by another program
	Unfinished      // a program died while it wrote, and this user may not roll that back
)

// Error is a failure of the store.
type Error struct {
	Op   string // what was being done, such as: record "revenue"
	Kind Kind
	Path string // of the store
	Code int    // SQLite's extended result code; 0 where it did not come to that
	Err  error  // the cause; nil where Kind says all
}

var kindNames = [...]string{
	Other: "failed", Missing: "missing", Empty: "empty", Foreign: "foreign", Newer: "newer", Damaged: "damaged", Locked: "locked",
	Full: "full", ReadOnly: "read-only", Permission: "no permission", Directory: "a directory", Replaced: "replaced",
	Rejected: "rejected", Exists: "exists", Copied: "a copy", Written: "being written", Unfinished: "unfinished",
}

// Error returns what was being done, what is wrong with which store, and the cause:
// for whoever debugs the program. What people read is in package words.
func (e *Error) Error() string {
	text := fmt.Sprintf("%s: store %q: %s", e.Op, e.Path, kindNames[e.Kind])
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
