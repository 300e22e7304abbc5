package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"kpiwall/data/finding"
)

// The kinds of a batch.
const (
	ImportBatch = "import"
	RoundBatch  = "round"
)

// Batch is an import, or a round of entry: what was recorded together.
type Batch struct {
	ID        int64
	Kind      string // ImportBatch or RoundBatch
	Name      string // the file, or the program it was entered with
	By        string
	Made      time.Time
	Values    int // rows that came with it
	TakenBack int // of them, those that were taken back
}

// NewBatch notes an import or a round that values will come with, and returns it
// for [Value.Batch].
func (t *Tx) NewBatch(ctx context.Context, kind, name, by string) (Batch, error) {
	const op = "note a batch of values"
	for _, text := range []string{name, by} {
		if err := brief("text.batch", text, NameLimit); err != nil {
			return Batch{}, &Error{Op: op, Kind: Rejected, Path: t.session.path, Err: err}
		}
	}
	b := Batch{Kind: kind, Name: name, By: by, Made: t.store.now().UTC().Truncate(time.Millisecond)}
	const query = "INSERT INTO batch(kind, name, made_by, made_at) VALUES (?, ?, ?, ?)"
	result, err := t.tx.ExecContext(ctx, query, kind, name, by, stamp(b.Made))
	if err != nil {
		return Batch{}, t.fail(ctx, op, err)
	}
	b.ID, err = result.LastInsertId()
	return b, t.fail(ctx, op, err)
}

// DropBatch forgets a batch of this transaction with which nothing came.
func (t *Tx) DropBatch(ctx context.Context, id int64) error {
	_, err := t.tx.ExecContext(ctx, "DELETE FROM batch WHERE id = ? AND NOT EXISTS (SELECT 1 FROM observation WHERE batch = ?1)", id)
	return t.fail(ctx, "forget a batch of values", err)
}

// HasBatch reports whether b is a batch of this store, and not of one that was in
// its place.
func (t *Tx) HasBatch(ctx context.Context, b Batch) (bool, error) {
	have, err := batchOf(ctx, t.tx, b.ID)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil && have.Kind == b.Kind && have.Made.Equal(b.Made), t.fail(ctx, "read a batch of values", err)
}

const batchColumns = "SELECT id, kind, substr(name, 1, 201), substr(made_by, 1, 201), made_at FROM batch "

func scanBatch(row scanner) (b Batch, err error) {
	var made string
	err = row.Scan(&b.ID, &b.Kind, &b.Name, &b.By, &made)
	b.Name, b.By, b.Made = legible(b.Name, NameLimit), legible(b.By, NameLimit), stampOf(made)
	return b, err
}

// batchOf returns the batch of a number without its counts.
func batchOf(ctx context.Context, q querier, id int64) (Batch, error) {
	return scanBatch(q.QueryRowContext(ctx, batchColumns+"WHERE id = ?", id))
}

// noBatch words that there is no batch of a number.
func noBatch(id int64, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return finding.New("batch.none", finding.Args{"Number": id})
	}
	return err
}

// Batches returns imports and rounds, the newest first and at most limit of them;
// kind "" is for all kinds. Its cost grows with the values that came with them.
func (s *Store) Batches(ctx context.Context, kind string, limit int) (list []Batch, err error) {
	const op = "read the imports"
	err = s.use(ctx, op, func(c *session) error {
		if err := c.ours(op); err != nil || c.version < 2 {
			return err
		}
		rows, err := c.reader.QueryContext(ctx, batchColumns+"WHERE ?1 IN ('', kind) ORDER BY id DESC LIMIT ?2", kind, limit)
		if list, err = collect(rows, err, scanBatch); err != nil {
			return err
		}
		for i := range list {
			if err := count(ctx, c.reader, &list[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return list, err
}

// count counts the values of b. Those of an import are recorded in one go, so that a
// row which undoes a later one brings back; those of a round are few.
func count(ctx context.Context, q rowsQuerier, b *Batch) error {
	if b.Kind == RoundBatch {
		rows, err := batchRows(ctx, q, b.ID)
		c := takenBack{}
		for _, v := range rows {
			stands := c.counts(v)
			if v.Undoes == 0 {
				b.Values++
				if !stands {
					b.TakenBack++
				}
			}
		}
		return err
	}
	const query = `SELECT count(*) FILTER (WHERE undoes IS NULL),
		count(*) FILTER (WHERE undoes <= plain.last) - count(*) FILTER (WHERE undoes > plain.last)
		FROM observation, (SELECT max(id) AS last FROM observation WHERE batch = ?1 AND undoes IS NULL) AS plain WHERE batch = ?1`
	return q.QueryRowContext(ctx, query, b.ID).Scan(&b.Values, &b.TakenBack)
}

// rowsQuerier is what a pool and a transaction have in common.
type rowsQuerier interface {
	querier
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// batchRows returns the rows of a round, the newest first.
func batchRows(ctx context.Context, q rowsQuerier, id int64) ([]Value, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+rowColumns(schemaVersion)+" FROM observation WHERE batch = ? ORDER BY id DESC", id)
	return collect(rows, err, scanRow)
}
