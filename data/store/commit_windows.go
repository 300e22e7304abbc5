package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"strings"

	"modernc.org/sqlite"
)

// A commit is done when its journal is gone. Elsewhere the folder is synced after
// that, see [extra]; Windows has no such call, and a plug pulled some seconds later
// could bring the journal back, and with it the value before. So it is cut to nothing
// instead, which can be synced. That is the connection's matter alone: a file with a
// write-ahead log keeps it.
func init() {
	sqlite.RegisterConnectionHook(func(c sqlite.ExecQuerierContext, dsn string) error {
		if !strings.Contains(dsn, "_txlock=immediate") { // no writer
			return nil
		}
		mode, err := journalMode(c)
		if err == nil && mode == "delete" {
			_, err = c.ExecContext(context.Background(), "PRAGMA journal_mode = TRUNCATE", nil)
		}
		return err
	})
}

func journalMode(c sqlite.ExecQuerierContext) (mode string, err error) {
	rows, err := c.QueryContext(context.Background(), "PRAGMA journal_mode", nil)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	row := make([]driver.Value, 1)
	if err := rows.Next(row); err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	mode, _ = row[0].(string)
	return mode, nil
}
