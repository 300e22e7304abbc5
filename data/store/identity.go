package store

import (
	"context"
	_ "embed"
	"fmt"
)

const (
	applicationID = 0x4B504931
	schemaVersion = 2
)

// schema is version 2 of the tables, with its documentation for other programs.
//
//go:embed schema.sql
var schema string

// parts are what a store of each version consists of. Without the trigger a
// correction would fail, and without an index the wall would crawl.
var parts = [...][]string{
	1: {"observation", "observation_current", "observation_history", "observation_put", "kpi_current"},
	2: {"observation", "batch", "renamed", "observation_current", "observation_history", "observation_put", "kpi_current"},
}

// identify returns the version of the schema behind q, or says why it is no
// store that can be read. It runs on every open and after every change seen: a
// file may be overwritten in place.
func identify(ctx context.Context, q querier, op, path string) (version int, err error) {
	refuse := func(kind Kind, cause error) (int, error) {
		return 0, &Error{Op: op, Kind: kind, Path: path, Err: cause}
	}
	var app, tables int
	err = q.QueryRowContext(ctx, `SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id a, pragma_user_version v`).Scan(&app, &version, &tables)
	switch {
	case err != nil:
		return 0, fail(ctx, op, path, err)
	case app == 0 && version == 0 && tables == 0:
		return refuse(Empty, nil)
	case app != applicationID:
		return refuse(Foreign, nil)
	case version < 1:
		return refuse(Damaged, fmt.Errorf("schema version %d", version))
	case version > schemaVersion:
		return version, nil
	}
	for _, name := range parts[version] {
		var found bool
		err := q.QueryRowContext(ctx, "SELECT count(*) > 0 FROM sqlite_schema WHERE name = ?", name).Scan(&found)
		if err != nil {
			return 0, fail(ctx, op, path, err)
		}
		if !found {
			return refuse(Damaged, fmt.Errorf("%s is missing", name))
		}
	}
	return version, nil
}
