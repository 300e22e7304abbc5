package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"os"
	"time"
)

// insertQuery leaves to the trigger what becomes of the row before it.
const insertQuery = "INSERT INTO observation(kpi, at, value, note, source, entered_by, recorded_at) VALUES "

// placeholders are those of one row, and arguments their number.
const (
	placeholders = "(?, ?, ?, ?, ?, ?, ?)"
	arguments    = 7
)

const inForceQuery = "SELECT " + rowColumns + " FROM observation WHERE kpi = ? AND at = ? AND superseded = 0"

// Put records values in one transaction: all or none. When it returns without
// an error they survive a pulled plug. It returns what is now in force for
// each, in their order; a value equal to the one in force (number, note, source
// and person) changes nothing but when it was heard, and Heard is then after
// Recorded. ID, Recorded, Heard and Superseded of values do not count: the
// clock is the store's. The number of a withdrawn value does not count either.
func (s *Store) Put(ctx context.Context, values ...Value) ([]Value, error) {
	op := "record values"
	if len(values) == 1 {
		op = fmt.Sprintf("record %q", values[0].KPI)
	}
	rows := make([][arguments]any, len(values))
	for i, v := range values {
		var err error
		if rows[i], err = s.row(v); err != nil {
			return nil, s.reject(i+1, v.KPI, err)
		}
	}
	var stand []Value
	err := s.write(ctx, op, func(tx *sql.Tx) error {
		for i := range rows {
			if _, err := tx.ExecContext(ctx, insertQuery+placeholders, rows[i][:]...); err != nil {
				return err
			}
		}
		for i := range rows {
			v, err := scanRow(tx.QueryRowContext(ctx, inForceQuery, rows[i][0], rows[i][1]))
			if err != nil {
				return err
			}
			stand = append(stand, v)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return stand, nil
}

// write runs fn in one transaction of the writer. Unless the error is nil,
// nothing of it stands.
func (s *Store) write(ctx context.Context, op string, fn func(*sql.Tx) error) error {
	return s.use(ctx, op, func(c *session) error {
		if err := c.ours(op); err != nil {
			return err
		}
		if c.copy {
			return &Error{Op: op, Kind: Copied, Path: s.path}
		}
		conn, err := c.writer.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close()
		return s.transact(ctx, op, c, conn, fn)
	})
}

// transact runs fn between BEGIN IMMEDIATE and COMMIT on conn.
func (s *Store) transact(ctx context.Context, op string, c *session, conn *sql.Conn, fn func(*sql.Tx) error) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := expect(ctx, tx, "synchronous", extra); err != nil {
		return err
	}
	if err := expect(ctx, tx, "user_version", c.version); err != nil {
		return &Error{Op: op, Kind: Newer, Path: s.path, Err: err}
	}
	if err := fn(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	// With a write-ahead log SQLite commits to a file that is no longer at the
	// path, without a word.
	if now, err := lookAt(op, s.path); err != nil || !os.SameFile(now, c.file) {
		return &Error{Op: op, Kind: Replaced, Path: s.path}
	}
	return nil
}

// row returns what is bound for v, or why the schema would refuse it. Asking
// here as well names the row; the schema's own checks are for other programs.
func (s *Store) row(v Value) (row [arguments]any, err error) {
	at, ok := textOf(v.At)
	switch {
	case !isID(v.KPI):
		return row, errors.New("kpi must be 1-64 of a-z 0-9 _ . -")
	case !ok:
		return row, errors.New(atRule)
	}
	var value any
	if !v.Withdrawn {
		if math.IsNaN(v.Number) || math.Abs(v.Number) > 1e300 {
			return row, errors.New("value must be a number between -1e300 and 1e300")
		}
		value = v.Number
	}
	return [arguments]any{v.KPI, at, value, v.Note, v.Source, v.EnteredBy, stamp(s.now())}, nil
}

// reject names the row, from 1, that was refused.
func (s *Store) reject(n int, id string, err error) error {
	return &Error{Op: fmt.Sprintf("record row %d (%q)", n, id), Kind: Rejected, Path: s.path, Err: err}
}

// isID reports whether id is one that the schema takes.
func isID(id string) bool {
	for _, r := range []byte(id) {
		if !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '_' || r == '.' || r == '-') {
			return false
		}
	}
	return 1 <= len(id) && len(id) <= 64
}

// stamp writes when something was recorded, as the schema's default does.
func stamp(t time.Time) string { return t.UTC().Format(stampLayout) }
