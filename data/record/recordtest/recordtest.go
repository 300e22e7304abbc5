// Package recordtest makes what the tests of several packages record with: the
// definition of a board, a store of its own for it, and a recorder with the tests'
// clock.
package recordtest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/record"
	"kpiwall/data/store"
)

// New returns a recorder of the board of a definition, which is the text of a config,
// and the path of its new, empty store.
func New(t testing.TB, definition string, now func() time.Time) (r *record.Recorder, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "kpi.db")
	if err := store.Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	return Of(Parse(t, definition), path, now), path
}

// Of returns a recorder of a board whose store is at path.
func Of(cfg *config.Config, path string, now func() time.Time) *record.Recorder {
	return &record.Recorder{Config: cfg, Now: now, Open: func(ctx context.Context) (*store.Store, error) {
		return store.Open(ctx, path, store.Options{Now: now})
	}}
}

// Parse returns the config that a text is.
func Parse(t testing.TB, definition string) *config.Config {
	t.Helper()
	cfg, err := config.Parse("config.toml", []byte(definition))
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}
