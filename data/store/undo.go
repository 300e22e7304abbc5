package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

const (
	rowQuery    = "SELECT " + rowColumns + " FROM observation WHERE id = ?"
	beforeQuery = "SELECT " + rowColumns + ` FROM observation
		WHERE kpi = ? AND at = ? AND superseded = 1 AND id < ? ORDER BY id DESC LIMIT 1`
)

// undone is the source of a row that an undo has written; the row undone follows.
const undone = "undo "

// Undo takes back what row id did: it puts the row back that stood before it at
// the same moment, or withdraws the value where none did. It records a new row
// to that end, with the source "undo 17" where id is 17 and the note of the old one,
// and returns what is then in force. To undo an undo is therefore to redo: it brings back
// what the first one took away. It refuses with [ErrNotInForce] where another
// row has since replaced id.
func (s *Store) Undo(ctx context.Context, id int64, by string) (Value, error) {
	return s.revise(ctx, fmt.Sprintf("undo row %d", id), id, func(tx *sql.Tx, v Value, at string) (Value, error) {
		before, err := scanRow(tx.QueryRowContext(ctx, beforeQuery, v.KPI, at, id))
		if errors.Is(err, sql.ErrNoRows) {
			before, err = Value{KPI: v.KPI, Withdrawn: true}, nil
		}
		before.At, before.Source, before.EnteredBy = v.At, undone+strconv.FormatInt(id, 10), by
		return before, err
	})
}

// Withdraw takes the value of row id back: its moment has none from then on.
// It records a row without a number, with the source "withdrawn". It refuses
// with [ErrNotInForce] where another row has since replaced id.
func (s *Store) Withdraw(ctx context.Context, id int64, by string) (Value, error) {
	return s.revise(ctx, fmt.Sprintf("withdraw row %d", id), id, func(_ *sql.Tx, v Value, _ string) (Value, error) {
		if v.Withdrawn {
			return v, nil // as it is already; an identical row changes nothing
		}
		taken := Value{KPI: v.KPI, Withdrawn: true}
		taken.At, taken.Source, taken.EnteredBy = v.At, "withdrawn", by
		return taken, nil
	})
}

// revise replaces row id, which must be in force, by what change makes of it.
func (s *Store) revise(ctx context.Context, op string, id int64, change func(*sql.Tx, Value, string) (Value, error)) (stands Value, err error) {
	err = s.write(ctx, op, func(tx *sql.Tx) error {
		v, err := scanRow(tx.QueryRowContext(ctx, rowQuery, id))
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return errors.New("there is no such row; see the history for its number")
		case err != nil:
			return err
		}
		at, _ := textOf(v.At)
		if v.Superseded {
			if err := putBack(ctx, tx, v, at); err != nil {
				return err
			}
		}
		if v, err = change(tx, v, at); err != nil {
			return err
		}
		row, err := s.row(v)
		if err != nil {
			return err
		}
		stands, err = insert(ctx, tx, row)
		return err
	})
	return stands, err
}

// putBack returns nil if the row in force at v's moment is one by which an undo
// has put v back, and [ErrNotInForce] otherwise.
func putBack(ctx context.Context, tx *sql.Tx, v Value, at string) error {
	stands, err := scanRow(tx.QueryRowContext(ctx, inForceQuery, v.KPI, at))
	for err == nil && stands.ID != v.ID {
		number, isUndo := strings.CutPrefix(stands.Source, undone)
		id, badNumber := strconv.ParseInt(number, 10, 64)
		if !isUndo || badNumber != nil || id >= stands.ID {
			return ErrNotInForce
		}
		stands, err = scanRow(tx.QueryRowContext(ctx, beforeQuery, v.KPI, at, id))
	}
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotInForce
	}
	return err
}
