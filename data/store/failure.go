package store

import (
	"errors"
	"fmt"
)

// ErrNotInForce says that a row has been replaced since it was shown.
var ErrNotInForce = errors.New("the value has been replaced since; look at the newer one first")

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

// texts are what the kinds say, with %q for the path and a remedy.
var texts = [...]string{
	Missing:    `there is no file %q; put it back (is its disk there?), restore a backup, or run "kpiwall init" to make a new store`,
	Empty:      `%q is empty and no store; put a backup there, or remove it and run "kpiwall init"`,
	Foreign:    `%q is not a kpiwall store; name another path, or put a backup there`,
	Newer:      `%q was made by a newer kpiwall and is only read; update this one`,
	Damaged:    `%q is damaged; keep the file and put a backup in its place`,
	Locked:     `%q is locked by another program; try again when that is done`,
	Full:       `the disk of %q is full; free some space and try again`,
	ReadOnly:   `%q can only be read; make the file and its folder writable for this user`,
	Permission: `this user may not open %q; allow reading and writing of the file and its folder`,
	Directory:  `%q is a folder; name the file in it`,
	Replaced:   `%q was replaced by another file meanwhile; record the value again if it is not there`,
	Rejected:   ``,
	Copied:     `%q is a copy and is only read; record the value where it is copied from`,
	Written:    `%q should be a finished copy, but a program writes it; let a whole one take its place, or remove role = "copy" from the config`,
	Unfinished: `%q was left half written by a program that died, and this user may not roll that back; have the one who wrote run "kpiwall doctor", or allow this one to write the file, its folder and the -journal beside it`,
	Exists:     `%q exists already and was left alone; name another path`,
}

// Error returns what was being done, what is wrong, how to mend it, and the cause.
func (e *Error) Error() string {
	text := e.Op
	if full := texts[e.Kind]; full != "" {
		text += ": " + fmt.Sprintf(full, e.Path)
		if e.Err != nil {
			text += fmt.Sprintf(" (%v)", e.Err)
		}
		return text
	}
	return fmt.Sprintf("%s: %v", text, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
