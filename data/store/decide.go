package store

import (
	"context"
	"database/sql"
	"fmt"
)

// PutAfter records, for the KPI id, the value that decide makes of what stands.
// Both are one transaction: nobody writes between what decide reads and what is
// recorded, so that two additions at once both count. It returns what is then
// in force, as [Store.Put] does, and reads nothing once it is safe: with an
// error nothing was recorded at the path. An error of decide comes back as it is.
func (s *Store) PutAfter(ctx context.Context, id string, decide func(*View) (Value, error)) (stands Value, err error) {
	var stop error // what decide said
	err = s.write(ctx, fmt.Sprintf("record %q", id), func(tx *sql.Tx) error {
		var v Value
		if v, stop = decideIn(ctx, tx, s.path, decide); stop != nil {
			return stop
		}
		v.KPI = id
		row, err := s.row(v)
		if err != nil {
			return s.reject(1, id, err)
		}
		stands, err = insert(ctx, tx, row)
		return err
	})
	switch {
	case stop != nil:
		return Value{}, stop
	case err != nil:
		return Value{}, err
	}
	return stands, nil
}

// decideIn calls decide with a view of what the transaction sees, which no
// other connection can take from it.
func decideIn(ctx context.Context, tx *sql.Tx, path string, decide func(*View) (Value, error)) (Value, error) {
	const op = "read the store"
	below, err := tx.PrepareContext(ctx, belowQuery)
	if err != nil {
		return Value{}, fail(ctx, op, path, err)
	}
	window, err := tx.PrepareContext(ctx, windowQuery)
	if err != nil {
		return Value{}, fail(ctx, op, path, err)
	}
	return decide(&View{path: path, below: below, window: window})
}

// insert records one row and returns what is then in force at its moment.
func insert(ctx context.Context, tx *sql.Tx, row [arguments]any) (Value, error) {
	if _, err := tx.ExecContext(ctx, insertQuery+placeholders, row[:]...); err != nil {
		return Value{}, err
	}
	return scanRow(tx.QueryRowContext(ctx, inForceQuery, row[0], row[1]))
}
