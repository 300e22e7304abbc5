package store

import (
	"database/sql"
	"net/url"
	"os"
)

// openCopy returns a pool for a file that nobody writes: a copy comes with the
// journal mode of its source, and to open one with a write-ahead log as usual
// makes files beside it, which the next copy would find. Nor may such a file be
// locked, or whoever renews it would have to wait.
func openCopy(path string) (*sql.DB, error) {
	return openPool(path, url.Values{"mode": {"ro"}, "immutable": {"1"}})
}

// alone refuses a file that a program writes, or has died writing: without
// locks and journal it would be read half written.
func alone(op, path string) error {
	for _, side := range []string{"-wal", "-journal"} {
		if info, err := os.Stat(resolve(path) + side); err == nil && info.Size() > 0 {
			return &Error{Op: op, Kind: Written, Path: path}
		}
	}
	return nil
}

// isCurrent reports whether the file that was opened is the one at its path, whose
// state now is. A copy that was written in place counts as another: SQLite does
// not notice, for it was told that nobody would.
func (s *session) isCurrent(now os.FileInfo) bool {
	return os.SameFile(now, s.file) && (!s.copy || now.Size() == s.file.Size() && now.ModTime().Equal(s.file.ModTime()))
}

// whole refuses what was read of a copy while it was written in place: it may be
// half of each. One whose place another file took was whole to its end.
func (s *session) whole(op string) error {
	if !s.copy {
		return nil
	}
	now, err := statFile(op, s.path)
	if err == nil && os.SameFile(now, s.file) && !s.isCurrent(now) {
		return &Error{Op: op, Kind: Written, Path: s.path}
	}
	return nil
}
