package store

import (
	"context"
	"database/sql"
	"strings"

	"kpiwall/data/kpi"
)

// batch is how many rows are in one INSERT.
const batch = 50

// Imported counts what became of the rows of an import. A value that came back
// after it was withdrawn counts as corrected.
type Imported struct{ New, Corrected, Unchanged int }

// loading is what a transaction has been given by Load.
type loading struct {
	insert  *sql.Stmt // of a whole batch
	waiting []any     // arguments of rows not inserted yet
	done    Imported  // since Loaded was last asked
}

// Load records one value as [Tx.Put] does, for masses of them: it does not say
// what then stands. Memory does not grow with the rows. Other writers wait
// meanwhile, and with some 400,000 rows or more so do readers.
func (t *Tx) Load(ctx context.Context, v Value) error {
	t.rows++
	v.Undoes = 0
	row, err := t.store.row(v)
	if err != nil {
		return t.store.reject(t.rows, v.KPI, err)
	}
	t.loading.waiting = append(t.loading.waiting, row[:]...)
	return t.flush(ctx, batch)
}

// Loaded counts what became of the values loaded since it was last called.
func (t *Tx) Loaded(ctx context.Context) (done Imported, err error) {
	if err := t.flush(ctx, 1); err != nil {
		return Imported{}, err
	}
	done, t.loading.done = t.loading.done, Imported{}
	return done, nil
}

// Corrected is a value that took the place of another one.
type Corrected struct {
	KPI      string
	At       kpi.At
	Old, New float64
}

// correctedQuery goes through the rows from the first of a batch on, for few are
// behind them.
const correctedQuery = `SELECT new.kpi, new.at, new.value, old.value FROM observation new
	JOIN observation old ON old.id = (SELECT max(id) FROM observation
		WHERE kpi = new.kpi AND at = new.at AND superseded = 1 AND id < new.id)
	WHERE new.id >= ?1 AND new.batch = ?2 AND new.superseded = 0 AND typeof(old.value) IN ('real', 'integer')
		AND old.value <> new.value
	ORDER BY new.id LIMIT ?3`

// Corrections returns the first values of a batch whose numbers took the place of
// others.
func (t *Tx) Corrections(ctx context.Context, batch int64, limit int) ([]Corrected, error) {
	if err := t.flush(ctx, 1); err != nil {
		return nil, err
	}
	const first = "SELECT coalesce(min(id), 0) FROM observation WHERE id > (SELECT max(id) FROM observation) - ? AND batch = ?"
	var from int64
	err := t.tx.QueryRowContext(ctx, first, t.rows, batch).Scan(&from)
	var all []Corrected
	if err == nil {
		rows, queryErr := t.tx.QueryContext(ctx, correctedQuery, from, batch, limit)
		all, err = collect(rows, queryErr, func(row scanner) (c Corrected, err error) {
			var at string
			if err = row.Scan(&c.KPI, &at, &c.New, &c.Old); err == nil {
				c.At, err = kpi.ParseAt(at)
			}
			return c, err
		})
	}
	return all, t.fail(ctx, "read what was corrected", err)
}

// flush inserts the rows that wait, if there are at least so many, and counts: a
// new row is one change and a correction two, the second being the mark on the
// row it replaces; an unchanged one is one, and not inserted.
func (t *Tx) flush(ctx context.Context, least int) error {
	l := &t.loading
	n := len(l.waiting) / arguments
	if n < least {
		return nil
	}
	before, err := t.changes(ctx)
	var inserted int
	if err == nil {
		inserted, err = t.insertWaiting(ctx, n)
	}
	var now int
	if err == nil {
		now, err = t.changes(ctx)
	}
	if err != nil {
		return t.fail(ctx, "import values", err)
	}
	corrected := now - before - n
	l.done.New += inserted - corrected
	l.done.Corrected += corrected
	l.done.Unchanged += n - inserted
	l.waiting = l.waiting[:0]
	return nil
}

// insertWaiting inserts the n rows that wait, and returns how many went in.
func (t *Tx) insertWaiting(ctx context.Context, n int) (int, error) {
	l := &t.loading
	query := insertQuery + placeholders + strings.Repeat(", "+placeholders, n-1)
	var err error
	if n == batch && l.insert == nil {
		if l.insert, err = t.tx.PrepareContext(ctx, query); err != nil {
			return 0, err
		}
	}
	var result sql.Result
	if n == batch {
		result, err = l.insert.ExecContext(ctx, l.waiting...)
	} else {
		result, err = t.tx.ExecContext(ctx, query, l.waiting...)
	}
	if err != nil {
		return 0, err
	}
	inserted, err := result.RowsAffected()
	return int(inserted), err
}

// changes returns the rows that the connection has changed so far.
func (t *Tx) changes(ctx context.Context) (n int, err error) {
	return n, t.tx.QueryRowContext(ctx, "SELECT total_changes()").Scan(&n)
}
