package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"kpiwall/data/finding"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// Tx is one transaction that writes. It belongs to the goroutine that
// [Store.Write] calls. Its errors are [*Error]; after one the transaction
// should end with it.
type Tx struct {
	store   *Store
	session *session
	tx      *sql.Tx
	view    *View
	rows    int // taken in so far
	loading loading
}

// Write runs fn in one transaction: when Write returns nil all that fn has
// recorded survives a pulled plug, and with an error nothing of it stands.
// Nobody else writes between what fn reads and what it records; others wait
// meanwhile. An error of fn comes back as it is. A store of version 1 is
// migrated first, as [Open] does.
func (s *Store) Write(ctx context.Context, op string, fn func(*Tx) error) error {
	var stop error // what fn said
	err := s.write(ctx, op, func(c *session, tx *sql.Tx) error {
		t := &Tx{store: s, session: c, tx: tx, view: &View{session: c, tx: tx}}
		if stop = fn(t); stop != nil {
			return stop
		}
		return t.flush(ctx, 1)
	})
	if stop != nil {
		return stop
	}
	return err
}

// write runs fn in one transaction of the writer. Unless the error is nil,
// nothing of it stands.
func (s *Store) write(ctx context.Context, op string, fn func(*session, *sql.Tx) error) error {
	if err := s.migrateNow(ctx, op); err != nil {
		return err
	}
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
func (s *Store) transact(ctx context.Context, op string, c *session, conn *sql.Conn, fn func(*session, *sql.Tx) error) error {
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
	if err := fn(c, tx); err != nil {
		return usedUp(ctx, tx, err)
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	// With a write-ahead log SQLite commits to a file, or a log, that is no longer
	// at the path, without a word.
	if now, err := statFile(op, s.path); err != nil || !os.SameFile(now, c.file) || !c.hasLog() {
		return &Error{Op: op, Kind: Replaced, Path: s.path}
	}
	return nil
}

// usedUp words what SQLite calls a full disk though there is room: some program
// has given a row the last number that there is.
func usedUp(ctx context.Context, q querier, err error) error {
	var own *Error
	var se *sqlite.Error
	if !errors.As(err, &se) || se.Code() != lib.SQLITE_FULL {
		return err
	}
	var last int64
	const query = "SELECT seq FROM sqlite_sequence WHERE name = 'observation'"
	if q.QueryRowContext(ctx, query).Scan(&last) != nil || last < math.MaxInt64 {
		return err
	}
	full := &finding.Error{Finding: finding.Finding{Severity: finding.Danger, Code: "store.used_up"}, Err: errDamaged}
	if errors.As(err, &own) {
		own.Kind, own.Err, own.Code = Damaged, full, 0
		return own
	}
	return full
}

// View returns what the transaction sees: the store as nobody else can change
// it, with what was put so far. What was loaded is in it once Loaded has counted it.
func (t *Tx) View() *View { return t.view }

func (t *Tx) fail(ctx context.Context, op string, err error) error {
	return fail(ctx, op, t.session.path, usedUp(ctx, t.tx, err))
}

// Put records one value, and returns what is then in force at its moment. A value equal
// to the one in force (number, note, source and person) changes nothing but when it was
// confirmed, and LastConfirmed is then after Recorded; one that says since when it
// holds is a row of its own. ID, Recorded, LastConfirmed, Superseded and Undoes of v do
// not count: the clock is the store's. The number of a withdrawn value does not count
// either.
func (t *Tx) Put(ctx context.Context, v Value) (current Value, err error) {
	if err = t.insert(ctx, v); err != nil {
		return Value{}, err
	}
	return t.InForce(ctx, v)
}

// Renew lets row id, which is in force, hold from since on: somebody has confirmed
// it, and nothing else has changed.
func (t *Tx) Renew(ctx context.Context, id int64, since time.Time) error {
	const query = "UPDATE observation SET seen_at = ?1, holds_from = ?2 WHERE id = ?3 AND superseded = 0"
	_, err := t.tx.ExecContext(ctx, query, stamp(t.store.now()), stamp(since), id)
	if err == nil {
		err = t.store.confirm(ctx, t.tx, renewedID, "renewed")
	}
	return t.fail(ctx, "confirm a value", err)
}

// insert records one value.
func (t *Tx) insert(ctx context.Context, v Value) error {
	v.Undoes = 0
	return t.insertRow(ctx, fmt.Sprintf("record %q", v.KPI), v)
}

func (t *Tx) insertRow(ctx context.Context, op string, v Value) error {
	if err := t.flush(ctx, 1); err != nil {
		return err
	}
	t.rows++
	row, err := t.store.row(v)
	if err != nil {
		return t.store.reject(t.rows, v.KPI, err)
	}
	_, err = t.tx.ExecContext(ctx, insertQuery+placeholders, row[:]...)
	return t.fail(ctx, op, err)
}

// InForce returns what is in force at the moment of v, with what was loaded so far;
// there must be something.
func (t *Tx) InForce(ctx context.Context, v Value) (Value, error) {
	if err := t.flush(ctx, 1); err != nil {
		return Value{}, err
	}
	at, _ := v.At.Text()
	current, err := scanRow(t.tx.QueryRowContext(ctx, inForceQuery, v.KPI, at))
	return current, t.fail(ctx, fmt.Sprintf("record %q", v.KPI), err)
}

// brief returns why the schema would refuse a text, or nil.
func brief(what, text string, limit int) error {
	if len(text) > limit && utf8.RuneCountInString(text) > limit || strings.ContainsRune(text, 0) || !utf8.ValidString(text) {
		return finding.New("row.text", finding.Args{"What": what, "Limit": limit})
	}
	return nil
}
