package engine

import (
	"bytes"
	"database/sql"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"
)

// Whoever looks after the wall learns that the store was rewritten, and louder
// where rows were put aside.
func TestOpen_LogsAMigration(t *testing.T) {
	schema, err := os.ReadFile("../store/testdata/schema_v1.sql")
	if err != nil {
		t.Fatal(err)
	}
	for insert, want := range map[string]string{
		"INSERT INTO observation(kpi, at, value) VALUES ('orders', '2026-11-21', 1)":            "level=INFO",
		"INSERT INTO observation(kpi, at, value) VALUES ('orders' || char(0), '2026-11-21', 1)": "level=WARN",
	} {
		path := filepath.Join(t.TempDir(), "kpi.db")
		db, err := sql.Open("sqlite", path)
		if err == nil {
			_, err = db.Exec(string(schema) + ";" + insert)
			db.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		var log bytes.Buffer
		e := &Engine{Now: time.Now, Log: slog.New(slog.NewTextHandler(&log, nil))}
		for range 2 {
			s, err := e.open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			s.Close()
		}
		if said := log.String(); strings.Count(said, "\n") != 1 || !strings.Contains(said, want) || !strings.Contains(said, "kpi-version-1-") {
			t.Errorf("the log says %q, want %s once", said, want)
		}
	}
}
