package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"kpiwall/data/kpi"
)

// insertQuery leaves to the trigger what becomes of the row before it.
const insertQuery = "INSERT INTO observation(kpi, at, value, note, source, entered_by, recorded_at, holds_from, batch, undoes) VALUES "

// placeholders are those of one row, and arguments their number.
const (
	placeholders = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	arguments    = 10
)

var inForceQuery = "SELECT " + rowColumns(schemaVersion) + " FROM observation WHERE kpi = ? AND at = ? AND superseded = 0"

// Put records values in one transaction: all or none. When it returns without
// an error they survive a pulled plug. It returns what is now in force for
// each, in their order, as [Tx.Put] does.
func (s *Store) Put(ctx context.Context, values ...Value) (current []Value, err error) {
	op := "record values"
	if len(values) == 1 {
		op = fmt.Sprintf("record %q", values[0].KPI)
	}
	err = s.Write(ctx, op, func(t *Tx) error {
		for _, v := range values {
			if err := t.insert(ctx, v); err != nil {
				return err
			}
		}
		for _, v := range values {
			row, err := t.InForce(ctx, v)
			if err != nil {
				return err
			}
			current = append(current, row)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return current, nil
}

// row returns what is bound for v, or why the schema would refuse it. Asking
// here as well names the row; the schema's own checks are for other programs.
func (s *Store) row(v Value) (row [arguments]any, err error) {
	at, ok := v.At.Text()
	switch {
	case !kpi.ValidID(v.KPI):
		return row, errors.New("kpi must be 1-64 of a-z 0-9 _ . -")
	case "0000" <= at && at < "0001-01-02":
		return row, errors.New("at must be after 0001-01-01: write the year with four digits")
	case !ok:
		return row, errors.New(atRule)
	}
	if err := CheckTexts(v); err != nil {
		return row, err
	}
	var value, since any
	if !v.Withdrawn {
		if math.IsNaN(v.Number) || math.Abs(v.Number) > 1e300 {
			return row, errors.New("value must be a number between -1e300 and 1e300")
		}
		value = v.Number
	}
	if !v.Since.IsZero() {
		if year := v.Since.UTC().Year(); year < 1 || year > 9999 {
			return row, errors.New("the moment from which it holds must be of the years 1 to 9999")
		}
		since = stamp(v.Since)
	}
	return [arguments]any{
		v.KPI, at, value, v.Note, v.Source, v.EnteredBy, stamp(s.now()), since, numbered(v.Batch), numbered(v.Undoes),
	}, nil
}

// CheckTexts says which text of v the schema would refuse: the error is a finding whose
// arg What is the message that names it. It is nil where all are good.
func CheckTexts(v Value) error {
	return cmp.Or(brief("text.note", v.Note, noteLimit), brief("text.source", v.Source, NameLimit), brief("text.entered_by", v.EnteredBy, NameLimit))
}

// numbered is the number of a row, or NULL.
func numbered(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}

// reject names the row, from 1, that was refused.
func (s *Store) reject(n int, id string, err error) error {
	return &Error{Op: fmt.Sprintf("record row %d (%q)", n, id), Kind: Rejected, Path: s.path, Err: err}
}

// stamp writes when something was recorded, as the schema's default does.
func stamp(t time.Time) string { return t.UTC().Format(stampLayout) }
