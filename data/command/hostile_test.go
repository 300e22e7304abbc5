package command

import (
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

// harmful are rows of a store of version 1 that no store takes today. The first of
// each KPI is one that is as it should be.
const harmful = `
	PRAGMA ignore_check_constraints = ON;
	INSERT INTO observation(kpi, at, value, recorded_at) VALUES ('mrr', '2026-11-20', 41000, '2026-11-20T10:00:00Z');
	INSERT INTO observation(kpi, at, value, recorded_at) VALUES ('churn', '2026-11-20', 2.5, '2026-11-20T10:00:00Z');
	INSERT INTO observation(kpi, at, value, recorded_at) VALUES ('visits', '2026-11-20', 12, '2026-11-20T10:00:00Z');
	INSERT INTO observation(kpi, at, value) VALUES ('mrr', '2026-11-21' || char(0) || 'x', 1);
	INSERT INTO observation(kpi, at, value) VALUES ('mrr' || char(0) || 'x', '2026-11-21', 1);
	INSERT INTO observation(kpi, at, value) VALUES (CAST('mrr' AS BLOB), '2026-11-21', 1);
	INSERT INTO observation(kpi, at, value) VALUES ('mrr', '0000-01-01', 1);
	INSERT INTO observation(kpi, at, value) VALUES ('churn', '9999-12-31', 1);
	INSERT INTO observation(kpi, at, value) VALUES ('churn', '2026-11-19', 'abc');
	INSERT INTO observation(kpi, at, value) VALUES ('churn', '2026-11-18', 9e999);
	INSERT INTO observation(kpi, at, value, recorded_at, seen_at) VALUES ('visits', '2026-11-19', 1, x'00ff', zeroblob(1000000));
	INSERT INTO observation(kpi, at, value, note, source, entered_by) VALUES ('visits', '2026-11-18', 1, CAST(x'c328' AS TEXT) || char(0, 10, 27), zeroblob(1000000), x'ff');
	INSERT INTO observation(kpi, at, value, note) VALUES ('visits', '2026-11-17', 1, hex(zeroblob(500000)));
	INSERT INTO observation(id, kpi, at, value) VALUES (-9223372036854775808, 'orders', '2026-11-21T10:00:00Z', 3);
	INSERT INTO observation(id, kpi, at, value) VALUES (9223372036854775807, 'orders', '2026-11-21T11:00:00Z', 4)`

// newHarmedHome is a home with those rows in its store.
func newHarmedHome(t *testing.T) *home {
	t.Helper()
	h := newHome(t, true)
	path := DefaultPaths().Store
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	schema, err := os.ReadFile(filepath.Join("..", "store", "testdata", "schema_v1.sql"))
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(string(schema) + harmful); err != nil {
		t.Fatal(err)
	}
	return h
}

// asCopy has the configuration say that the store is a copy, which stays as it is.
func (h *home) asCopy() string {
	return h.write("config.toml", definition+"\n[store]\nrole = \"copy\"\n")
}

func TestCommands_GoOnBesideRowsThatCannotBeRead(t *testing.T) {
	for _, copied := range []bool{true, false} {
		h := newHarmedHome(t)
		conf := []string{}
		if copied {
			conf = []string{"--config", h.asCopy()}
		}
		run := func(args ...string) string { return h.run(Done, append(args, conf...)...) }
		h.mayWarn = !copied // that the store is brought to version 2
		list := run("list")
		h.mayWarn = false
		contains(t, list, "€41,000", "2.5%", "a value dated 9999-12-31 lies in the future")
		if copied {
			contains(t, list, `cannot be read: its moment is "2026-11-21\x00x"`, "(and 2 more)")
			contains(t, run("list", "--json"), "its value is not a number", "value is beyond 1e300")
		}
		run("list", "--as-of", "2026-11-20")
		var rows []map[string]any
		if err := json.Unmarshal([]byte(run("list", "--json")), &rows); err != nil || len(rows) != 4 {
			t.Errorf("%d rows of JSON, %v", len(rows), err)
		}
		for _, id := range []string{"mrr", "churn", "visits", "orders"} {
			if text := run("history", id); len(text) > 20_000 {
				t.Errorf("the history of %s is %d characters", id, len(text))
			}
		}
		if copied {
			contains(t, run("history", "churn"), "unreadable: its value is not a number")
		}
		if status := h.execute(append([]string{"doctor"}, conf...)...); status == WrongUse || strings.Contains(h.out, "damaged") {
			t.Errorf("status %d, doctor says\n%s", status, h.out)
		}
		contains(t, h.out, "9999-12-31", "churn")
		if copied {
			contains(t, h.out, "row 4 cannot be read", "check `kpiwall history mrr`")
		} else {
			contains(t, h.out, "6 rows of an older kpiwall")
		}
		if status := h.execute(append([]string{"export"}, conf...)...); status != Done {
			t.Errorf("export: %s", h.err)
		}
		contains(t, h.out, "2026-11-20,mrr,41000", "2026-11-20,churn,2.5", "2026-11-20,visits,12")
		if copied {
			contains(t, h.err, "warning: ", "2 rows of churn", "see `kpiwall history mrr`")
		} else {
			h.recordOn(h.out)
		}
	}
}

// recordOn records values beside the rows, takes some back, and reads back what was
// exported: what cannot be recorded any more comes back as it was shown.
func (h *home) recordOn(exported string) {
	for _, id := range []string{"mrr", "churn", "visits", "orders"} {
		h.run(Done, "put", id, "7")
		h.run(Done, "put", id, "8")
		contains(h.t, h.run(Done, "undo", id), "undone: ")
		h.run(Done, "undo", id)
	}
	var sound []string
	for _, line := range strings.Split(exported, "\n") {
		if !strings.Contains(line, "9999") {
			sound = append(sound, line)
		}
	}
	contains(h.t, h.run(Done, "import", h.write("exported.csv", strings.Join(sound, "\n"))), " 0 new, 2 corrected")
}
