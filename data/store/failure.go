package store

import (
	"context"
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
)

// Error is a failure of the store, with the two texts that people need.
type Error struct {
	Op   string // what was being done, such as: record "revenue"
	Kind Kind
	Path string // of the store
	Code int    // SQLite's extended result code; 0 where it did not come to that
	Err  error  // the cause; nil where Kind says all
}

// texts are what the kinds say: in full, with %q for the path and a remedy, and
// in the few words that fit on a wall.
var texts = [...]struct{ full, short string }{
	Missing:    {`there is no file %q; put it back (is its disk there?), restore a backup, or run "kpiwall init" to make a new store`, "store is missing: ask kpiwall doctor"},
	Empty:      {`%q is empty and no store; put a backup there, or remove it and run "kpiwall init"`, "store is empty"},
	Foreign:    {`%q is not a kpiwall store; name another path, or put a backup there`, "not a kpiwall store"},
	Newer:      {`%q was made by a newer kpiwall and is only read; update this one`, "store is of a newer kpiwall"},
	Damaged:    {`%q is damaged; keep the file and put a backup in its place`, "store is damaged"},
	Locked:     {`%q is locked by another program; try again when that is done`, "store is locked by another program"},
	Full:       {`the disk of %q is full; free some space and try again`, "disk is full"},
	ReadOnly:   {`%q can only be read; make the file and its folder writable for this user`, "store can only be read"},
	Permission: {`this user may not open %q; allow reading and writing of the file and its folder`, "no permission to open the store"},
	Directory:  {`%q is a folder; name the file in it`, "store path is a folder"},
	Replaced:   {`%q was replaced by another file meanwhile; record the value again if it is not there`, "store was replaced"},
	Rejected:   {``, "value was refused"},
	Copied:     {`%q is a copy and is only read; record the value where it is copied from`, "a copy takes no values"},
	Written:    {`%q should be a finished copy, but a program writes it; let a whole one take its place, or remove role = "copy" from the config`, "copy is half written"},
	Exists:     {`%q exists already and was left alone; name another path`, "file exists already"},
}

// Error returns what was being done, what is wrong, how to mend it, and the cause.
func (e *Error) Error() string {
	text := e.Op
	if full := texts[e.Kind].full; full != "" {
		text += ": " + fmt.Sprintf(full, e.Path)
		if e.Err != nil {
			text += fmt.Sprintf(" (%v)", e.Err)
		}
		return text
	}
	return fmt.Sprintf("%s: %v", text, e.Err)
}

// Short returns the few words for the wall, which has no room for the path.
func (e *Error) Short() string {
	if short := texts[e.Kind].short; short != "" {
		return short
	}
	switch {
	case errors.Is(e.Err, context.DeadlineExceeded):
		return "store did not answer in time"
	case errors.Is(e.Err, errExhausted):
		return "too many open files"
	case e.Err == nil:
		return "store does not work"
	}
	return e.Err.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
