package store

import (
	"context"
	"database/sql"
	"errors"
)

// Standing is a batch of which something stands.
type Standing struct {
	Batch Batch
	Last  Value // what was recorded last with it and is not taken back
}

// lastBatches is how many imports and rounds are looked at for what stands.
const lastBatches = 100

// Standing returns the latest imports and rounds of which something is not taken
// back, without their counts. Its cost does not grow with the values of an import:
// one of which the last change took something back counts as taken back. Rows in
// passed are passed over.
func (s *Store) Standing(ctx context.Context, passed map[int64]bool) (list []Standing, err error) {
	const op = "read what was entered last"
	err = s.use(ctx, op, func(c *session) error {
		if err := c.ours(op); err != nil || c.version < 2 {
			return err
		}
		rows, err := c.reader.QueryContext(ctx, batchColumns+"ORDER BY id DESC LIMIT ?", lastBatches)
		batches, err := collect(rows, err, scanBatch)
		for _, b := range batches {
			var last Value
			var stands bool
			if err == nil {
				last, stands, err = lastStanding(ctx, c.reader, b, passed)
			}
			if stands {
				list = append(list, Standing{b, last})
			}
		}
		return err
	})
	return list, err
}

func lastStanding(ctx context.Context, q rowsQuerier, b Batch, passed map[int64]bool) (last Value, stands bool, err error) {
	if b.Kind == ImportBatch {
		const query = " FROM observation WHERE batch = ?1 AND id = (SELECT max(id) FROM observation WHERE batch = ?1)"
		last, err = scanRow(q.QueryRowContext(ctx, "SELECT "+rowColumns(schemaVersion)+query, b.ID))
		if errors.Is(err, sql.ErrNoRows) {
			return last, false, nil
		}
		if passed[last.ID] {
			return last, false, err
		}
		if err == nil && last.Undoes != 0 { // stands again where an undo was undone
			err = q.QueryRowContext(ctx, "SELECT undoes IS NOT NULL FROM observation WHERE id = ?", last.Undoes).Scan(&stands)
			return last, stands, err
		}
		return last, err == nil, err
	}
	rows, err := batchRows(ctx, q, b.ID)
	c := takenBack{}
	for _, v := range rows {
		if c.counts(v) && !stands && !passed[v.ID] {
			last, stands = v, true
		}
	}
	return last, stands, err
}
