package store

import (
	"context"
	"errors"
	"fmt"

	"kpiwall/data/finding"
)

// Reversed is what became of a batch that was taken back, or brought back.
type Reversed struct {
	Batch  Batch
	Values int // how many are as they were before
	// Left is how many are not, since something else was recorded for their moments
	// meanwhile, and First the first of them.
	Left  int
	First []Value
}

// firstLeft is how many values that were left alone are named.
const firstLeft = 5

// UndoBatch takes back all that came with a batch: what stood before stands again.
// Where something else was recorded since for the same moment, that stays. It
// records a row for each value, as [Tx.Undo] does. It is an error if nothing is
// there to take back. Memory does not grow with the values.
func (t *Tx) UndoBatch(ctx context.Context, id int64, by string) (Reversed, error) {
	return t.reverse(ctx, "take an import back", "batch.taken_back", id, func(r *Reversed) error {
		if r.Batch.Kind == RoundBatch {
			return t.undoRound(ctx, r, by)
		}
		return t.undoImport(ctx, r, by)
	})
}

// RedoBatch brings back what [Tx.UndoBatch], or undoing value by value, has taken
// back of a batch.
func (t *Tx) RedoBatch(ctx context.Context, id int64, by string) (Reversed, error) {
	return t.reverse(ctx, "bring an import back", "batch.stands", id, func(r *Reversed) error {
		if r.Batch.Kind == RoundBatch {
			return t.redoRound(ctx, r, by)
		}
		return t.redoImport(ctx, r, by)
	})
}

func (t *Tx) reverse(ctx context.Context, op, nothing string, id int64, do func(*Reversed) error) (r Reversed, err error) {
	if err = t.flush(ctx, 1); err != nil {
		return r, err
	}
	if r.Batch, err = batchOf(ctx, t.tx, id); err != nil {
		return r, t.fail(ctx, op, noBatch(id, err))
	}
	if err := t.cache(ctx, reverseCache); err != nil {
		return r, t.fail(ctx, op, err)
	}
	err = errors.Join(do(&r), t.cache(ctx, writerCache))
	if err == nil && r.Values == 0 {
		if r.Left > 0 {
			nothing = "batch.replaced"
		}
		err = finding.New(nothing, finding.Args{"Number": id})
	}
	return r, t.fail(ctx, op, err)
}

// one takes one row back, and counts it.
func (t *Tx) one(ctx context.Context, r *Reversed, v Value, by string) error {
	_, err := t.Undo(ctx, v.ID, by)
	switch {
	case err == nil:
		r.Values++
	case errors.Is(err, ErrNotInForce):
		r.left(v)
		err = nil
	}
	return err
}

func (r *Reversed) left(v Value) {
	if r.Left++; len(r.First) < firstLeft {
		r.First = append(r.First, v)
	}
}

// undoRound takes back what was entered one by one, the newest first: between two
// values of a round others may have been recorded.
func (t *Tx) undoRound(ctx context.Context, r *Reversed, by string) error {
	rows, err := batchRows(ctx, t.tx, r.Batch.ID)
	c := takenBack{}
	for _, v := range rows {
		if err == nil && c.counts(v) {
			err = t.one(ctx, r, v, by)
		}
	}
	return err
}

// redoRound brings back what was taken back, that of the last undo first.
func (t *Tx) redoRound(ctx context.Context, r *Reversed, by string) error {
	rows, err := batchRows(ctx, t.tx, r.Batch.ID)
	plain, redone := map[int64]bool{}, map[int64]bool{}
	for _, v := range rows {
		plain[v.ID] = v.Undoes == 0
	}
	for _, v := range rows {
		switch {
		case err != nil || v.Undoes == 0 || redone[v.ID]:
		case plain[v.Undoes]:
			err = t.one(ctx, r, v, by)
		default:
			redone[v.Undoes] = true
		}
	}
	return err
}

// The rows of an import that are in force (o), as one INSERT each records what is to
// stand in their place. ?1 is the batch, ?2 who does it, ?3 the time, ?4 the first
// row of the import, ?5 and ?6 the range of rows that is done at a time: a part of
// the import fits into the writer's memory. What stood before (b) may be of a
// version that let in what the schema refuses now; such rows are for [Tx.Undo].
const (
	reverseInto = `INSERT INTO observation(kpi, at, value, note, source, entered_by, recorded_at, holds_from, batch, undoes)
		SELECT o.kpi, o.at, b.value, coalesce(b.note, ''), `
	reverseFrom = `, ?2, ?3, coalesce(b.holds_from, CASE WHEN b.recorded_at GLOB '[0-9][0-9][0-9][0-9]-*'
			THEN strftime('%Y-%m-%dT%H:%M:%fZ', b.recorded_at) END, ?3), ?1, `
	reverseBefore = `LEFT JOIN observation b ON b.id = (SELECT max(p.id) FROM observation p
			WHERE p.kpi = o.kpi AND p.at = o.at AND p.superseded = 1 AND p.id < `
	reverseSound = ` AND (b.id IS NULL OR length(b.note) <= 2000 AND length(CAST(b.note AS BLOB)) <= 8000 AND NOT instr(b.note, char(0))
			AND (b.value IS NULL OR typeof(b.value) IN ('real', 'integer')))`
	ofBatch = "WHERE o.batch = ?1 AND o.superseded = 0 AND "
)

// What is done with the rows of an import that are in force, by what they are:
// loaded with it, brought back by a redo, or put there by an undo.
const (
	undoLoaded = reverseInto + "'undo ' || o.id" + reverseFrom + "o.id FROM observation o " + reverseBefore + "?4) " +
		ofBatch + "o.undoes IS NULL AND o.id >= ?5 AND o.id < ?6" + reverseSound
	undoRedone = reverseInto + "'undo ' || u.undoes" + reverseFrom + "u.undoes FROM observation o JOIN observation u ON u.id = o.undoes " + reverseBefore + "?4) " +
		ofBatch + "o.undoes >= ?5 AND o.undoes < ?6 AND u.undoes IS NOT NULL" + reverseSound
	redoUndone = reverseInto + "'redo ' || o.id" + reverseFrom + "o.id FROM observation o JOIN observation u ON u.id = o.undoes " + reverseBefore + "o.id) " +
		ofBatch + "o.undoes >= ?5 AND o.undoes < ?6 AND u.undoes IS NULL" + reverseSound
)

// The rows of an import that those queries leave: at their moments something stands
// that is none of it (foreign), or they are for [Tx.Undo]. The second column is
// whether something was recorded there since.
const (
	leftRows = `SELECT o.id, o.superseded = 1 AND EXISTS
		(SELECT 1 FROM observation c WHERE c.kpi = o.kpi AND c.at = o.at AND c.superseded = 0 AND c.undoes IS NULL) FROM observation o `
	foreign = `NOT EXISTS (SELECT 1 FROM observation c
		WHERE c.kpi = o.kpi AND c.at = o.at AND c.superseded = 0 AND c.batch = ?1)`

	leftByUndo = leftRows + "WHERE o.batch = ?1 AND o.undoes IS NULL AND (o.superseded = 0 OR " + foreign + ") ORDER BY o.id"
	leftByRedo = leftRows + "JOIN observation u ON u.id = o.undoes AND u.undoes IS NULL WHERE o.batch = ?1 AND " + foreign +
		" AND NOT EXISTS (SELECT 1 FROM observation d WHERE d.batch = ?1 AND d.undoes = o.id) ORDER BY o.id"
)

// reverseCache is in KiB what taking back a million values changes: as long as that
// is in memory, readers go on reading.
const reverseCache = 320 << 10

// cache sets how many KiB of changes are held in memory.
func (t *Tx) cache(ctx context.Context, kib int) error {
	_, err := t.tx.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = -%d", kib))
	return err
}

// reverseRows is how many rows of an import are done in one statement.
const reverseRows = 20_000

// undoImport takes back an import, whose rows were recorded in one go.
func (t *Tx) undoImport(ctx context.Context, r *Reversed, by string) error {
	err := t.reverseRange(ctx, r, by, "id", "undoes IS NULL", undoLoaded)
	if err == nil {
		err = t.reverseRange(ctx, r, by, "undoes", "undoes IS NOT NULL", undoRedone)
	}
	if err == nil {
		err = t.rest(ctx, r, by, leftByUndo)
	}
	return err
}

func (t *Tx) redoImport(ctx context.Context, r *Reversed, by string) error {
	err := t.reverseRange(ctx, r, by, "undoes", "undoes IS NOT NULL", redoUndone)
	if err == nil {
		err = t.rest(ctx, r, by, leftByRedo)
	}
	return err
}

// reverseRange runs query for all rows of the batch, by ranges of a column.
func (t *Tx) reverseRange(ctx context.Context, r *Reversed, by, column, where, query string) error {
	var low, high, first int64
	edges := "SELECT coalesce(min(" + column + "), 0), coalesce(max(" + column + "), -1), coalesce((SELECT min(id) FROM observation WHERE batch = ?1 AND undoes IS NULL), 0)" +
		" FROM observation WHERE batch = ?1 AND " + where
	if err := t.tx.QueryRowContext(ctx, edges, r.Batch.ID).Scan(&low, &high, &first); err != nil {
		return err
	}
	now := stamp(t.store.now())
	for ; low <= high; low += reverseRows {
		result, err := t.tx.ExecContext(ctx, query, r.Batch.ID, by, now, first, low, low+reverseRows)
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		if err != nil {
			return err
		}
		r.Values += int(n)
	}
	return nil
}

// rest goes through the rows that query finds: where what stands at their moments
// was put there by an undo, it may be what brought them back.
func (t *Tx) rest(ctx context.Context, r *Reversed, by, query string) error {
	type row struct {
		id   int64
		anew bool
	}
	found, err := t.tx.QueryContext(ctx, query, r.Batch.ID)
	rows, err := collect(found, err, func(s scanner) (o row, err error) { return o, s.Scan(&o.id, &o.anew) })
	for _, o := range rows {
		var v Value
		if err == nil && (!o.anew || len(r.First) < firstLeft) {
			v, err = scanRow(t.tx.QueryRowContext(ctx, rowQuery, o.id))
		}
		switch {
		case err != nil:
			return err
		case o.anew:
			r.left(v)
		default:
			err = t.one(ctx, r, v, by)
		}
	}
	return err
}
