package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"modernc.org/sqlite"
)

// mark is a state of the store that can be compared. SQLite's data version
// moves with every commit of another connection, and the watch has its own, so
// that this process's writes count as well.
type mark struct {
	session int // which file
	polls   int // which connection to it: versions of two do not compare
	version int64
}

// Changed reports whether anything was written, by another program or through
// s, or the file was replaced (it is then opened anew), since the last call or
// since Open. It costs microseconds. After an error it reports true as soon as
// the store answers again. A file that is overwritten in place by something
// else is an [*Error], as it is for [Open].
func (s *Store) Changed(ctx context.Context) (bool, error) {
	const op = "look for changes"
	s.watch.Lock()
	defer s.watch.Unlock()
	c, err := s.acquire(ctx, op)
	if err != nil {
		return false, err
	}
	now, err := c.readMark(ctx, op)
	if err == nil && now != s.seen {
		var same bool
		if same, err = c.sameSchema(ctx, op); err == nil && !same {
			s.suspect(c) // somebody has updated kpiwall beside this one
		}
		if err == nil {
			err = c.findLog(ctx, op) // another program may have changed the journal mode
		}
	}
	s.release(c, err)
	if err != nil {
		return false, err
	}
	changed := now != s.seen
	s.seen = now
	return changed, nil
}

// readMark returns the mark of the session. One goroutine at a time may call it.
func (s *session) readMark(ctx context.Context, op string) (mark, error) {
	if s.poll == nil {
		if _, err := s.pin(ctx, op); err != nil {
			return mark{}, err
		}
	}
	var version int64
	if err := s.pragmas.data.QueryRowContext(ctx).Scan(&version); err != nil {
		s.unpin()
		return mark{}, fail(ctx, op, s.path, err)
	}
	return mark{session: s.number, polls: s.polls, version: version}, nil
}

// sameSchema reports whether the file still has the schema that it was opened
// with. Only where SQLite's count of schemas has moved, or the file is another
// program's by now, is it identified anew: this is asked after every write.
func (s *session) sameSchema(ctx context.Context, op string) (bool, error) {
	now, err := s.pragmas.fingerprint(ctx)
	if err != nil {
		return false, fail(ctx, op, s.path, err)
	}
	if now == s.schema {
		return true, nil
	}
	version, err := identify(ctx, s.poll, op, s.path)
	if err != nil {
		return false, err
	}
	s.schema = now
	return version == s.version, nil
}

// Facts are what somebody who looks after a store wants to know of it.
type Facts struct {
	Journal  string    // how it commits: delete (kpiwall's own choice), wal, …
	Version  int       // of the schema
	Newer    bool      // the schema is a newer kpiwall's
	OFDLocks bool      // false: whatever in this process opens the file besides drops its locks
	Size     int64     // of the file, in bytes
	Recorded time.Time // when the newest row was recorded, by the clock of then; zero where nobody can tell
	Beat     time.Time // as [Origin.Beat]
	Refused  int       // rows that a migration has put aside, see [Migration]
}

// Written returns when a sign of the clock that writes the store was last left in
// it; zero where there is none.
func (f Facts) Written() time.Time {
	if f.Beat.After(f.Recorded) {
		return f.Beat
	}
	return f.Recorded
}

// Facts returns what is known of the store.
func (s *Store) Facts(ctx context.Context) (Facts, error) {
	f := Facts{OFDLocks: sqlite.OFDLockingEnabled() || handleLocks}
	err := s.use(ctx, "describe the store", func(c *session) error {
		info, err := statFile("describe the store", s.path)
		if err != nil {
			return err
		}
		f.Version, f.Newer, f.Size = c.version, c.version > schemaVersion, info.Size()
		if err := c.reader.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&f.Journal); err != nil {
			return err
		}
		if f.Beat, err = c.lastBeat(ctx, c.reader); err != nil {
			return err
		}
		if f.Recorded, err = c.recorded(ctx); err != nil {
			return err
		}
		f.Refused, err = c.refused(ctx)
		return err
	})
	return f, err
}

// refused counts the rows that were put aside.
func (s *session) refused(ctx context.Context) (n int, err error) {
	var aside bool
	err = s.reader.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE name = 'observation_refused'").Scan(&aside)
	if err == nil && aside {
		err = s.reader.QueryRowContext(ctx, "SELECT count(*) FROM observation_refused").Scan(&n)
	}
	return n, err
}

// recorded returns when the newest row was recorded. A newer schema may keep
// that elsewhere.
func (s *session) recorded(ctx context.Context) (time.Time, error) {
	if s.version > schemaVersion {
		return time.Time{}, nil
	}
	var text string
	err := s.reader.QueryRowContext(ctx, "SELECT recorded_at FROM observation ORDER BY id DESC LIMIT 1").Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	return stampOf(text), err
}
