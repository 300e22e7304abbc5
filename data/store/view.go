package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sort"

	"kpiwall/data/kpi"
)

// The two questions of a refresh. Both read the view, which a newer schema
// keeps, and both are ranges of the index on the rows in force.
const (
	belowQuery = "SELECT " + columns + ", " + sameRow + ` FROM kpi_current v
		WHERE kpi = ? AND at >= ? AND at < ? ORDER BY at DESC LIMIT 1`
	windowQuery = "SELECT " + columns + ", " + sameRow + ` FROM kpi_current v
		WHERE kpi = ? AND at >= ? AND at < ? ORDER BY at DESC LIMIT ?`
	// sameRow is whether the row agrees with the index that led to it. SQLite
	// takes the KPI and the moment from the index and the number from the row:
	// without it a flipped bit in either shows the number of another KPI. The
	// plus signs keep SQLite from asking the index again.
	sameRow = "EXISTS (SELECT 1 FROM kpi_current r WHERE r.id = v.id AND +r.kpi = v.kpi AND +r.at = v.at)"
)

// scanSame reads a row of the two queries, and refuses one that another KPI or
// moment owns.
func scanSame(row scanner) (v Value, at string, err error) {
	var same bool
	v, at, err = scanValue(row, &same)
	if err == nil && !same {
		err = fmt.Errorf("%w: row %d disagrees with its index", errDamaged, v.ID)
	}
	return v, at, err
}

// errDamaged marks what SQLite has not noticed.
var errDamaged = errors.New("database is damaged")

// View is a store as it stood at one moment. It belongs to the goroutine that
// [Store.View] calls.
type View struct {
	path          string
	below, window *sql.Stmt
	session       *session // with tx for Origin
	tx            *sql.Tx
}

// View calls read with the store as it stands: all that is read in it is from
// one moment, whatever others write meanwhile. Others wait with their writing
// until read returns, so it should only read; it must not keep the view. An
// error of read comes back as it is.
func (s *Store) View(ctx context.Context, read func(*View) error) error {
	const op = "read the store"
	c, err := s.acquire(ctx, op)
	if err != nil {
		return err
	}
	tx, err := c.reader.BeginTx(ctx, nil)
	if err != nil {
		err = fail(ctx, op, s.path, err)
		s.release(c, err)
		return err
	}
	err = read(&View{
		path: s.path, session: c, tx: tx,
		below:  tx.StmtContext(ctx, c.below),
		window: tx.StmtContext(ctx, c.window),
	})
	_ = tx.Rollback() // nothing to keep
	if err == nil {
		err = c.whole(op)
	}
	s.release(c, err)
	return err
}

// Newest returns the newest value of a KPI in force whose moment is before end:
// EndDay for plain days (where it is empty they do not count) and End for
// seconds. It is one value, or none; or two, a plain day and then a second of
// the same date in UTC, where only a calendar knows which of them is in the
// later period. The cost does not grow with the rows.
func (v *View) Newest(ctx context.Context, id string, end kpi.Bounds) ([]kpi.Value, error) {
	op := fmt.Sprintf("read %q", id)
	end.FirstDay, end.First = "", ""
	newest, at, err := v.newestIn(ctx, id, end, "")
	switch {
	case err != nil:
		return nil, fail(ctx, op, v.path, err)
	case at == "":
		return nil, nil
	case isDay(at) || at[:len(dayLayout)] >= end.EndDay:
		return []kpi.Value{newest}, nil
	}
	date := at[:len(dayLayout)]
	day, at, err := v.oneBelow(ctx, id, date, date+"T")
	if err != nil || at == "" {
		return []kpi.Value{newest}, fail(ctx, op, v.path, err)
	}
	return []kpi.Value{day, newest}, nil
}

// Series returns, for each of spans (consecutive periods, oldest first), the
// values in force that lie in it, ordered by the text of their moment. With
// newestOnly it is the last of each only, and the cost does not grow with the
// rows: a job that sends a value every ten seconds does not slow the wall down.
func (v *View) Series(ctx context.Context, id string, spans []kpi.Bounds, newestOnly bool) ([][]kpi.Value, error) {
	series := make([][]kpi.Value, len(spans))
	if len(spans) == 0 {
		return series, nil
	}
	var err error
	if newestOnly {
		err = v.lastOfEach(ctx, id, spans, series)
	} else {
		_, err = v.scan(ctx, id, spans, -1, func(i int, value kpi.Value) {
			series[i] = append(series[i], value)
		})
		for _, values := range series {
			slices.Reverse(values)
		}
	}
	return series, fail(ctx, fmt.Sprintf("read %q", id), v.path, err)
}

// lastOfEach reads the newest rows in one go, as many as KPIs usually have, and
// looks for what is still open span by span.
func (v *View) lastOfEach(ctx context.Context, id string, spans []kpi.Bounds, series [][]kpi.Value) error {
	limit := len(spans) + len(spans)/4 + 4
	open, err := v.scan(ctx, id, spans, limit, func(i int, value kpi.Value) {
		if series[i] == nil {
			series[i] = []kpi.Value{value}
		}
	})
	floor, _ := edges(spans[0])
	for i := len(spans) - 1; i >= 0 && err == nil && open != ""; i-- {
		if low, _ := edges(spans[i]); series[i] != nil || low >= open {
			continue
		}
		var value kpi.Value
		var at string
		value, at, err = v.newestIn(ctx, id, spans[i], floor)
		if at != "" && within(spans[i], at) {
			series[i] = []kpi.Value{value}
		} else {
			open = after(at)
		}
	}
	return err
}

// scan reads the rows of all spans, newest first and at most limit of them, and
// hands each to put with the span it lies in. It returns the moment below which
// there may be more, or "".
func (v *View) scan(ctx context.Context, id string, spans []kpi.Bounds, limit int, put func(int, kpi.Value)) (string, error) {
	low, _ := edges(spans[0])
	_, high := edges(spans[len(spans)-1])
	rows, err := v.window.QueryContext(ctx, id, low, high, limit)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	reached, n := "", 0
	for ; rows.Next(); n++ {
		value, at, err := scanSame(rows)
		if err != nil {
			return "", err
		}
		reached = at
		if i := spanOf(spans, at); i >= 0 {
			put(i, value.Value)
		}
	}
	if n != limit {
		reached = ""
	}
	return reached, rows.Err()
}

// newestIn returns the newest value in b and its moment. Where b has none it is
// the newest one from floor up to b, so that empty periods cost one look
// together; and where that is none either, the moment is empty. Each step
// leaves out a whole date of seconds that are not in b.
func (v *View) newestIn(ctx context.Context, id string, b kpi.Bounds, floor string) (kpi.Value, string, error) {
	low, high := edges(b)
	for {
		value, at, err := v.oneBelow(ctx, id, floor, high)
		if err != nil || at < low || at == "" || within(b, at) {
			return value, at, err
		}
		high = nextEdge(b, at)
	}
}

// oneBelow returns the newest value with low <= moment < high, both as text.
func (v *View) oneBelow(ctx context.Context, id, low, high string) (kpi.Value, string, error) {
	if err := ctx.Err(); err != nil {
		return kpi.Value{}, "", err
	}
	// One step in an index is not worth the driver's watching the context.
	row := v.below.QueryRowContext(context.WithoutCancel(ctx), id, low, high)
	value, at, err := scanSame(row)
	if errors.Is(err, sql.ErrNoRows) {
		return kpi.Value{}, "", nil
	}
	return value.Value, at, err
}

// spanOf returns the index of the span that the moment lies in, or -1.
func spanOf(spans []kpi.Bounds, at string) int {
	i := sort.Search(len(spans), func(i int) bool {
		if isDay(at) {
			return at < spans[i].EndDay
		}
		return at < spans[i].End
	})
	if i < len(spans) && within(spans[i], at) {
		return i
	}
	return -1
}
