package store

import (
	"context"
	"database/sql"
	"strings"
)

const (
	batch = 50     // rows in one INSERT
	told  = 10_000 // rows between two calls of progress
)

// Imported counts what became of the rows of an import. A value that came back
// after it was withdrawn counts as corrected.
type Imported struct{ New, Corrected, Unchanged int }

// Import records the values that next returns, until it says false, in one
// transaction: an error of next (returned as it is), a value that is refused
// or the end of ctx leaves the store as it was. Two values of one moment both
// go in, the later one in force. Memory does not grow with the rows. Progress,
// unless nil, is told the rows so far now and then, by the calling goroutine.
// Other writers wait meanwhile, and with some 400,000 rows or more so do readers.
func (s *Store) Import(ctx context.Context, next func() (Value, bool, error), progress func(rows int)) (Imported, error) {
	var done Imported
	var stop error // what next or a refused row said
	err := s.write(ctx, "import values", func(tx *sql.Tx) error {
		l := loader{store: s, tx: tx, progress: progress}
		if err := l.begin(ctx); err != nil {
			return err
		}
		defer l.insert.Close()
		for {
			var v Value
			var more bool
			if v, more, stop = next(); stop != nil {
				return stop
			}
			if !more {
				break
			}
			if stop = l.add(v); stop != nil {
				return stop
			}
			if err := l.flush(ctx, batch); err != nil {
				return err
			}
		}
		if err := l.flush(ctx, 1); err != nil {
			return err
		}
		var err error
		done, err = l.end(ctx)
		return err
	})
	switch {
	case stop != nil:
		return Imported{}, stop
	case err != nil:
		return Imported{}, err
	}
	return done, nil
}

// loader is one import under way.
type loader struct {
	store    *Store
	tx       *sql.Tx
	progress func(int)
	insert   *sql.Stmt // of a whole batch
	waiting  []any     // arguments of rows not inserted yet
	rows     int
	inserted int64
	changes  int64 // of the connection, before
}

func (l *loader) begin(ctx context.Context) (err error) {
	query := insertQuery + placeholders + strings.Repeat(", "+placeholders, batch-1)
	if l.insert, err = l.tx.PrepareContext(ctx, query); err != nil {
		return err
	}
	return l.tx.QueryRowContext(ctx, "SELECT total_changes()").Scan(&l.changes)
}

// add takes in one row.
func (l *loader) add(v Value) error {
	l.rows++
	row, err := l.store.row(v)
	if err != nil {
		return l.store.reject(l.rows, v.KPI, err)
	}
	l.waiting = append(l.waiting, row[:]...)
	if l.progress != nil && l.rows%told == 0 {
		l.progress(l.rows)
	}
	return nil
}

// flush inserts the rows that wait, if there are at least so many.
func (l *loader) flush(ctx context.Context, least int) error {
	n := len(l.waiting) / arguments
	if n < least {
		return nil
	}
	var result sql.Result
	var err error
	if n == batch {
		result, err = l.insert.ExecContext(ctx, l.waiting...)
	} else {
		query := insertQuery + placeholders + strings.Repeat(", "+placeholders, n-1)
		result, err = l.tx.ExecContext(ctx, query, l.waiting...)
	}
	if err != nil {
		return err
	}
	inserted, err := result.RowsAffected()
	l.inserted += inserted
	l.waiting = l.waiting[:0]
	return err
}

// end counts: a new row is one change and a correction two, the second being
// the mark on the row it replaces; an unchanged one is one, and not inserted.
func (l *loader) end(ctx context.Context) (Imported, error) {
	var changes int64
	if err := l.tx.QueryRowContext(ctx, "SELECT total_changes()").Scan(&changes); err != nil {
		return Imported{}, err
	}
	corrected := int(changes-l.changes) - l.rows
	return Imported{
		New:       int(l.inserted) - corrected,
		Corrected: corrected,
		Unchanged: l.rows - int(l.inserted),
	}, nil
}
