package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// historyQuery merges the two partial indexes that hold the rows, which costs no
// more than the rows that are returned.
func historyQuery(version int) string {
	columns := rowColumns(version)
	return "SELECT " + columns + " FROM observation WHERE kpi = ?1 AND superseded = 0 UNION ALL SELECT " +
		columns + " FROM observation WHERE kpi = ?1 AND superseded = 1 ORDER BY at DESC, id DESC LIMIT ?2"
}

// History returns the rows of a KPI, also those that were replaced or
// withdrawn, newest moment first and for one moment the newest row first; at
// most limit where limit is above 0. A row that cannot be read is among them and
// says so ([Value.Unreadable]). The source of a withdrawal is where it was made, as far
// as that is known.
func (s *Store) History(ctx context.Context, id string, limit int) (rows []Value, err error) {
	if limit <= 0 {
		limit = -1
	}
	op := fmt.Sprintf("read the history of %q", id)
	err = s.use(ctx, op, func(c *session) error {
		if err := c.ours(op); err != nil {
			return err
		}
		found, err := c.reader.QueryContext(ctx, historyQuery(c.version), id, limit)
		if rows, err = collect(found, err, scanRow); err == nil {
			err = withOrigins(ctx, c.reader, rows)
		}
		return err
	})
	return rows, err
}

// withOrigins names the sources of withdrawals, which their rows do not.
func withOrigins(ctx context.Context, q querier, rows []Value) error {
	for i := range rows {
		if rows[i].Source != WithdrawnSource {
			continue
		}
		rows[i].Source = ""
		if rows[i].Batch == 0 { // of a store of before there were batches
			continue
		}
		b, err := batchOf(ctx, q, rows[i].Batch)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		rows[i].Source = b.Name
	}
	return nil
}

// page is how many values Each reads at a time.
const page = 2000

// Each calls fn with the values in force of ids, or of every KPI where ids is
// empty, ordered by KPI and by the text of the moment. An error of fn ends it
// and is returned as it is. It reads a page at a time and nothing is locked
// while fn runs, however slow: a value that changes meanwhile is handed out as
// it was or as it is. A row that cannot be read is among them and says so
// ([Value.Unreadable]).
func (s *Store) Each(ctx context.Context, ids []string, fn func(Value) error) error {
	if len(ids) == 0 {
		counts, err := s.KPIs(ctx)
		if err != nil {
			return err
		}
		for id := range counts {
			ids = append(ids, id)
		}
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	for _, id := range ids {
		if err := s.eachOf(ctx, id, fn); err != nil {
			return err
		}
	}
	return nil
}

// eachOf calls fn with the values in force of one KPI.
func (s *Store) eachOf(ctx context.Context, id string, fn func(Value) error) error {
	const query = " FROM kpi_current WHERE kpi = ? AND at > ? ORDER BY at LIMIT ?"
	after := ""
	for {
		var values []Value
		err := s.use(ctx, fmt.Sprintf("read %q", id), func(c *session) error {
			found, err := c.reader.QueryContext(ctx, "SELECT "+viewColumns(c.version)+query, id, after, page)
			values, err = collect(found, err, func(row scanner) (Value, error) {
				v, at, err := scanValue(row)
				after = at
				return v, err
			})
			return err
		})
		if err != nil {
			return err
		}
		for _, v := range values {
			if err := fn(v); err != nil {
				return err
			}
		}
		if len(values) < page {
			return nil
		}
	}
}

// KPIs returns the ids that have rows, with the number of values in force. It
// reads every row; a store of a newer kpiwall leaves out ids without a value.
func (s *Store) KPIs(ctx context.Context) (counts map[string]int, err error) {
	counts = make(map[string]int)
	err = s.use(ctx, "count the values", func(c *session) error {
		query := "SELECT kpi, count(value) FROM observation WHERE superseded = 0 AND typeof(kpi) = 'text' AND kpi NOT IN ('" + beatID + "', '" + renewedID + "') GROUP BY kpi"
		if c.version > schemaVersion {
			query = "SELECT kpi, count(*) FROM kpi_current GROUP BY kpi"
		}
		rows, err := c.reader.QueryContext(ctx, query)
		_, err = collect(rows, err, func(row scanner) (id string, err error) {
			var n int
			err = row.Scan(&id, &n)
			counts[id] = n
			return id, err
		})
		return err
	})
	return counts, err
}
