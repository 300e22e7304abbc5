package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"kpiwall/data/finding"
)

// Renaming is that a KPI has another id than before.
type Renaming struct {
	Old, New string
	At       time.Time
	Values   int // rows that went with it, replaced ones included
}

// Rename gives all rows of old the id now, as though it had always been called so: of
// two rows for one moment the one recorded last stands. It refuses to mix them with rows
// that now has already, unless merge says so or the renaming was noted before: a program
// that still writes the old id is moved again. Other programs may go on writing the old
// id; such rows stay there until the next renaming.
func (s *Store) Rename(ctx context.Context, old, now string, merge bool) (r Renaming, err error) {
	op := fmt.Sprintf("rename %q to %q", old, now)
	err = s.Write(ctx, op, func(t *Tx) (err error) {
		r, err = t.rename(ctx, old, now, merge)
		return t.fail(ctx, op, err)
	})
	return r, err
}

func (t *Tx) rename(ctx context.Context, old, now string, merge bool) (r Renaming, err error) {
	rows, err := t.countRows(ctx, old)
	if err != nil {
		return r, err
	}
	there, err := t.countRows(ctx, now)
	if err != nil {
		return r, err
	}
	var known bool
	const query = "SELECT EXISTS (SELECT 1 FROM renamed WHERE old = ? AND new = ?)"
	if err := t.tx.QueryRowContext(ctx, query, old, now).Scan(&known); err != nil {
		return r, err
	}
	switch {
	case rows == 0:
		return r, finding.New("rename.nothing", finding.Args{"Old": old})
	case there > 0 && !merge && !known:
		return r, finding.New("rename.both", finding.Args{"Old": old, "New": now, "Values": there})
	}
	r = Renaming{Old: old, New: now, At: t.store.now().UTC().Truncate(time.Millisecond), Values: rows}
	err = t.unguarded(ctx, func() error {
		return t.run(
			ctx,
			statement{"INSERT OR IGNORE INTO renamed_row(old, row) SELECT kpi, id FROM observation WHERE kpi = ?1", []any{old}},
			statement{giveWay, []any{old, now}},
			statement{"UPDATE observation SET kpi = ?2 WHERE kpi = ?1", []any{old, now}},
			// The new id is no old one any more.
			statement{"DELETE FROM renamed_row WHERE old = ?1", []any{now}},
			statement{"DELETE FROM renamed WHERE old = ?1", []any{now}},
			statement{"INSERT OR REPLACE INTO renamed(old, new, at) VALUES (?1, ?2, ?3)", []any{old, now, stamp(r.At)}},
		)
	})
	return r, err
}

// UndoRename gives the rows that a renaming of old has moved their old id back. What was
// recorded under the new id otherwise stays there.
func (s *Store) UndoRename(ctx context.Context, old string) (r Renaming, err error) {
	op := fmt.Sprintf("undo the renaming of %q", old)
	err = s.Write(ctx, op, func(t *Tx) (err error) {
		r, err = t.undoRename(ctx, old)
		return t.fail(ctx, op, err)
	})
	return r, err
}

func (t *Tx) undoRename(ctx context.Context, old string) (r Renaming, err error) {
	r, err = scanRenaming(t.tx.QueryRowContext(ctx, "SELECT old, new, at FROM renamed WHERE old = ?", old))
	if errors.Is(err, sql.ErrNoRows) {
		return r, finding.New("rename.none", finding.Args{"Old": old})
	}
	var next string
	if err == nil {
		err = t.tx.QueryRowContext(ctx, "SELECT new FROM renamed WHERE old = ?", r.New).Scan(&next)
	}
	switch {
	case err == nil:
		return r, finding.New("rename.later", finding.Args{"Old": r.New, "New": next})
	case !errors.Is(err, sql.ErrNoRows):
		return r, err
	}
	const moved = "SELECT count(*) FROM renamed_row m JOIN observation o ON o.id = m.row AND o.kpi = ?2 WHERE m.old = ?1"
	if err := t.tx.QueryRowContext(ctx, moved, old, r.New).Scan(&r.Values); err != nil {
		return r, err
	}
	err = t.unguarded(ctx, func() error {
		return t.run(
			ctx,
			// All that may meet under one id is out of force while it moves.
			statement{"UPDATE observation SET superseded = 1 WHERE kpi IN (?1, ?2) AND superseded = 0", []any{old, r.New}},
			statement{"UPDATE observation SET kpi = ?1 WHERE kpi = ?2 AND id IN (SELECT row FROM renamed_row WHERE old = ?1)", []any{old, r.New}},
			statement{lastStands, []any{old, r.New}},
			statement{"DELETE FROM renamed_row WHERE old = ?1", []any{old}},
			statement{"DELETE FROM renamed WHERE old = ?1", []any{old}},
		)
	})
	return r, err
}

const (
	// giveWay takes out of force what another row for the same moment, recorded later
	// under the other id, takes the place of.
	giveWay = `UPDATE observation SET superseded = 1 WHERE kpi IN (?1, ?2) AND superseded = 0 AND EXISTS (
		SELECT 1 FROM observation b WHERE b.kpi = CASE observation.kpi WHEN ?1 THEN ?2 ELSE ?1 END
			AND b.at = observation.at AND b.superseded = 0 AND b.id > observation.id)`
	// lastStands puts the row in force that was recorded last for each moment.
	lastStands = `UPDATE observation SET superseded = 0 WHERE id IN (
		SELECT max(id) FROM observation WHERE kpi IN (?1, ?2) GROUP BY kpi, at)`
)

// statement is a query with what it is about.
type statement struct {
	query string
	args  []any
}

func (t *Tx) run(ctx context.Context, all ...statement) error {
	for _, s := range all {
		if _, err := t.tx.ExecContext(ctx, s.query, s.args...); err != nil {
			return err
		}
	}
	return nil
}

// unguarded runs do with all tables of the schema, of which old stores lack some, and
// without the triggers that keep rows as they were recorded, makes them again, and has
// readers read everything anew: no row is new.
func (t *Tx) unguarded(ctx context.Context, do func() error) error {
	if err := t.flush(ctx, 1); err != nil {
		return err
	}
	if _, err := t.tx.ExecContext(ctx, schema+dropTriggers); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	if _, err := t.tx.ExecContext(ctx, schema); err != nil {
		return err
	}
	return t.store.confirm(ctx, t.tx, renewedID, "renamed")
}

// countRows counts all rows of a KPI.
func (t *Tx) countRows(ctx context.Context, id string) (n int, err error) {
	return n, t.tx.QueryRowContext(ctx, "SELECT count(*) FROM observation WHERE kpi = ?", id).Scan(&n)
}

func scanRenaming(row scanner) (r Renaming, err error) {
	var at string
	err = row.Scan(&r.Old, &r.New, &at)
	r.At = stampOf(at)
	return r, err
}

// Renamings returns all that was renamed, the last first.
func (s *Store) Renamings(ctx context.Context) (list []Renaming, err error) {
	const op = "read the renamings"
	err = s.use(ctx, op, func(c *session) error {
		if c.version != schemaVersion {
			return nil
		}
		rows, err := c.reader.QueryContext(ctx, "SELECT old, new, at FROM renamed ORDER BY at DESC, old")
		list, err = collect(rows, err, scanRenaming)
		return err
	})
	return list, err
}
