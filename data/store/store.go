// Package store keeps values in SQLite. Nothing in it is ever destroyed: a new
// value supersedes the one it replaces, and undo puts the older one back.
//
// Other programs write to the same file at any time; schema.sql tells them how.
// The package therefore trusts nothing that it has read before, and never
// opens the file but through SQLite.
package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	lib "modernc.org/sqlite/lib"

	"modernc.org/sqlite"

	"kpiwall/data/kpi"
)

// Value is one row of the store.
type Value struct {
	kpi.Value
	KPI        string
	Withdrawn  bool  // recorded without a number: the value before it was taken back
	Superseded bool  // a later row stands in its place
	Batch      int64 // the import or round it came with, of [Tx.NewBatch]; 0: none
	Undoes     int64 // the row that it took back; 0: none. Only histories and undos tell it
	// Unreadable says what is wrong with a row that cannot be read; nil with all
	// others. It then has no number and may have no moment.
	Unreadable error
}

// Options say how a store is opened.
type Options struct {
	Now func() time.Time // the clock for when a value was recorded; must not be nil
	// Copy says that the file is a copy of another store, whose place a newer one
	// takes as a whole. It is read without locks and without anything being made
	// beside it, and refuses values ([Copied]).
	Copy bool
}

// Store is an open store. It is safe for several goroutines.
type Store struct {
	path string // absolute
	now  func() time.Time
	copy bool

	mu       sync.Mutex
	current  *session
	closed   bool
	migrated *Migration

	watch sync.Mutex // held by Changed
	seen  mark       // what Changed has seen
}

// Open opens the store at path, and never makes one. A file that is missing,
// empty, foreign or damaged is an [*Error]. A store of a newer kpiwall opens,
// and then refuses what needs more than the values in force ([Newer]); one that
// cannot be written opens, and refuses writing ([ReadOnly]). One of version 1 is
// brought to version 2 ([Store.Migrated]), unless it is a copy; where that
// fails it is read as it is, and the next write tries again and says why.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	const op = "open store"
	if o.Now == nil {
		return nil, errors.New("open store: Options.Now is nil; pass a clock")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s %q: %w", op, path, err)
	}
	s := &Store{path: abs, now: o.Now, copy: o.Copy}
	if s.current, err = openSession(ctx, op, abs, o.Copy); err != nil {
		return nil, err
	}
	if err = s.migrateAtOpen(ctx, op); err == nil {
		s.seen, err = s.current.readMark(ctx, op)
	}
	if err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}

// Close closes the store. What other goroutines have begun in it they may end.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.closed = true
		s.retire()
	}
	return nil
}

// acquire returns the session of the file that is at the path now, and opens
// it where another has taken its place. The caller must release it.
func (s *Store) acquire(ctx context.Context, op string) (*session, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, fmt.Errorf("%s: store %q: %w", op, s.path, fs.ErrClosed)
	}
	info, err := statFile(op, s.path)
	if err != nil {
		return nil, err
	}
	if s.current.suspect || !s.current.hasLog() {
		s.retire() // first: beside the old connections new ones may fail like them
	}
	if s.current.retired || !s.current.isCurrent(info) {
		next, err := openSession(ctx, op, s.path, s.copy)
		if err != nil {
			return nil, err
		}
		next.number = s.current.number + 1
		s.retire()
		s.current = next
	}
	s.current.users++
	return s.current, nil
}

// release gives a session back, with the error that its use ended in.
func (s *Store) release(c *session, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.suspect = c.suspect || broken(err)
	if c.users--; c.retired && c.users == 0 {
		c.close()
	}
}

// suspect has c opened anew with its next use.
func (s *Store) suspect(c *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.suspect = true
}

// retire closes the current session as soon as nobody uses it. The caller holds mu.
func (s *Store) retire() {
	again := s.current.retired
	s.current.retired = true
	if s.current.users == 0 && !again {
		s.current.close()
	}
}

// broken reports whether err is of a kind that new connections may heal, such
// as a journal that somebody deleted under the old ones.
func broken(err error) bool {
	var own *Error
	var se *sqlite.Error
	if !errors.As(err, &own) || !errors.As(own.Err, &se) {
		return false
	}
	return own.Kind == Damaged || se.Code()&0xff == lib.SQLITE_IOERR
}
