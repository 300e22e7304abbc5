package store

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// noon is when the tests' clock starts; every look at it is a second later.
var noon = time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC)

// ticking returns a clock that moves on by itself.
func ticking() func() time.Time {
	ch := make(chan time.Time, 1)
	ch <- noon
	return func() time.Time {
		t := <-ch
		ch <- t.Add(time.Second)
		return t
	}
}

// newStore makes a store and opens it.
func newStore(t testing.TB) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

func open(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: ticking()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// value makes a value from the text of its moment.
func value(t testing.TB, id, at string, number float64) Value {
	t.Helper()
	moment, err := kpi.ParseAt(at)
	if err != nil {
		t.Fatal(err)
	}
	return Value{KPI: id, Value: kpi.Value{At: moment, Number: number}}
}

// put records one value and returns what stands.
func put(t testing.TB, s *Store, id, at string, number float64) Value {
	t.Helper()
	stands, err := s.Put(t.Context(), value(t, id, at, number))
	if err != nil {
		t.Fatal(err)
	}
	return stands[0]
}

// outside opens the file at path as another program would, without any of the
// package's own settings.
func outside(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path, nil))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func execute(t testing.TB, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.ExecContext(context.Background(), query, args...); err != nil {
		t.Fatal(err)
	}
}

// intact runs SQLite's own check.
func intact(t testing.TB, db *sql.DB) {
	t.Helper()
	var verdict string
	if err := db.QueryRowContext(context.Background(), "PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Fatalf("integrity check: %s, %v", verdict, err)
	}
}
