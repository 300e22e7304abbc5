package store

import (
	"context"
	"database/sql"
)

// pragmas are the questions that the watch asks again and again for years: they
// are planned once.
type pragmas struct {
	data     *sql.Stmt
	identity [3]*sql.Stmt
}

func preparePragmas(ctx context.Context, c *sql.Conn) (p pragmas, err error) {
	p.data, err = c.PrepareContext(ctx, "PRAGMA data_version")
	for i, name := range []string{"application_id", "user_version", "schema_version"} {
		if err == nil {
			p.identity[i], err = c.PrepareContext(ctx, "PRAGMA "+name) //nolint:sqlclosecheck // its connection does
		}
	}
	return p, err
}

// fingerprint is another one for another schema.
func (p pragmas) fingerprint(ctx context.Context) (print [3]int64, err error) {
	for i, stmt := range p.identity {
		if err := stmt.QueryRowContext(ctx).Scan(&print[i]); err != nil {
			return print, err
		}
	}
	return print, nil
}

func (p pragmas) close() {
	for _, stmt := range append(p.identity[:], p.data) {
		if stmt != nil {
			_ = stmt.Close()
		}
	}
}
