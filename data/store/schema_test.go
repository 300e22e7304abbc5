package store

import (
	"fmt"
	"strings"
	"testing"
	"time"
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
		"UPDATE observation SET batch = 2",
		"UPDATE observation SET undoes = 2",
	} {
		if _, err := db.ExecContext(t.Context(), query); err == nil {
			t.Errorf("%s: no error", query)
		}
	}
	if rows, err := s.History(t.Context(), "a", 0); err != nil || len(rows) != 1 || rows[0] != want {
		t.Errorf("history is %+v, %v", rows, err)
	}
}

func TestSchema_LeavesThePastAlone(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-21", 1)
	put(t, s, "a", "2026-11-21", 2)
	db := outside(t, s.path)
	for _, query := range []string{
		"UPDATE observation SET superseded = 0 WHERE id = 1",
		"UPDATE observation SET seen_at = recorded_at WHERE id = 1",
		"UPDATE observation SET holds_from = '2026-11-21T10:00:00Z' WHERE id = 1",
	} {
		if _, err := db.ExecContext(t.Context(), query); err == nil || !strings.Contains(err.Error(), "insert a new row") {
			t.Errorf("%s: %v", query, err)
		}
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

// The largest number would leave none for those that follow, and -1 is what
// SQLite shows a trigger where none was given.
func TestSchema_NumbersTheRowsItself(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-21", 1)
	db := outside(t, s.path)
	for _, form := range []string{"INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE", "INSERT OR FAIL"} {
		for _, id := range []string{"9223372036854775807", "-1", "0", "1", "2", "7", "-9223372036854775808"} {
			_, err := db.ExecContext(t.Context(), form+" INTO observation(id, kpi, at, value) VALUES ("+id+", 'a', '2026-11-21', 2)")
			if err == nil || !strings.Contains(err.Error(), "leave out id") {
				t.Errorf("%s with id %s: %v", form, id, err)
			}
		}
	}
	execute(t, db, "INSERT INTO observation(id, kpi, at, value) VALUES (NULL, 'a', '2026-11-22', 2)")
	if rows, err := s.History(t.Context(), "a", 0); err != nil || len(rows) != 2 || rows[0].ID != 2 || rows[1].Superseded {
		t.Errorf("%+v, %v", rows, err)
	}
}

// Under OR IGNORE a constraint of the table passes a row over in silence, when
// the one before it has been superseded already.
func TestSchema_ARefusedRowReplacesNothing(t *testing.T) {
	for _, form := range []string{"INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE", "INSERT OR FAIL", "INSERT OR ROLLBACK"} {
		for _, c := range []struct{ columns, values, words string }{
			{"value", "'abc'", "value must be"},
			{"note", "NULL", "must not be NULL"},
			{"recorded_at", "NULL", "must not be NULL"},
			{"superseded", "7", "superseded"},
			{"note", "printf('%.2001c', 'x')", "note must be at most 2000"},
			{"note", "'x' || char(0) || printf('%.9000c', 'x')", "note must be at most 2000"},
			{"source", "printf('%.201c', 'x')", "source and entered_by"},
			{"entered_by", "printf('%.201c', 'x')", "source and entered_by"},
			{"recorded_at", "printf('%.41c', 'x')", "recorded_at and seen_at"},
			{"seen_at", "printf('%.41c', 'x')", "recorded_at and seen_at"},
			{"holds_from", "'now'", "holds_from must be"},
			{"holds_from", "'2026-11-21'", "holds_from must be"},
			{"holds_from", "'2026-02-31T10:00:00Z'", "holds_from must be"},
			{"holds_from", "'2026-11-21T10:00:00Z' || char(0)", "holds_from must be"},
			{"batch", "'one'", "batch and undoes"},
			{"undoes", "0", "batch and undoes"},
		} {
			s := newStore(t)
			want := put(t, s, "a", "2026-11-21", 1)
			query := form + " INTO observation(kpi, at, " + c.columns + ") VALUES ('a', '2026-11-21', " + c.values + ")"
			_, err := outside(t, s.path).ExecContext(t.Context(), query)
			if err == nil || !strings.Contains(err.Error(), c.words) {
				t.Errorf("%s: %v, want %q", query, err, c.words)
			}
			if rows, err := s.History(t.Context(), "a", 0); err != nil || len(rows) != 1 || rows[0] != want {
				t.Errorf("%s left %+v, %v", query, rows, err)
			}
			s.Close()
		}
	}
}

func TestSchema_TakesTextsUpToTheirLimits(t *testing.T) {
	s := newStore(t)
	v := value(t, "a", "2026-11-21", 1)
	v.Note, v.Source, v.EnteredBy = strings.Repeat("ü", noteLimit), strings.Repeat("日", NameLimit), strings.Repeat("x", NameLimit)
	stands, err := s.Put(t.Context(), v)
	if err != nil || stands[0].Note != v.Note || stands[0].Source != v.Source || stands[0].EnteredBy != v.EnteredBy {
		t.Errorf("%+v, %v", stands, err)
	}
}

// A program that repeats itself says nothing new; a row that says since when it
// holds is one of its own, and a person may confirm the one in force.
func TestSchema_AnIdenticalRowIsANewOneOnlyWithAMoment(t *testing.T) {
	s := newStore(t)
	first := put(t, s, "a", "2026-11-21", 1)
	if again := put(t, s, "a", "2026-11-21", 1); again.ID != first.ID || !again.Since.Equal(first.Recorded) || !again.LastConfirmed.After(again.Recorded) {
		t.Errorf("repeated: %+v", again)
	}
	v := value(t, "a", "2026-11-21", 1)
	v.Batch = 9 // the batch makes no other row of it
	stands, err := s.Put(t.Context(), v)
	if err != nil || stands[0].ID != first.ID || stands[0].Batch != 0 {
		t.Errorf("repeated in an import: %+v, %v", stands, err)
	}
	v.Since = noon.Add(time.Hour)
	if stands, err = s.Put(t.Context(), v); err != nil || stands[0].ID == first.ID || !stands[0].Since.Equal(v.Since) {
		t.Errorf("with a moment: %+v, %v", stands, err)
	}
	v.Since = noon.Add(2 * time.Hour)
	if err := s.Write(t.Context(), "confirm", func(tx *Tx) error { return tx.Renew(t.Context(), stands[0].ID, v.Since) }); err != nil {
		t.Fatal(err)
	}
	if again := put(t, s, "a", "2026-11-21", 1); again.ID != stands[0].ID || !again.Since.Equal(v.Since) {
		t.Errorf("repeated after it was confirmed: %+v", again)
	}
	var holds string
	if err := outside(t, s.path).QueryRow("SELECT holds_from FROM kpi_latest").Scan(&holds); err != nil || holds != stamp(v.Since) {
		t.Errorf("kpi_latest says %q, %v", holds, err)
	}
}

func TestSchema_ChecksWhatWasRenamed(t *testing.T) {
	db := outside(t, newStore(t).path)
	execute(t, db, "INSERT INTO renamed(old, new) VALUES ('mrr', 'revenue')")
	for _, values := range []string{"'mrr', 'b'", "'a', 'a'", "'A', 'b'", "'a', ''", "NULL, 'b'", "'a', 'b' || char(0)", "x'61', 'b'"} {
		if _, err := db.ExecContext(t.Context(), "INSERT INTO renamed(old, new) VALUES ("+values+")"); err == nil {
			t.Errorf("%s was taken", values)
		}
	}
}

func TestSchema_KeepsTheNumbersOfRowsByAllTheirNames(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-21", 1)
	put(t, s, "b", "2026-11-21", 2)
	db := outside(t, s.path)
	for _, query := range []string{
		"UPDATE OR REPLACE observation SET rowid = 1 WHERE rowid = 2",
		"UPDATE observation SET _rowid_ = 9223372036854775807 WHERE kpi = 'b'",
		"UPDATE observation SET oid = 7 WHERE kpi = 'b'",
		"UPDATE observation SET holds_from = 'soon' WHERE kpi = 'b'",
	} {
		if _, err := db.ExecContext(t.Context(), query); err == nil || !strings.Contains(err.Error(), "a recorded row is not changed") {
			t.Errorf("%s: %v", query, err)
		}
	}
	if got := put(t, s, "c", "2026-11-21", 3); got.ID != 3 {
		t.Errorf("the next row has number %d", got.ID)
	}
}
