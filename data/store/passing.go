package store

import (
	"context"
	"errors"
)

// cures say of each kind of failure whether it passes by itself, so that trying
// again makes sense, and what somebody has to do where it does not, or sooner, in
// the few words that fit on a wall.
var cures = [...]struct {
	passes bool
	remedy string
}{
	Other:      {},
	Missing:    {true, "is its disk there?"}, // also for the moment in which a backup takes its place
	Empty:      {false, "put a backup in its place"},
	Foreign:    {false, "name another path, or put a backup there"},
	Newer:      {false, "update this kpiwall"},
	Damaged:    {false, "put a backup in its place"},
	Locked:     {true, ""},
	Full:       {true, "free some space"},
	ReadOnly:   {false, "make the file and its folder writable"},
	Permission: {false, "allow reading and writing of the file and its folder"},
	Directory:  {false, "name the file in it"},
	Replaced:   {false, "enter it again if it is not there"},
	Rejected:   {false, ""}, // Err says it
	Exists:     {false, "name another path"},
	Copied:     {false, "enter it where this is copied from"},
	Written:    {false, "let a finished copy take its place"},
}

// Passing reports whether the failure may pass by itself, so that trying again
// makes sense. Where it does not, somebody has to do what Remedy says.
func (e *Error) Passing() bool {
	return cures[e.Kind].passes || errors.Is(e.Err, context.DeadlineExceeded) || errors.Is(e.Err, errExhausted)
}

// Remedy returns what somebody can do about the failure, in few words; "" where
// the failure itself says it, or nobody knows.
func (e *Error) Remedy() string { return cures[e.Kind].remedy }
