package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Create makes a new store at path, with the folders above it. Whatever is
// there already stays as it is, and the error is an [*Error] of the kind
// [Exists]. A store that is only half made is never at path.
func Create(ctx context.Context, path string) error {
	const op = "make store"
	abs, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("%s %q: %w", op, path, err)
	}
	if err := vacant(op, abs); err != nil {
		return err
	}
	folder := filepath.Dir(abs)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fail(ctx, op, abs, err)
	}
	draft := draftIn(folder)
	defer os.Remove(draft)
	if err := build(ctx, draft); err != nil {
		return refused(fail(ctx, op, abs, err))
	}
	return fail(ctx, op, abs, publish(op, draft, abs))
}

// refused words a failure to open: a file that is not there yet is not missing.
func refused(err error) error {
	var own *Error
	if errors.As(err, &own) && own.Kind == Missing {
		own.Kind = Permission
	}
	return err
}

// vacant refuses a path where anything is, a broken link included.
func vacant(op, path string) error {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		return &Error{Op: op, Kind: Exists, Path: path, Err: fs.ErrExist}
	}
	return fail(context.Background(), op, path, err)
}

// build makes the tables in a file of its own. The rollback journal is a choice
// for new files only: it needs no side files to read, and says so when the file
// was moved away under a writer. Existing files keep the mode they have.
//
// Only the user may read it: values are nobody else's business. SQLite gives its
// side files the permissions of the file.
func build(ctx context.Context, draft string) error {
	ofdLocking()
	f, err := os.OpenFile(draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	db, err := openWriter(draft, "rw")
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "PRAGMA journal_mode = DELETE"); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := expect(ctx, tx, "synchronous", extra); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, schema); err != nil {
		return err
	}
	return tx.Commit()
}
