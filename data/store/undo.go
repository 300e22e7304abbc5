package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"time"

	"kpiwall/data/finding"
)

var (
	rowQuery    = "SELECT " + rowColumns(schemaVersion) + " FROM observation WHERE id = ?"
	beforeQuery = "SELECT " + rowColumns(schemaVersion) + ` FROM observation
		WHERE kpi = ? AND at = ? AND superseded = 1 AND id < ? ORDER BY id DESC LIMIT 1`
)

// The sources of a row that an undo has written, and one that undoes an undo, for
// people; the row undone follows. The program goes by Undoes.
const (
	undone = "undo "
	redone = "redo "
)

// WithdrawnSource is the source of a row that a withdrawal has written.
const WithdrawnSource = "withdrawn"

// Undo takes back what row id did: it puts the row back that stood before it at the
// same moment, or withdraws the value where none did. It records a new row to that end,
// with the source "undo 17" where id is 17 ("redo 17" where that is an undo), the note
// of the old one and the moment from which that one held, and returns what is then in
// force. To undo an undo is therefore to redo: it brings back what the first one took
// away. What it records belongs to the batch of row id. It refuses with [ErrNotInForce]
// where another row has since replaced id.
func (t *Tx) Undo(ctx context.Context, id int64, by string) (Value, error) {
	return t.revise(ctx, fmt.Sprintf("undo row %d", id), id, func(v Value, at string) (Value, error) {
		before, err := scanRow(t.tx.QueryRowContext(ctx, beforeQuery, v.KPI, at, id))
		if errors.Is(err, sql.ErrNoRows) {
			before, err = Value{KPI: v.KPI, Withdrawn: true}, nil
		}
		if before.Unreadable != nil {
			err = finding.New("row.before_unreadable", finding.Args{"Why": before.Unreadable})
		}
		if err == nil {
			before.Undoes, err = t.recordedAs(ctx, v)
		}
		source := undone
		if v.Undoes != 0 && before.Undoes == v.ID { // what it undoes is an undo
			source = redone
		}
		before.At, before.Source, before.EnteredBy = v.At, source+strconv.FormatInt(before.Undoes, 10), by
		before.Batch = v.Batch
		return before, err
	})
}

// Withdraw takes the value of row id back: its moment has none from then on.
// It records a row without a number, with [WithdrawnSource]. It refuses
// with [ErrNotInForce] where another row has since replaced id. Batch is that of
// the row, 0 for none.
func (t *Tx) Withdraw(ctx context.Context, id int64, by string, batch int64) (Value, error) {
	return t.revise(ctx, fmt.Sprintf("withdraw row %d", id), id, func(v Value, _ string) (Value, error) {
		if v.Withdrawn {
			v.Since = time.Time{}
			return v, nil // as it is already; an identical row changes nothing
		}
		taken := Value{KPI: v.KPI, Withdrawn: true}
		taken.At, taken.Source, taken.EnteredBy, taken.Batch = v.At, WithdrawnSource, by, batch
		return taken, nil
	})
}

// UndoAct is [Tx.Undo] of all that was done with row id in one act: a withdrawal of
// several values comes back as a whole, and goes as a whole where that is undone. Count
// says how many values that were; those recorded anew since stay.
func (t *Tx) UndoAct(ctx context.Context, id int64, by string) (current Value, count int, err error) {
	if current, err = t.Undo(ctx, id, by); err != nil {
		return current, 0, err
	}
	act, again, err := t.act(ctx, current)
	r := Reversed{Batch: act, Values: 1}
	switch {
	case err != nil || act.Kind != RoundBatch:
	case again:
		err = t.redoRound(ctx, &r, by)
	default:
		err = t.undoRound(ctx, &r, by)
	}
	return current, r.Values, t.fail(ctx, fmt.Sprintf("undo row %d", id), err)
}

// act returns the round of the withdrawal that row v took back, or did again; none
// where it took back something else.
func (t *Tx) act(ctx context.Context, v Value) (act Batch, again bool, err error) {
	was, err := scanRow(t.tx.QueryRowContext(ctx, rowQuery, v.Undoes))
	if err == nil && was.Undoes != 0 {
		again = true
		was, err = scanRow(t.tx.QueryRowContext(ctx, rowQuery, was.Undoes))
	}
	if err == nil && was.Withdrawn && was.Source == WithdrawnSource && was.Batch != 0 {
		act, err = batchOf(ctx, t.tx, was.Batch)
	}
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return act, again, err
}

// Undo is [Tx.Undo] in a transaction of its own.
func (s *Store) Undo(ctx context.Context, id int64, by string) (current Value, err error) {
	err = s.Write(ctx, fmt.Sprintf("undo row %d", id), func(t *Tx) error {
		current, err = t.Undo(ctx, id, by)
		return err
	})
	return current, err
}

// Withdraw is [Tx.Withdraw] in a transaction of its own.
func (s *Store) Withdraw(ctx context.Context, id int64, by string) (current Value, err error) {
	err = s.Write(ctx, fmt.Sprintf("withdraw row %d", id), func(t *Tx) error {
		current, err = t.Withdraw(ctx, id, by, 0)
		return err
	})
	return current, err
}

// revise replaces row id, which must be in force, by what change makes of it.
func (t *Tx) revise(ctx context.Context, op string, id int64, change func(Value, string) (Value, error)) (current Value, err error) {
	if err := t.flush(ctx, 1); err != nil {
		return Value{}, err
	}
	v, err := scanRow(t.tx.QueryRowContext(ctx, rowQuery, id))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		err = finding.New("row.none", nil)
	case err == nil && v.Unreadable != nil:
		err = finding.New("row.unreadable", finding.Args{"Why": v.Unreadable})
	}
	at, _ := v.At.Text()
	if err == nil && v.Superseded {
		err = t.putBack(ctx, v, at)
	}
	if err == nil {
		v, err = change(v, at)
	}
	if err == nil {
		err = t.insertRow(ctx, op, v)
	}
	if err != nil {
		return Value{}, t.fail(ctx, op, err)
	}
	return t.InForce(ctx, v)
}

// putBack returns nil if the row in force at v's moment is one by which an undo
// has put v back, and [ErrNotInForce] otherwise.
func (t *Tx) putBack(ctx context.Context, v Value, at string) error {
	current, err := scanRow(t.tx.QueryRowContext(ctx, inForceQuery, v.KPI, at))
	for err == nil && current.ID != v.ID {
		if current.Undoes == 0 || current.Undoes >= current.ID {
			return ErrNotInForce
		}
		current, err = scanRow(t.tx.QueryRowContext(ctx, beforeQuery, v.KPI, at, current.Undoes))
	}
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotInForce
	}
	return err
}
