package store

import (
	"context"
	"database/sql"
	"strings"
)

// migration is one under way, from version 1.
type migration struct {
	tx      *sql.Tx
	harmed  bool // the table holds what the new one would refuse
	refused int
}

// steps are the moments of a migration; a plug may be pulled between any two.
func (m *migration) steps() []func(context.Context) error {
	return []func(context.Context) error{m.examine, m.clear, m.widen, m.make, m.copy, m.follow, m.finish}
}

// highestID is the last number of a row that is not taken for harm: it is far
// from the last one there is, and exact in every program's numbers.
const highestID = "9007199254740992"

// sound is what version 2 lets in, of the columns of version 1. Texts that are
// too long are not harm: they are cut when they are read.
const sound = `(typeof(kpi) = 'text' AND length(kpi) BETWEEN 1 AND 64 AND kpi NOT GLOB '*[^a-z0-9_.-]*'
	AND length(CAST(kpi AS BLOB)) = length(kpi)
	AND typeof(at) = 'text' AND length(CAST(at AS BLOB)) = length(at) AND at >= '0001-01-02'
	AND date(at, '+0 days') IS substr(at, 1, 10)
	AND (length(at) = 10 OR at IS strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days'))
	AND (value IS NULL OR typeof(value) IN ('real', 'integer') AND abs(value) <= 1e300)
	AND superseded IN (0, 1)) IS 1`

// numberedWell is whether a row may keep its number.
const numberedWell = "id BETWEEN 1 AND " + highestID

// examine finds out whether the table can stay.
func (m *migration) examine(ctx context.Context) error {
	return m.tx.QueryRowContext(ctx, `SELECT
		EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'observation' AND seq > `+highestID+`)
		OR EXISTS (SELECT 1 FROM observation WHERE NOT (`+sound+" AND "+numberedWell+"))").Scan(&m.harmed)
}

// clear takes away what the new schema makes anew.
func (m *migration) clear(ctx context.Context) error {
	return m.run(ctx, "DROP VIEW IF EXISTS kpi_latest", "DROP VIEW IF EXISTS kpi_current", dropTriggers)
}

const dropTriggers = `DROP TRIGGER IF EXISTS observation_put; DROP TRIGGER IF EXISTS observation_number;
	DROP TRIGGER IF EXISTS observation_keep; DROP TRIGGER IF EXISTS observation_same; DROP TRIGGER IF EXISTS observation_past; DROP TRIGGER IF EXISTS observation_stay`

// widen adds the new columns, which touches no row; or puts the table aside.
func (m *migration) widen(ctx context.Context) error {
	if m.harmed {
		// What other programs have made on the table is to mean the new one.
		return m.run(ctx, "DROP INDEX observation_current", "DROP INDEX observation_history",
			"PRAGMA legacy_alter_table = ON", "ALTER TABLE observation RENAME TO observation_before", "PRAGMA legacy_alter_table = OFF")
	}
	return m.run(ctx, "ALTER TABLE observation ADD COLUMN holds_from TEXT",
		"ALTER TABLE observation ADD COLUMN batch INTEGER", "ALTER TABLE observation ADD COLUMN undoes INTEGER")
}

// make makes what is not there, but for the triggers, which would have a say in
// what follows.
func (m *migration) make(ctx context.Context) error { return m.run(ctx, schema, dropTriggers) }

// copy takes over the rows that were put aside: as they were, those with an
// absurd number under a new one, and the others where nobody reads them.
func (m *migration) copy(ctx context.Context) error {
	if !m.harmed {
		return nil
	}
	const columns = "kpi, at, value, note, source, entered_by, recorded_at, seen_at, superseded"
	const from = columns + " FROM observation_before WHERE " + sound
	err := m.run(ctx,
		"INSERT INTO observation(id, "+columns+") SELECT id, "+from+" AND "+numberedWell+" ORDER BY id",
		"INSERT INTO observation("+columns+") SELECT "+from+" AND NOT ("+numberedWell+") ORDER BY id",
		"CREATE TABLE observation_refused AS SELECT * FROM observation_before WHERE NOT "+sound,
		"DROP TABLE observation_before")
	if err != nil {
		return err
	}
	err = m.tx.QueryRowContext(ctx, "SELECT count(*) FROM observation_refused").Scan(&m.refused)
	if err == nil && m.refused == 0 {
		err = m.run(ctx, "DROP TABLE observation_refused")
	}
	return err
}

// follow notes for each undo what it took back, and since when what it brought
// back holds. Version 1 kept the former in words only. One undo may bring back
// what another did, so they are gone through in order.
func (m *migration) follow(ctx context.Context) error {
	rows, err := m.tx.QueryContext(ctx, `SELECT u.id, o.id FROM observation u JOIN observation o
		ON o.id = CAST(substr(u.source, 6) AS INTEGER) AND o.kpi = u.kpi AND o.at = u.at AND o.id < u.id
		WHERE u.source GLOB 'undo [1-9]*' AND u.source = 'undo ' || o.id ORDER BY u.id`)
	pairs, err := collect(rows, err, func(row scanner) (p [2]int64, err error) { return p, row.Scan(&p[0], &p[1]) })
	if err != nil {
		return err
	}
	update, err := m.tx.PrepareContext(ctx, `UPDATE observation SET undoes = ?2, holds_from = (
		SELECT coalesce(b.holds_from, CASE WHEN b.recorded_at GLOB '[0-9][0-9][0-9][0-9]-*'
			THEN strftime('%Y-%m-%dT%H:%M:%fZ', b.recorded_at) END)
		FROM observation b WHERE b.kpi = observation.kpi AND b.at = observation.at AND b.superseded = 1 AND b.id < ?2
		ORDER BY b.id DESC LIMIT 1) WHERE id = ?1`)
	if err != nil {
		return err
	}
	defer update.Close()
	for _, p := range pairs {
		if _, err := update.ExecContext(ctx, p[0], p[1]); err != nil {
			return err
		}
	}
	return nil
}

// finish makes the triggers.
func (m *migration) finish(ctx context.Context) error { return m.run(ctx, schema) }

func (m *migration) run(ctx context.Context, queries ...string) error {
	_, err := m.tx.ExecContext(ctx, strings.Join(queries, ";\n"))
	return err
}
