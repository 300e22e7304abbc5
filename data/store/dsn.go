package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"
)

const (
	// readerWait is short: a wall that waits is worse than one that says
	// "locked" and keeps its picture. But the three syncs of one commit on a
	// slow memory card must not look like a lock.
	readerWait = time.Second
	// writerWait is long: somebody has typed the value.
	writerWait = 3 * time.Second
	// writerCache is in KiB and at most what an import takes. Changes that fit
	// are written at the end; a transaction that outgrows it locks readers out
	// from there on.
	writerCache = 64 << 10
)

// extra is PRAGMA synchronous = EXTRA: as FULL, and the folder is synced too
// after the journal is gone. With FULL alone a plug pulled right after a commit
// can bring the journal back, and with it the value before.
const extra = 3

// ofdLocking asks once, before the first file is opened, for locks that
// survive another descriptor of the same file being closed in this process.
// Only Linux has them; elsewhere the rule "nobody else opens the file" holds
// alone, and [Facts] says so.
var ofdLocking = sync.OnceFunc(func() { _, _ = sqlite.OFDLocking(true) })

// dsn names path for the driver. Only a real URL opens the right file where
// its name holds ?, # or %, and only underscore keys are checked by the driver.
func dsn(path string, settings url.Values) string {
	query := url.Values{"mode": {"rw"}, "_dqs": {"0"}, "_error_rc": {"1"}, "_defensive": {"1"}}
	maps.Copy(query, settings)
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}
	return u.String()
}

// openReader returns a pool that cannot write. It has mode=rw all the same:
// reading after a crash begins with rolling back what was half written.
func openReader(path string) (*sql.DB, error) { return openPool(path, url.Values{}) }

// openPool opens several connections that cannot write, with more settings.
func openPool(path string, settings url.Values) (*sql.DB, error) {
	settings.Set("_query_only", "1")
	settings.Add("_pragma", "ignore_check_constraints(1)") // see check.go
	settings.Set("_busy_timeout", fmt.Sprint(readerWait.Milliseconds()))
	db, err := sql.Open("sqlite", dsn(path, settings))
	if err != nil {
		return nil, err
	}
	// One for the watch, one for the board, and room for somebody who looks at
	// the history meanwhile.
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(4)
	return db, nil
}

// openWriter returns the one connection that writes. It opens the file when it
// is first used, so that a store that cannot be written can be read.
func openWriter(path, mode string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, url.Values{
		"mode":          {mode},
		"_txlock":       {"immediate"},
		"_synchronous":  {"EXTRA"},
		"_busy_timeout": {fmt.Sprint(writerWait.Milliseconds())},
		"_pragma":       {fmt.Sprintf("cache_size(-%d)", writerCache), "temp_store(MEMORY)"},
	}))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// querier is what a connection and a transaction have in common.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// expect reads a pragma back: the driver ignores a misspelled setting in silence.
func expect(ctx context.Context, q querier, pragma string, want int) error {
	var got int
	if err := q.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil {
		return err
	}
	if got != want {
		return fmt.Errorf("pragma %s is %d instead of %d", pragma, got, want)
	}
	return nil
}
