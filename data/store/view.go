package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"kpiwall/data/kpi"
)

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
	ID  int64 // of the row
	Why error // what is wrong with it
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
