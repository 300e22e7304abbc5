package store

import (
	"context"
	"database/sql"
	"fmt"

	"kpiwall/data/kpi"
)

// columns of kpi_current, and of observation in the same order with two more,
// as scanValue reads them.
const (
	columns    = "id, kpi, at, value, note, source, entered_by, recorded_at, seen_at"
	rowColumns = "id, kpi, at, value, note, source, entered_by, recorded_at, coalesce(seen_at, recorded_at), superseded"
)

// scanner is a *sql.Row or *sql.Rows.
type scanner interface{ Scan(...any) error }

// scanValue reads one row of columns, and rest after them.
func scanValue(row scanner, rest ...any) (v Value, at string, err error) {
	var value sql.NullFloat64
	var recorded, heard string
	into := append([]any{&v.ID, &v.KPI, &at, &value, &v.Note, &v.Source, &v.EnteredBy, &recorded, &heard}, rest...)
	if err := row.Scan(into...); err != nil {
		return v, at, err
	}
	if v.At, err = kpi.ParseAt(at); err != nil {
		return v, at, fmt.Errorf("row %d: %w", v.ID, err)
	}
	v.Number, v.Withdrawn = value.Float64, !value.Valid
	v.Recorded = stampOf(recorded)
	v.Heard = v.Recorded
	if heard != recorded {
		v.Heard = stampOf(heard)
	}
	return v, at, nil
}

// scanRow reads one row of rowColumns.
func scanRow(row scanner) (Value, error) {
	var superseded bool
	v, _, err := scanValue(row, &superseded)
	v.Superseded = superseded
	return v, err
}

// collect reads rows to their end with scan, and closes them.
func collect[T any](rows *sql.Rows, err error, scan func(scanner) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// use runs fn on the current session and words its error.
func (s *Store) use(ctx context.Context, op string, fn func(*session) error) error {
	c, err := s.acquire(ctx, op)
	if err != nil {
		return err
	}
	err = fail(ctx, op, s.path, fn(c))
	s.release(c, err)
	return err
}
