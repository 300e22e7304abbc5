package store

import (
	"fmt"
	"strings"
	"testing"
)

// What other programs may write, and the words that they are refused with.
func TestSchema_ChecksPlainInserts(t *testing.T) {
	db := outside(t, newStore(t).path)
	const id, at, number = "kpi must be", "at must be", "value must be"
	for _, c := range []struct{ kpi, at, value, words string }{
		{"'a'", "'2026-11-21'", "1", ""},
		{"'a'", "'2026-11-21T10:00:00Z'", "1.5", ""},
		{"'a'", "'2024-02-29'", "'1.5'", ""},
		{"'a'", "date('2026-11-21', 'start of month')", "NULL", ""},
		{"'a.b-c_0'", "'0001-01-02'", "-1e300", ""},
		{"'a'", "'0000-01-01'", "1", "after 0001-01-01"},
		{"'a'", "'0001-01-01T00:00:00Z'", "1", "after 0001-01-01"},
		{"'a' || char(0)", "'2026-11-21'", "1", id},
		{"'a' || char(0) || 'b'", "'2026-11-21'", "1", id},
		{"'a'", "'2026-11-21' || char(0) || 'x'", "1", at},
		{"'a'", "'2026-11-21' || char(0) || '123456789'", "1", at},
		{"''", "'2026-11-21'", "1", id},
		{"'A'", "'2026-11-21'", "1", id},
		{"'a b'", "'2026-11-21'", "1", id},
		{"'é'", "'2026-11-21'", "1", id},
		{"x'61'", "'2026-11-21'", "1", id},
		{"printf('%065d', 0)", "'2026-11-21'", "1", id},
		{"NULL", "'2026-11-21'", "1", id},
		{"'a'", "NULL", "1", "at"},
		{"'a'", "''", "1", at},
		{"'a'", "'2026-02-31'", "1", at},
		{"'a'", "'2026-2-3'", "1", at},
		{"'a'", "'21.11.2026'", "1", at},
		{"'a'", "20261121", "1", at},
		{"'a'", "'2026-11-21 10:00:00'", "1", at},
		{"'a'", "'2026-11-21T10:00:00'", "1", at},
		{"'a'", "'2026-11-21T10:00:00.5Z'", "1", at},
		{"'a'", "'2026-11-21T10:00:00+01:00'", "1", at},
		{"'a'", "'2026-11-21T24:00:00Z'", "1", at},
		{"'a'", "x'323032362d31312d3231'", "1", at},
		{"'a'", "'2026-11-21'", "'1,5'", number},
		{"'a'", "'2026-11-21'", "''", number},
		{"'a'", "'2026-11-21'", "'abc'", number},
		{"'a'", "'2026-11-21'", "9e999", number},
		{"'a'", "'2026-11-21'", "'1e400'", number},
		{"'a'", "'2026-11-21'", "x'31'", number},
	} {
		query := fmt.Sprintf("INSERT INTO observation(kpi, at, value) VALUES (%s, %s, %s)", c.kpi, c.at, c.value)
		_, err := db.ExecContext(t.Context(), query)
		if c.words == "" && err != nil || c.words != "" && (err == nil || !strings.Contains(err.Error(), c.words)) {
			t.Errorf("%s: %v, want %q", query, err, c.words)
		}
	}
}

func TestSchema_TakesEveryFormOfInsertAsPut(t *testing.T) {
	for _, form := range []string{"INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"} {
		s := newStore(t)
		db := outside(t, s.path)
		for _, number := range []int{1, 1, 2} {
			execute(t, db, form+" INTO observation(kpi, at, value) VALUES ('a', '2026-11-21', ?)", number)
		}
		rows, err := s.History(t.Context(), "a", 0)
		if err != nil || len(rows) != 2 || rows[0].Number != 2 || rows[0].Superseded || !rows[1].Superseded {
			t.Errorf("%s: %+v, %v", form, rows, err)
		}
	}
}

func TestSchema_RewritesNothing(t *testing.T) {
	s := newStore(t)
	want := put(t, s, "a", "2026-11-21", 1)
	db := outside(t, s.path)
	for _, query := range []string{
		"UPDATE observation SET value = 2",
		"UPDATE observation SET note = 'x'",
		"UPDATE observation SET at = '2026-11-22'",
		"DELETE FROM observation",
		"INSERT OR REPLACE INTO observation(id, kpi, at, value) VALUES (1, 'b', '2026-11-22', 3)",
		"INSERT INTO observation(kpi, at, value, superseded) VALUES ('a', '2026-11-21', 3, 1)",
	} {
		if _, err := db.ExecContext(t.Context(), query); err == nil {
			t.Errorf("%s: no error", query)
		}
	}
	if rows, err := s.History(t.Context(), "a", 0); err != nil || len(rows) != 1 || rows[0] != want {
		t.Errorf("history is %+v, %v", rows, err)
	}
}

func TestSchema_LatestHasTheValueBefore(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-20", 1)
	put(t, s, "a", "2026-11-21", 2)
	put(t, s, "a", "2026-11-21", 3)
	put(t, s, "b", "2026-11-21", 4)
	taken := put(t, s, "c", "2026-11-21", 5)
	if _, err := s.Withdraw(t.Context(), taken.ID, ""); err != nil {
		t.Fatal(err)
	}
	rows, err := outside(t, s.path).QueryContext(t.Context(), "SELECT kpi, value, coalesce(prev_value, 'none') FROM kpi_latest ORDER BY kpi")
	got, err := collect(rows, err, func(row scanner) (string, error) {
		var id, value, before string
		err := row.Scan(&id, &value, &before)
		return id + " " + value + " " + before, err
	})
	if err != nil || strings.Join(got, "; ") != "a 3 1; b 4 none" {
		t.Errorf("kpi_latest = %q, %v", got, err)
	}
}
