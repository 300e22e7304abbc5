package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// takenBack tells, from the newest row back, which rows were taken back: a row that
// undoes takes its target back, unless it was taken back itself.
type takenBack map[int64]bool

// counts reports whether v was recorded and is not taken back. It is asked of each
// row once, the newest first.
func (c takenBack) counts(v Value) bool {
	switch {
	case c[v.ID]:
		return false
	case v.Undoes != 0:
		c[v.Undoes] = true
		return false
	}
	return true
}

// eachBack calls visit with the rows of a KPI, the one recorded last first, until it
// says false.
func (t *Tx) eachBack(ctx context.Context, id string, visit func(Value) (more bool, err error)) error {
	const query = " FROM observation WHERE kpi = ? AND id < ? ORDER BY id DESC LIMIT 50"
	op := fmt.Sprintf("read the history of %q", id)
	for below := int64(1)<<62 - 1; ; {
		rows, err := t.tx.QueryContext(ctx, "SELECT "+rowColumns(schemaVersion)+query, id, below)
		page, err := collect(rows, err, scanRow)
		if err != nil {
			return t.fail(ctx, op, err)
		}
		for _, v := range page {
			if more, err := visit(v); err != nil || !more {
				return t.fail(ctx, op, err)
			}
			below = v.ID
		}
		if len(page) == 0 {
			return nil
		}
	}
}

// LastDone returns the row of a KPI that was recorded last and was not taken back
// since: what an undo takes back, whatever was undone before. found is false where
// there is none.
func (t *Tx) LastDone(ctx context.Context, id string) (last Value, found bool, err error) {
	if err := t.flush(ctx, 1); err != nil {
		return last, false, err
	}
	c := takenBack{}
	err = t.eachBack(ctx, id, func(v Value) (bool, error) {
		if found = c.counts(v); found {
			last = v
		}
		return !found, nil
	})
	return last, found, err
}

// LastUndone returns the row of a KPI by which the last undo took something back
// that was not brought back since: what a redo undoes. found is false where there is
// none, or where something was recorded after it.
func (t *Tx) LastUndone(ctx context.Context, id string) (last Value, found bool, err error) {
	if err := t.flush(ctx, 1); err != nil {
		return last, false, err
	}
	redone := map[int64]bool{}
	err = t.eachBack(ctx, id, func(v Value) (bool, error) {
		if redone[v.ID] {
			return true, nil
		}
		if v.Undoes == 0 {
			return false, nil
		}
		redo, err := undoneBy(ctx, t.tx, v.Undoes)
		if err != nil || redo == 0 {
			last, found = v, err == nil
			return false, err
		}
		redone[v.Undoes] = true
		return true, nil
	})
	return last, found, err
}

// undoneBy returns which row row id has undone; 0 is for none, also where there is no
// row id.
func undoneBy(ctx context.Context, q querier, id int64) (target int64, err error) {
	var column any
	err = q.QueryRowContext(ctx, "SELECT undoes FROM observation WHERE id = ?", id).Scan(&column)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return rowNumber(column), err
}

// recordedAs returns the number under which what row v brings back was recorded
// first: its own, but for a row that undid an undo that of what the undo took back.
func (t *Tx) recordedAs(ctx context.Context, v Value) (int64, error) {
	id := v.ID
	for undone := v.Undoes; undone != 0 && undone < id; {
		first, err := undoneBy(ctx, t.tx, undone)
		if err != nil || first == 0 || first >= undone {
			return id, err
		}
		id = first
		if undone, err = undoneBy(ctx, t.tx, first); err != nil {
			return id, err
		}
	}
	return id, nil
}
