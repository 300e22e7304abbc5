package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"sync/atomic"

	lib "modernc.org/sqlite/lib"
)

// session is one opened file. When another file takes its place at the path, a
// new session is opened and this one ends with its last user.
type session struct {
	path    string
	number  int         // counts the sessions of a store
	file    os.FileInfo // as it was opened, to notice another in its place
	version int         // of the schema
	copy    bool        // see [Options]
	reader  *sql.DB
	writer  *sql.DB // nil for a copy

	window   *sql.Stmt // see walk.go
	instants *sql.Stmt

	log atomic.Pointer[os.FileInfo] // the write-ahead log that it goes by, nil for none; see wal.go

	indexed atomic.Bool // whether it is known to have the later indexes

	written *sql.Stmt // see written.go; nil where [View.Written] cannot tell
	states  *sql.Stmt
	renewed *sql.Stmt

	poll    *sql.Conn // pinned: PRAGMA data_version compares within one connection only
	polls   int       // connections pinned so far
	pragmas pragmas   // of the pinned one
	schema  [3]int64  // their fingerprint when it was last identified

	// Guarded by Store.mu.
	users   int
	retired bool
	suspect bool // an error says that its connections may be beyond repair
}

// openSession opens the file at path, which must be absolute; asCopy is
// Options.Copy.
func openSession(ctx context.Context, op, path string, asCopy bool) (*session, error) {
	ofdLocking()
	for {
		s := &session{path: path, copy: asCopy}
		err := s.open(ctx, op)
		var now os.FileInfo
		if err == nil {
			now, err = statFile(op, path)
		}
		if err != nil {
			s.close()
			return nil, err
		}
		// A file swapped in between has the identity of neither.
		if s.isCurrent(now) && s.hasLog() {
			return s, nil
		}
		s.close()
	}
}

func (s *session) open(ctx context.Context, op string) (err error) {
	if s.file, err = statFile(op, s.path); err != nil {
		return err
	}
	if s.file.Size() == 0 {
		return &Error{Op: op, Kind: Empty, Path: s.path}
	}
	if err = s.connect(op); err != nil {
		return fail(ctx, op, s.path, err)
	}
	if s.version, err = s.pin(ctx, op); err != nil {
		return unreadable(err)
	}
	if err = s.findLog(ctx, op); err != nil {
		return err
	}
	if s.window, err = s.reader.PrepareContext(ctx, windowQuery(s.version)); err != nil {
		return fail(ctx, op, s.path, err)
	}
	if s.instants, err = s.reader.PrepareContext(ctx, instantsQuery(s.version)); err == nil && s.version == schemaVersion {
		err = s.prepareWritten(ctx)
	}
	return fail(ctx, op, s.path, err)
}

// connect makes the connections, none of which is used yet.
func (s *session) connect(op string) (err error) {
	if s.copy {
		if err := alone(op, s.path); err != nil {
			return err
		}
		s.reader, err = openCopy(s.path)
		return err
	}
	if s.reader, err = openReader(s.path); err != nil {
		return err
	}
	s.writer, err = openWriter(s.path, "rw")
	return err
}

// unreadable turns "not a database" into [Foreign]: what was never read as a
// store has not been damaged either, as far as anybody knows.
func unreadable(err error) error {
	var own *Error
	if errors.As(err, &own) && own.Code&0xff == lib.SQLITE_NOTADB {
		own.Kind = Foreign
	}
	return err
}

// statFile asks for the file's state without opening it.
func statFile(op, path string) (os.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fail(context.Background(), op, path, err)
	case info.IsDir():
		return nil, &Error{Op: op, Kind: Directory, Path: path}
	case !info.Mode().IsRegular():
		return nil, &Error{Op: op, Kind: Foreign, Path: path}
	}
	return info, nil
}

// pin takes a connection for the watch, and returns the version of the schema
// that it is connected to.
func (s *session) pin(ctx context.Context, op string) (version int, err error) {
	if s.poll, err = s.reader.Conn(ctx); err != nil {
		return 0, fail(ctx, op, s.path, err)
	}
	s.polls++
	if version, err = identify(ctx, s.poll, op, s.path); err == nil {
		err = fail(ctx, op, s.path, s.readyWatch(ctx))
	}
	if err != nil {
		s.unpin()
		return 0, err
	}
	return version, nil
}

// readyWatch sees that the pinned connection is as wanted, and plans what it will be
// asked.
func (s *session) readyWatch(ctx context.Context) error {
	if err := expect(ctx, s.poll, "query_only", 1); err != nil {
		return err
	}
	if err := expect(ctx, s.poll, "busy_timeout", int(readerWait.Milliseconds())); err != nil {
		return err
	}
	var err error
	if s.pragmas, err = preparePragmas(ctx, s.poll); err == nil {
		s.schema, err = s.pragmas.fingerprint(ctx)
	}
	return err
}

// unpin gives the connection of the watch back, which may be gone with its
// context: the next call pins another.
func (s *session) unpin() {
	if s.poll != nil {
		s.pragmas.close()
		_ = s.poll.Close()
		s.poll = nil
	}
}

// ours refuses a newer schema, of which only the views are known to stay.
func (s *session) ours(op string) error {
	if s.version > schemaVersion {
		return &Error{Op: op, Kind: Newer, Path: s.path}
	}
	return nil
}

// close ends the connections; a transaction that still runs keeps its own.
func (s *session) close() {
	s.unpin()
	for _, db := range []*sql.DB{s.reader, s.writer} {
		if db != nil {
			_ = db.Close()
		}
	}
}
