package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// writtenLimit is how many new rows are looked through: where an import has
// brought more, reading everything is as good.
const writtenLimit = 1000

// Position is how far a view has read: all rows up to the newest. The zero
// Position has read none.
type Position struct {
	session int    // which file
	id      int64  // of the newest row
	row     string // what tells that row from another that has taken its number
	renewed string // the last [Tx.Renew], which leaves no new row
}

// Position returns where the view stands; the zero Position where
// [View.Written] can tell nothing.
func (v *View) Position(ctx context.Context) (p Position, err error) {
	if v.session.copy || v.session.written == nil {
		return Position{}, nil
	}
	p.session = v.session.number
	const query = "SELECT id, coalesce(kpi || at || recorded_at, '') FROM observation ORDER BY id DESC LIMIT 1"
	err = v.tx.QueryRowContext(ctx, query).Scan(&p.id, &p.row)
	if err == nil || errors.Is(err, sql.ErrNoRows) {
		p.renewed, err = v.renewed(ctx)
	}
	return p, fail(ctx, "look for new values", v.session.path, err)
}

// Written returns the KPIs of the rows that were written since p, and where the
// view stands. It reports false where that does not say it all: where another
// file has taken the place of p's or something else has overwritten it, where
// somebody has renewed a row ([Tx.Renew]), or where too much is new; of a copy
// and of a schema that is another program's version nobody can tell at all. What
// moves without a row of its own, such as when a value was last confirmed, is for
// [View.States] to find.
func (v *View) Written(ctx context.Context, p Position) (kpis []string, now Position, ok bool, err error) {
	const op = "look for new values"
	if p.id == 0 || p.session != v.session.number {
		return nil, Position{}, false, nil
	}
	now = p
	kpis, found, err := v.since(ctx, &now)
	if err == nil {
		now.renewed, err = v.renewed(ctx)
	}
	ok = found && len(kpis) <= writtenLimit && now.renewed == p.renewed
	return kpis, now, ok && err == nil, fail(ctx, op, v.session.path, err)
}

// since moves p on to the newest row and returns the KPIs of those passed. It
// reports false where the row that p stands at is gone.
func (v *View) since(ctx context.Context, p *Position) (kpis []string, found bool, err error) {
	from := *p
	rows, err := v.tx.StmtContext(ctx, v.session.written).QueryContext(context.WithoutCancel(ctx), from.id) //nolint:sqlclosecheck // the end of the transaction closes the statement
	if err != nil {
		return nil, false, err
	}
	defer rows.Close()
	for rows.Next() && len(kpis) <= writtenLimit {
		var id string
		if err := rows.Scan(&p.id, &id, &p.row); err != nil {
			return nil, false, err
		}
		if p.id == from.id {
			found = p.row == from.row
		} else {
			kpis = append(kpis, id)
		}
	}
	return kpis, found, rows.Err()
}

// renewed returns what tells one [Tx.Renew] from the one before.
func (v *View) renewed(ctx context.Context) (text string, err error) {
	err = v.tx.StmtContext(ctx, v.session.renewed).QueryRowContext(ctx, renewedID).Scan(&text) //nolint:sqlclosecheck // the end of the transaction closes the statement
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return text, err
}

// States returns of each of rows, by number, a text that is another one as soon
// as the row is no longer in force, or what the store may move of it without
// writing a new one has moved: when it was last confirmed and since when it holds.
func (v *View) States(ctx context.Context, rows []int64) (map[int64]string, error) {
	const op = "look for confirmed values"
	list, err := json.Marshal(rows)
	if err != nil {
		return nil, err
	}
	found, err := v.tx.StmtContext(ctx, v.session.states).QueryContext(context.WithoutCancel(ctx), string(list)) //nolint:sqlclosecheck // the end of the transaction closes the statement
	if err != nil {
		return nil, fail(ctx, op, v.session.path, err)
	}
	defer found.Close()
	states := make(map[int64]string, len(rows))
	for found.Next() {
		var id int64
		var state string
		if err := found.Scan(&id, &state); err != nil {
			return nil, fail(ctx, op, v.session.path, err)
		}
		states[id] = state
	}
	return states, fail(ctx, op, v.session.path, found.Err())
}

const (
	writtenQuery = "SELECT id, kpi, coalesce(kpi || at || recorded_at, '') FROM observation WHERE id >= ? ORDER BY id"

	statesQuery = `SELECT o.id, o.value || ' ' || o.superseded || ' ' || coalesce(o.seen_at, '') || ' ' || coalesce(o.holds_from, '')
		FROM json_each(?) j CROSS JOIN observation o ON o.id = j.value WHERE o.value IS NOT NULL`
)

func (s *session) prepareWritten(ctx context.Context) (err error) {
	for query, stmt := range map[string]**sql.Stmt{writtenQuery: &s.written, statesQuery: &s.states, beatQuery: &s.renewed} {
		if *stmt, err = s.reader.PrepareContext(ctx, query); err != nil { //nolint:sqlclosecheck // its connection does
			return err
		}
	}
	return nil
}
