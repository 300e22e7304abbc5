// Package oserror tells what errors of the file system mean, on every system that
// kpiwall runs on: each has numbers of its own, and Go compares only some of them.
package oserror

import (
	"errors"
	"io/fs"
	"os"
	"slices"
)

// Full reports whether err says that a disk is full.
func Full(err error) bool { return is(err, full) }

// ReadOnly reports whether err says that a disk cannot be written at all.
func ReadOnly(err error) bool { return is(err, readOnly) }

// Busy reports whether err says that another program has a file open and lets
// nobody else at it, which passes by itself. Only Windows has that.
func Busy(err error) bool { return is(err, busy) }

// Cause returns what the system says, without what was being done and the paths that
// Go puts before it: they are told anyway.
func Cause(err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at):
		return at.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

func is(err error, kinds []error) bool {
	return slices.ContainsFunc(kinds, func(k error) bool { return errors.Is(err, k) })
}
