package store

import (
	"context"
)

// Standing is a batch of which something stands.
type Standing struct {
	Batch Batch
	Last  Value // what was recorded last with it and is not taken back
}

// lastBatches is how many imports and rounds are looked at for what stands.
const lastBatches = 100

// lastRows is how many of the last rows of an import are looked at for what stands.
const lastRows = 200

// Standing returns the latest imports and rounds of which something is not taken
// back, without their counts. Its cost does not grow with the values of an import:
// one of which the last changes took all back that they were about counts as taken
// back. Rows in passed are passed over.
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
		last, stands, err = lastOfImport(ctx, q, b.ID)
		return last, stands && !passed[last.ID], err
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

// lastOfImport returns what stands of the last changes of an import: a value that came
// with it or that a redo brought back, and that was not taken back since.
func lastOfImport(ctx context.Context, q rowsQuerier, id int64) (last Value, stands bool, err error) {
	const query = " FROM observation WHERE batch = ? ORDER BY id DESC LIMIT ?"
	found, err := q.QueryContext(ctx, "SELECT "+rowColumns(schemaVersion)+query, id, lastRows)
	rows, err := collect(found, err, scanRow)
	taken := map[int64]bool{}
	for _, v := range rows {
		of, redo := v.ID, false // the row of the import that v is about
		if err == nil && v.Undoes != 0 {
			of, err = undoneBy(ctx, q, v.Undoes)
			if redo = of != 0; !redo {
				of = v.Undoes
			}
		}
		switch {
		case err != nil:
			return last, false, err
		case taken[of]:
		case v.Undoes == 0 || redo:
			return v, true, nil
		default:
			taken[of] = true
		}
	}
	return last, false, err
}
