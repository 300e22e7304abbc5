package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"kpiwall/data/finding"
	"kpiwall/data/oserror"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// fail makes an [*Error] of err, which may come from SQLite, the file system or
// ctx. An error that is one already, or that a caller branches on, passes.
func fail(ctx context.Context, op, path string, err error) error {
	var own *Error
	if err == nil || errors.As(err, &own) {
		return err
	}
	e := &Error{Op: op, Path: path, Err: err}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		e.Err = pe.Err // the path is told anyway
	}
	var se *sqlite.Error
	switch {
	case errors.As(err, &se):
		e.Code = se.Code()
		e.Kind = kindOf(se, path)
		if e.Kind == Rejected {
			e.Err = errors.New(refusal(se.Error()))
		}
		if e.Kind == Permission && exhausted(path) {
			e.Kind, e.Err = Other, errExhausted
		}
	case errors.Is(err, errDamaged):
		e.Kind = Damaged
	case ctx.Err() != nil:
		// A transaction that its context ended answers "already done" to all
		// that follows; the context is the cause.
		e.Err = ctx.Err()
	case errors.Is(err, fs.ErrNotExist):
		e.Kind = Missing
	case oserror.Busy(err):
		e.Kind = Locked
	case errors.Is(err, fs.ErrPermission):
		e.Kind = Permission
	case oserror.ReadOnly(err):
		e.Kind = ReadOnly
	case oserror.Full(err):
		e.Kind = Full
	}
	return e
}

// kindOf maps SQLite's result code; the low byte is its primary code.
func kindOf(e *sqlite.Error, path string) Kind {
	if e.Code() == lib.SQLITE_READONLY_DBMOVED {
		return Replaced
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return Locked
	case lib.SQLITE_FULL:
		return Full
	case lib.SQLITE_READONLY:
		if e.Code() == lib.SQLITE_READONLY_ROLLBACK {
			return Unfinished
		}
		return ReadOnly
	case lib.SQLITE_CANTOPEN:
		return cannotOpen(path)
	case lib.SQLITE_PERM, lib.SQLITE_AUTH:
		return Permission
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB, lib.SQLITE_FORMAT:
		return Damaged
	case lib.SQLITE_CONSTRAINT, lib.SQLITE_TOOBIG:
		return Rejected
	case lib.SQLITE_ERROR:
		if strings.Contains(e.Error(), "no such table") || strings.Contains(e.Error(), "no such column") {
			return Damaged
		}
	}
	return Other
}

// cannotOpen finds out what SQLite's one code for every failed open stands for.
// It asks for the file's state only: opening a live database and closing it
// again would drop the locks of the connections that have it open.
func cannotOpen(path string) Kind {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Missing
	case err == nil && info.IsDir():
		return Directory
	case err == nil && heldBack(path):
		return Locked
	case err == nil && shut(path+"-journal"):
		return Unfinished
	}
	return Permission
}

// shut reports whether there is a file at path, which is no database, that this
// user may not open.
func shut(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		f.Close()
	}
	return errors.Is(err, fs.ErrPermission)
}

// errExhausted is what the system says when a program has too many files open.
var errExhausted = finding.New("store.open_files", nil)

// exhausted reports whether nothing can be opened at all, which SQLite does not
// tell from a file that is not there. It tries with the folder.
func exhausted(path string) bool {
	f, err := os.Open(filepath.Dir(path))
	if err == nil {
		f.Close()
	}
	return errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE)
}

// refusal cuts the words of the schema out of the driver's text: "constraint
// failed: CHECK constraint failed: at must be … (275)".
func refusal(text string) string {
	for {
		_, rest, found := strings.Cut(text, "constraint failed: ")
		if !found {
			break
		}
		text = rest
	}
	if i := strings.LastIndex(text, " ("); i > 0 && strings.HasSuffix(text, ")") {
		text = text[:i]
	}
	return text
}
