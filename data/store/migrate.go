package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Migration is how a store was brought to this version of the schema.
type Migration struct {
	From, To int
	Backup   string // of the store as it was before; nobody removes it
	// Refused is how many rows could not be kept, since they would harm: they are
	// in the table observation_refused, as they were.
	Refused int
}

// Migrated returns what a migration through s has done; nil where none was needed.
func (s *Store) Migrated() *Migration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.migrated
}

// migrateAtOpen migrates the store that s has just opened, if it is of an older
// version, and opens it again. That it cannot be migrated is no error here.
func (s *Store) migrateAtOpen(ctx context.Context, op string) error {
	if s.copy || s.current.version >= schemaVersion {
		return nil
	}
	if s.migrate(ctx, op) != nil {
		return nil //nolint:nilerr // reading goes on; the next write says why
	}
	next, err := openSession(ctx, op, s.path, s.copy)
	if err != nil {
		return err
	}
	s.current.close()
	s.current = next
	return nil
}

// migrateNow migrates the store before something is written, if need be.
func (s *Store) migrateNow(ctx context.Context, op string) error {
	if s.copy {
		return nil
	}
	c, err := s.acquire(ctx, op)
	if err != nil {
		return err
	}
	if c.version < schemaVersion {
		if err = s.migrate(ctx, op+": bring the store to version 2 first"); err == nil {
			s.suspect(c) // what it knows of the tables is over
		}
	} else {
		err = s.addIndexes(ctx, op, c)
	}
	s.release(c, err)
	return err
}

// migrate brings the file at the path to this version. It is one transaction: a
// plug pulled at any moment leaves the old tables or the new ones, each whole.
// Of two programs one does it and the other waits for it. A deadline of ctx
// does not end it: what takes longer than a look at the store may would never
// come to its end.
func (s *Store) migrate(ctx context.Context, op string) error {
	ctx, cancel := withoutDeadline(ctx)
	defer cancel()
	db, err := openWriter(s.path, "rw")
	if err != nil {
		return fail(ctx, op, s.path, err)
	}
	defer db.Close()
	// A wall that opens a store must not wait long for somebody who imports.
	_, err = db.ExecContext(ctx, fmt.Sprintf("PRAGMA busy_timeout = %d", readerWait.Milliseconds()))
	var tx *sql.Tx
	if err == nil {
		tx, err = db.BeginTx(ctx, nil)
	}
	if err != nil {
		return fail(ctx, op, s.path, err)
	}
	defer tx.Rollback()
	version, err := identify(ctx, tx, op, s.path)
	if err != nil || version >= schemaVersion {
		return err // another program has done it
	}
	done, err := s.migrateIn(ctx, op, tx, version)
	if err != nil {
		return damagedIfRefused(fail(ctx, op, s.path, err))
	}
	s.mu.Lock()
	s.migrated = done
	s.mu.Unlock()
	return nil
}

// migrateIn does the work between BEGIN and COMMIT, a backup first.
func (s *Store) migrateIn(ctx context.Context, op string, tx *sql.Tx, from int) (done *Migration, err error) {
	if err := expect(ctx, tx, "synchronous", extra); err != nil {
		return nil, err
	}
	before, err := statFile(op, s.path)
	if err != nil {
		return nil, err
	}
	backup, err := backupBefore(ctx, s.path, from, s.now())
	if err != nil {
		return nil, noBackup(op, s.path, err)
	}
	defer func() {
		if err != nil { // nothing has changed, and the next try makes its own
			os.Remove(backup)
		}
	}()
	m := migration{tx: tx}
	for _, step := range m.steps() {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	if err := tx.Commit(); err != nil {
		return nil, err
	}
	if now, err := statFile(op, s.path); err != nil || !os.SameFile(now, before) {
		return nil, &Error{Op: op, Kind: Replaced, Path: s.path}
	}
	return &Migration{From: from, To: schemaVersion, Backup: backup, Refused: m.refused}, nil
}

// backupBefore copies the store as it is before a migration, under a name that
// is free: backups/kpi-version-1-2026-11-21T210000.db for kpi.db.
func backupBefore(ctx context.Context, path string, version int, now time.Time) (string, error) {
	name := fmt.Sprintf("%s-version-%d-%s", stem(path), version, now.Format(nameLayout))
	for n := 1; ; n++ {
		to := filepath.Join(BackupFolder(path), name+".db")
		if n > 1 {
			to = filepath.Join(BackupFolder(path), fmt.Sprintf("%s-%d.db", name, n))
		}
		c, err := Backup(ctx, path, to)
		var own *Error
		if errors.As(err, &own) && own.Kind == Exists && n < 100 {
			continue
		}
		return c.Path, err
	}
}

// noBackup words why there is no backup, and so no migration.
func noBackup(op, path string, err error) error {
	var own *Error
	if errors.As(err, &own) {
		own.Op = op + ": " + own.Op
		if own.Kind == Other {
			own.Err = fmt.Errorf("%q: %w", BackupFolder(path), own.Err)
		}
	}
	return err
}

// withoutDeadline returns a context that ends where ctx is cancelled, but not
// with its time.
func withoutDeadline(ctx context.Context) (context.Context, context.CancelFunc) {
	free, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		if errors.Is(ctx.Err(), context.Canceled) {
			cancel()
		}
	})
	return free, func() { stop(); cancel() }
}

// damagedIfRefused words a constraint that does not let the tables be rebuilt: no
// value was refused.
func damagedIfRefused(err error) error {
	var own *Error
	if errors.As(err, &own) && own.Kind == Rejected {
		own.Kind = Damaged
	}
	return err
}
