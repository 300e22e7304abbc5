package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

func (s *session) logPath() string { return resolve(s.path) + "-wal" }

// findLog notes the write-ahead log that the connections of the session go by. It is
// there once one of them has read.
func (s *session) findLog(ctx context.Context, op string) error {
	var mode string
	if err := s.poll.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode); err != nil {
		return fail(ctx, op, s.path, err)
	}
	switch known := s.log.Load(); {
	case s.copy || mode != "wal":
		s.log.Store(nil)
	case known == nil:
		// One that is gone already is noted as nothing, which is found nowhere.
		info, err := os.Stat(s.logPath())
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			s.log.Store(&info)
		}
	}
	return nil
}

// hasLog reports whether the write-ahead log that the session goes by is at its place, if
// it has one. Connections whose log somebody deleted go on with what they hold of it: they
// see nothing that others write, keep others from writing where the store has no log any
// more, and where it has a new one remove that with their end. Closed at once, they bring
// what they hold to the store.
func (s *session) hasLog() bool {
	known := s.log.Load()
	if known == nil {
		return true
	}
	now, err := os.Stat(s.logPath())
	if err == nil {
		return *known != nil && os.SameFile(now, *known)
	}
	return !errors.Is(err, fs.ErrNotExist)
}
