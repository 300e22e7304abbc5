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

// View is a store as it stood at one moment, or as a transaction sees it. It
// belongs to the goroutine that [Store.View] or [Store.Write] calls.
type View struct {
	session  *session
	tx       *sql.Tx
	window   *sql.Stmt // nil until asked for, in a transaction that writes
	instants *sql.Stmt
	skipped  []Skipped
}

// Skipped is a row that was passed over since it cannot be read.
type Skipped struct {
	KPI string
	ID  int64  // of the row
	Why string // such as: at is "…"; at must be …
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
		session: c, tx: tx,
		window:   tx.StmtContext(ctx, c.window),
		instants: tx.StmtContext(ctx, c.instants),
	})
	_ = tx.Rollback() // nothing to keep
	if err == nil {
		err = c.whole(op)
	}
	s.release(c, err)
	return err
}

// Skipped returns the rows that the view has passed over so far, since they
// cannot be read: another program wrote them before the schema refused such
// rows, or the disk has changed them. They cost nothing but themselves.
func (v *View) Skipped() []Skipped { return slices.Clone(v.skipped) }

// Newest returns the newest value of a KPI in force whose moment is before end:
// EndDay for plain days (where it is empty they do not count) and End for
// seconds. Values for which known says false are passed over; nil knows all. It
// is one value, or none; or two, a plain day and then a second of the same date
// in UTC, where only a calendar knows which of them is in the later period. The
// cost does not grow with the rows but those that are passed over.
func (v *View) Newest(ctx context.Context, id string, end kpi.Bounds, known func(kpi.Value) bool) ([]kpi.Value, error) {
	op := fmt.Sprintf("read %q", id)
	end.FirstDay, end.First = "", ""
	newest, at, err := v.newestIn(ctx, id, end, "", known)
	switch {
	case err != nil:
		return nil, fail(ctx, op, v.session.path, err)
	case at == "":
		return nil, nil
	case isDay(at) || at[:len(dayLayout)] >= end.EndDay:
		return []kpi.Value{newest}, nil
	}
	date := at[:len(dayLayout)]
	day, at, err := v.oneBelow(ctx, id, date, after(date), func(value kpi.Value, _ string) bool { return knows(known, value) })
	if err != nil || at == "" {
		return []kpi.Value{newest}, fail(ctx, op, v.session.path, err)
	}
	return []kpi.Value{day, newest}, nil
}

// Pick says which values of each span [View.Series] returns.
type Pick struct {
	// Last, unless nil, wants of each span the one value that stands: the last by
	// [kpi.Calendar.CompareEffective].
	Last *kpi.Calendar
	// Known passes over the values for which it says false; nil knows all.
	Known func(kpi.Value) bool
}

func knows(known func(kpi.Value) bool, v kpi.Value) bool { return known == nil || known(v) }

// Series returns, for each of spans (consecutive periods, oldest first), the
// values in force that lie in it, ordered by the text of their moment, or of
// each the one that pick wants. The cost of that one does not grow with the
// rows: a job that sends a value every ten seconds does not slow the wall down.
// It grows with the values that were recorded ahead of their moments.
func (v *View) Series(ctx context.Context, id string, spans []kpi.Bounds, pick Pick) ([][]kpi.Value, error) {
	series := make([][]kpi.Value, len(spans))
	if len(spans) == 0 {
		return series, nil
	}
	var err error
	if pick.Last != nil {
		err = v.lastOfEach(ctx, id, spans, pick, series)
	} else {
		_, err = v.scan(ctx, id, spans, -1, pick.Known, func(i int, value kpi.Value) {
			series[i] = append(series[i], value)
		})
		for _, values := range series {
			slices.Reverse(values)
		}
	}
	return series, fail(ctx, fmt.Sprintf("read %q", id), v.session.path, err)
}

// scan reads the rows of all spans, newest first and at most limit of them (-1:
// all), and hands each that is known to put with the span it lies in. It returns the
// moment below which there may be more, or "".
func (v *View) scan(ctx context.Context, id string, spans []kpi.Bounds, limit int, known func(kpi.Value) bool, put func(int, kpi.Value)) (string, error) {
	low, _ := edges(spans[0])
	_, high := edges(spans[len(spans)-1])
	reached, n := "", 0
	err := v.walk(ctx, &v.window, id, low, high, func(value Value, at string) bool {
		reached, n = at, n+1
		if i := spanOf(spans, at); i >= 0 && value.Unreadable == "" && knows(known, value.Value) {
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
		if value.Unreadable != "" || !wanted(value.Value, at) {
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
		if value.Unreadable != "" {
			v.skip(value)
		}
		if !visit(value, at) {
			return nil
		}
	}
	return rows.Err()
}

func (v *View) skip(value Value) {
	s := Skipped{KPI: value.KPI, ID: value.ID, Why: value.Unreadable}
	if !slices.Contains(v.skipped, s) {
		v.skipped = append(v.skipped, s)
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
