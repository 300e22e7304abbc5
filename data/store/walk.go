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

// windowQuery is the one question of a refresh: the rows of a range, the newest
// moment first. It reads the view, which a newer schema keeps, and the index on
// the rows in force; whoever asks stops when there are enough. A limit that is
// bound would have SQLite plan anew whenever it is another one, which takes ten
// times as long as the answer.
func windowQuery(version int) string {
	return "SELECT " + viewColumns(version) + ", " + sameRow + ` FROM kpi_current v
		WHERE kpi = ? AND at >= ? AND at < ? ORDER BY at DESC`
}

// instantsQuery is the same without plain days.
func instantsQuery(version int) string {
	return "SELECT " + viewColumns(version) + ", " + sameRow + ` FROM kpi_current v
		WHERE kpi = ? AND at >= ? AND at < ? AND length(at) = 20 ORDER BY at DESC`
}

// sameRow is whether the row agrees with the index that led to it. SQLite takes
// the KPI and the moment from the index and the number from the row: without it
// a flipped bit in either shows the number of another KPI. The plus signs keep
// SQLite from asking the index again.
const sameRow = "EXISTS (SELECT 1 FROM kpi_current r WHERE r.id = v.id AND +r.kpi = v.kpi AND +r.at = v.at)"

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

// scan reads the rows of all spans, newest first and at most limit of them (-1:
// all), and hands each that is known to put with the span it lies in. It returns the
// moment below which there may be more, or "".
func (v *View) scan(ctx context.Context, id string, spans []kpi.Bounds, limit int, known func(kpi.Value) bool, put func(int, kpi.Value)) (string, error) {
	low, _ := edges(spans[0])
	_, high := edges(spans[len(spans)-1])
	reached, n := "", 0
	err := v.walk(ctx, &v.window, id, low, high, func(value Value, at string) bool {
		reached, n = at, n+1
		if i := spanOf(spans, at); i >= 0 && value.Unreadable == nil && knows(known, value.Value) {
			put(i, value.Value)
		}
		return n != limit
	})
	if n != limit {
		reached = ""
	}
	return reached, err
}

// newestIn returns the newest known value in b and its moment. Where b has none
// it is the newest one from floor up to b, so that empty periods cost one look
// together; and where that is none either, the moment is empty. Each step
// leaves out a whole date of seconds that are not in b.
func (v *View) newestIn(ctx context.Context, id string, b kpi.Bounds, floor string, known func(kpi.Value) bool) (kpi.Value, string, error) {
	low, high := edges(b)
	for {
		value, at, err := v.oneBelow(ctx, id, floor, high, func(value kpi.Value, at string) bool {
			return !within(b, at) || knows(known, value)
		})
		if err != nil || at < low || at == "" || within(b, at) {
			return value, at, err
		}
		high = nextEdge(b, at)
	}
}

// oneBelow returns the newest value with low <= moment < high, both as text,
// that wanted says true for.
func (v *View) oneBelow(ctx context.Context, id, low, high string, wanted func(kpi.Value, string) bool) (found kpi.Value, moment string, err error) {
	err = v.walk(ctx, &v.window, id, low, high, func(value Value, at string) bool {
		if value.Unreadable != nil || !wanted(value.Value, at) {
			return true
		}
		found, moment = value.Value, at
		return false
	})
	return found, moment, err
}

// walk hands rows with low <= moment < high to visit, the newest moment first,
// until it says false. Rows that cannot be read are noted.
func (v *View) walk(ctx context.Context, stmt **sql.Stmt, id, low, high string, visit func(Value, string) bool) error {
	if err := v.prepare(ctx); err != nil {
		return err
	}
	// One step in an index is not worth the driver's watching the context.
	rows, err := (*stmt).QueryContext(context.WithoutCancel(ctx), id, low, high)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		value, at, err := scanSame(rows)
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if value.Unreadable != nil {
			v.skip(value)
		}
		if !visit(value, at) {
			return nil
		}
	}
	return rows.Err()
}

func (v *View) skip(value Value) {
	seen := func(s Skipped) bool { return s.KPI == value.KPI && s.ID == value.ID }
	if !slices.ContainsFunc(v.skipped, seen) {
		v.skipped = append(v.skipped, Skipped{KPI: value.KPI, ID: value.ID, Why: value.Unreadable})
	}
}

// prepare prepares the statements of a transaction that writes.
func (v *View) prepare(ctx context.Context) (err error) {
	if v.window == nil {
		if v.window, err = v.tx.PrepareContext(ctx, windowQuery(v.session.version)); err != nil {
			return err
		}
		v.instants, err = v.tx.PrepareContext(ctx, instantsQuery(v.session.version))
	}
	return err
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
