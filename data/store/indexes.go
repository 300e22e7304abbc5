package store

import (
	"context"
	"database/sql"
	"strings"
)

// laterIndexes are those of version 2 that its first stores were made without.
// Nothing but speed depends on them.
var laterIndexes = [...]string{"observation_order", "observation_batch"}

// addIndexes makes the indexes that the store of c lacks, in one transaction.
func (s *Store) addIndexes(ctx context.Context, op string, c *session) error {
	if c.version != schemaVersion || c.indexed.Load() {
		return nil
	}
	const query = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name IN (?, ?)"
	var there int
	if err := c.reader.QueryRowContext(ctx, query, laterIndexes[0], laterIndexes[1]).Scan(&there); err != nil {
		return fail(ctx, op, s.path, err)
	}
	if there < len(laterIndexes) {
		free, cancel := withoutDeadline(ctx)
		defer cancel()
		conn, err := c.writer.Conn(free)
		if err != nil {
			return fail(ctx, op, s.path, err)
		}
		defer conn.Close()
		err = s.transact(free, op, c, conn, func(_ *session, tx *sql.Tx) error {
			_, err := tx.ExecContext(free, indexLines())
			return err
		})
		if err != nil {
			return fail(free, op, s.path, err)
		}
	}
	c.indexed.Store(true)
	return nil
}

// indexLines are the lines of the schema that make the later indexes.
func indexLines() (lines string) {
	for line := range strings.Lines(schema) {
		for _, name := range laterIndexes {
			if strings.HasPrefix(line, "CREATE INDEX IF NOT EXISTS "+name+" ") {
				lines += line
			}
		}
	}
	return lines
}
