package store

import (
	"context"
	"errors"
)

// findings is how many of them Check returns at most.
const findings = "10"

// Check has SQLite look through the whole file, and compare every index with
// its rows. It returns what is broken, in SQLite's words; nothing means that
// the file is sound. A bit that flipped inside a number does not show: SQLite
// keeps no checksums. With a rollback journal others cannot commit meanwhile:
// a quarter of a second for 100,000 rows, 2 s for a million. A row that the
// schema would refuse is no damage: it is passed over and named where it is read
// ([View.Skipped]), and must not keep a store from being backed up or migrated.
func (s *Store) Check(ctx context.Context) (found []string, err error) {
	err = s.use(ctx, "check the store", func(c *session) error {
		found, err = c.check(ctx, "integrity_check")
		return err
	})
	var own *Error
	if errors.As(err, &own) && own.Kind == Damaged { // so broken that the check ends
		return append(found, own.Err.Error()), nil
	}
	return found, err
}

// check runs one of SQLite's two checks. The one named quick_check leaves out
// the indexes, and takes half the time.
func (s *session) check(ctx context.Context, pragma string) ([]string, error) {
	rows, err := s.reader.QueryContext(ctx, "PRAGMA "+pragma+"("+findings+")")
	found, err := collect(rows, err, func(row scanner) (line string, err error) {
		return line, row.Scan(&line)
	})
	if len(found) == 1 && found[0] == "ok" {
		found = nil
	}
	return found, err
}
