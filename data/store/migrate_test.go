package store

import (
	"database/sql"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

//go:embed testdata/schema_v1.sql
var schemaOne string

// storeOne makes a store of version 1 with what queries put into it, and
// returns its path.
func storeOne(t testing.TB, queries ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	db := outside(t, path)
	execute(t, db, schemaOne)
	for _, q := range queries {
		execute(t, db, q)
	}
	db.Close()
	return path
}

const insertOne = "INSERT INTO observation(kpi, at, value, note, source, recorded_at) VALUES "

// chain is a value that was corrected, the correction undone, the undo undone.
const chain = insertOne + `('a', '2026-11-20', 1, 'first', 'crm', '2026-11-20T10:00:00.000Z');` +
	insertOne + `('a', '2026-11-20', 2, '', 'crm', '2026-11-20T11:00:00.000Z');` +
	insertOne + `('a', '2026-11-20', 1, 'first', 'undo 2', '2026-11-20T12:00:00.000Z');` +
	insertOne + `('a', '2026-11-20', 2, '', 'undo 3', '2026-11-20T13:00:00.000Z');` +
	insertOne + `('b', '2026-11-20', 5, '', 'undo 1', '2026-11-20T13:00:00.000Z');` + // of another KPI: only words
	insertOne + `('b', '2026-11-21', 5, '', 'undo 99', 'yesterday');` +
	insertOne + `('b', '2026-11-21', 6, '', 'undo 6', '2026-11-21T13:00:00.000Z');` +
	`INSERT INTO observation(kpi, at, source, recorded_at) VALUES ('kpiwall.beat', '2000-01-01', 'beat', '2026-11-20T10:00:00.000Z')`

// harm are rows that version 1 lets in and version 2 must not hold, with one
// good row under an absurd number.
const harm = insertOne + `('a' || char(0) || 'b', '2026-11-22', 1, '', '', '2026-11-22T10:00:00.000Z');` +
	insertOne + `('a', '2026-11-22' || char(0) || 'x', 1, '', '', '2026-11-22T10:00:00.000Z');` +
	insertOne + `('a', '0001-01-01T00:00:00Z', 1, '', '', '2026-11-22T10:00:00.000Z');` +
	`INSERT INTO observation(id, kpi, at, value) VALUES (9223372036854775807, 'a', '2026-11-23', 23)`

// rowsOf returns all rows of a table in the columns of version 1, by number.
func rowsOf(t *testing.T, path, table string) []string {
	t.Helper()
	rows, err := outside(t, path).Query(`SELECT id || '|' || hex(kpi) || '|' || hex(at) || '|' || coalesce(value, '-') || '|' || note || '|' || source
		|| '|' || recorded_at || '|' || coalesce(seen_at, '-') || '|' || superseded FROM ` + table + " ORDER BY id")
	all, err := collect(rows, err, func(row scanner) (line string, err error) { return line, row.Scan(&line) })
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestMigrate_KeepsEveryRowAndTheOrderOfUndos(t *testing.T) {
	for _, journal := range []string{"DELETE", "WAL"} {
		path := storeOne(t, "PRAGMA journal_mode = "+journal, chain)
		before := rowsOf(t, path, "observation")
		s := open(t, path)
		m := s.Migrated()
		if m == nil || m.From != 1 || m.To != 2 || m.Refused != 0 || filepath.Dir(m.Backup) != BackupFolder(path) {
			t.Fatalf("%s: migrated %+v", journal, m)
		}
		if after := rowsOf(t, path, "observation"); !slices.Equal(after, before) {
			t.Errorf("%s: the rows are %q, were %q", journal, after, before)
		}
		if facts, err := s.Facts(t.Context()); err != nil || facts.Version != 2 || facts.Journal != strings.ToLower(journal) || facts.Beat.IsZero() {
			t.Errorf("%s: %+v, %v", journal, facts, err)
		}
		rows, err := s.History(t.Context(), "a", 0)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, r := range rows {
			got += fmt.Sprintf("%d undoes %d since %s; ", r.ID, r.Undoes, r.Since.Format("15:04"))
		}
		if got != "4 undoes 3 since 11:00; 3 undoes 2 since 10:00; 2 undoes 0 since 11:00; 1 undoes 0 since 10:00; " {
			t.Errorf("%s: %s", journal, got)
		}
		rows, err = s.History(t.Context(), "b", 0)
		if err != nil || rows[0].Undoes != 6 || !rows[0].Since.Equal(rows[0].Recorded) || rows[1].Undoes != 0 || rows[2].Undoes != 0 {
			t.Errorf("%s: %+v, %v", journal, rows, err)
		}
		// The chain goes on where it was.
		if v, err := s.Undo(t.Context(), 2, ""); err != nil || v.Number != 1 || v.Undoes != 2 || v.Since.Hour() != 10 {
			t.Errorf("%s: undo of the redone row = %+v, %v", journal, v, err)
		}
		if open(t, path).Migrated() != nil {
			t.Errorf("%s: migrated twice", journal)
		}
		intact(t, outside(t, path))
	}
}

func TestMigrate_MakesABackupOfVersionOne(t *testing.T) {
	path := storeOne(t, chain, harm)
	before := rowsOf(t, path, "observation")
	m := open(t, path).Migrated()
	if m == nil {
		t.Fatal("not migrated")
	}
	if want := filepath.Join(BackupFolder(path), "kpi-version-1-2026-11-21T120000.db"); m.Backup != want {
		t.Errorf("the backup is %q, want %q", m.Backup, want)
	}
	if got := rowsOf(t, m.Backup, "observation"); !slices.Equal(got, before) {
		t.Errorf("the backup holds %q, want %q", got, before)
	}
	if len(Dailies(path)) != 0 {
		t.Error("it is taken for one of those that are removed in time")
	}
	// It can be restored, and is migrated again.
	if _, err := Restore(t.Context(), m.Backup, path, noon); err != nil {
		t.Fatal(err)
	}
	again := open(t, path).Migrated()
	if again == nil || again.Refused != m.Refused || again.Backup == m.Backup {
		t.Errorf("restored and migrated again: %+v", again)
	}
}

func TestMigrate_RebuildsAHarmedTable(t *testing.T) {
	path := storeOne(t, chain, harm)
	if _, err := outside(t, path).Exec(insertOne + "('c', '2026-11-24', 1, '', '', '2026-11-24')"); err == nil {
		t.Fatal("the largest number does not harm any more: this test tests nothing")
	}
	good := rowsOf(t, path, "observation")[:8]
	s := open(t, path)
	if m := s.Migrated(); m == nil || m.Refused != 3 {
		t.Fatalf("migrated %+v, want 3 rows refused", m)
	}
	rows := rowsOf(t, path, "observation")
	if len(rows) != 9 || !slices.Equal(rows[:8], good) || !strings.HasPrefix(rows[8], "9|61|") {
		t.Errorf("kept %q, want %q and the last under a number of its own", rows, good)
	}
	if refused := rowsOf(t, path, "observation_refused"); len(refused) != 3 || !strings.HasPrefix(refused[0], "9|610062|") {
		t.Errorf("put aside %q", refused)
	}
	if v := put(t, s, "c", "2026-11-24", 1); v.ID != 10 {
		t.Errorf("the next row is %d", v.ID)
	}
	if v, err := s.Undo(t.Context(), 4, ""); err != nil || v.Number != 1 {
		t.Errorf("undo = %+v, %v", v, err)
	}
	intact(t, outside(t, path))
}

// The first stores had no trigger against deleting, and numbers that are used up
// without a row that shows it.
func TestMigrate_TakesTheFirstShapeOfVersionOne(t *testing.T) {
	path := storeOne(t, chain, harm, "DROP TRIGGER observation_stay; DELETE FROM observation WHERE id > 8")
	s := open(t, path)
	if m := s.Migrated(); m == nil || m.Refused != 0 {
		t.Fatalf("migrated %+v", m)
	}
	if v := put(t, s, "c", "2026-11-24", 1); v.ID != 9 {
		t.Errorf("the next row is %d", v.ID)
	}
	if _, err := outside(t, path).Exec("DELETE FROM observation"); err == nil {
		t.Error("rows can still be deleted")
	}
}

// A migrated store refuses and says what a new one does.
func TestMigrate_MakesWhatCreateMakes(t *testing.T) {
	shape := func(path string) (lines []string) {
		rows, err := outside(t, path).Query(`SELECT type || ' ' || name || ' ' || CASE name WHEN 'observation' THEN
			(SELECT group_concat(name || type || "notnull" || coalesce(dflt_value, '') || pk) FROM pragma_table_info('observation'))
			ELSE coalesce(sql, '') END FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`)
		lines, err = collect(rows, err, func(row scanner) (line string, err error) { return line, row.Scan(&line) })
		if err != nil {
			t.Fatal(err)
		}
		return lines
	}
	want := shape(newStore(t).path)
	for _, queries := range []string{chain, chain + ";" + harm + "; UPDATE sqlite_sequence SET seq = seq"} {
		path := storeOne(t, queries)
		refused := open(t, path).Migrated().Refused
		got := slices.DeleteFunc(shape(path), func(line string) bool { return strings.HasPrefix(line, "table observation_refused") })
		if !slices.Equal(got, want) {
			t.Errorf("with %d rows refused it is\n%s\nwant\n%s", refused, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// An old wall beside a new one says that the store is newer, and goes on
// showing values: these are its questions.
func TestSchema_AnswersWhatVersionOneAsks(t *testing.T) {
	path := storeOne(t, chain)
	open(t, path)
	const columns = "id, kpi, at, value, note, source, entered_by, recorded_at, seen_at"
	const same = "EXISTS (SELECT 1 FROM kpi_current r WHERE r.id = v.id AND +r.kpi = v.kpi AND +r.at = v.at)"
	var row [10]sql.NullString
	var into []any
	for i := range row {
		into = append(into, &row[i])
	}
	err := outside(t, path).QueryRow("SELECT "+columns+", "+same+` FROM kpi_current v
		WHERE kpi = ? AND at >= ? AND at < ? ORDER BY at DESC LIMIT ?`, "a", "", "9999", 40).Scan(into...)
	if err != nil || row[0].String != "4" || row[3].String != "2" || row[9].String != "1" {
		t.Errorf("%v, %v", row, err)
	}
}

func TestMigrate_DoesNothingWithoutABackup(t *testing.T) {
	path := storeOne(t, chain)
	if err := os.WriteFile(BackupFolder(path), nil, 0o644); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	s := open(t, path)
	if s.Migrated() != nil || len(newest(t, s, "a")) != 1 {
		t.Error("migrated without a backup, or not read")
	}
	_, err := s.Put(t.Context(), value(t, "a", "2026-11-25", 1))
	if err == nil || !strings.Contains(err.Error(), "backups") || !strings.HasPrefix(err.Error(), `record "a": bring the store to version 2 first: `) {
		t.Errorf("put: %v, want the folder that is in the way", err)
	}
	os.Remove(BackupFolder(path))
	put(t, s, "a", "2026-11-25", 1)
}

func TestMigrate_OneOfTwoDoesItAndTheOtherSeesIt(t *testing.T) {
	for range 5 {
		path := storeOne(t, chain, harm)
		var both sync.WaitGroup
		var migrated [3]*Migration
		for i := range migrated {
			both.Go(func() {
				s, err := Open(t.Context(), path, Options{Now: ticking()})
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				if _, err := s.Put(t.Context(), value(t, fmt.Sprint("w", i), "2026-11-25", 1)); err != nil {
					t.Error(err)
				}
				migrated[i] = s.Migrated()
			})
		}
		both.Wait()
		n := 0
		for _, m := range migrated {
			if m != nil {
				n++
			}
		}
		if names := left(t, BackupFolder(path)); n != 1 || len(names) != 1 {
			t.Errorf("%d migrations, backups %v", n, names)
		}
		if rows := rowsOf(t, path, "observation"); len(rows) != 12 {
			t.Errorf("%d rows", len(rows))
		}
		intact(t, outside(t, path))
	}
}

// What other programs have made on the table means the new one after it was made
// anew.
func TestMigrate_LeavesTheViewsOfOthersOnTheTable(t *testing.T) {
	path := storeOne(t, chain, harm,
		"CREATE VIEW ours AS SELECT kpi, value FROM observation WHERE superseded = 0",
		"CREATE TABLE remarks (row INTEGER REFERENCES observation(id), text TEXT)")
	s := open(t, path)
	if s.Migrated() == nil || s.Migrated().Refused == 0 {
		t.Fatal("the store was not made anew: this test tests nothing")
	}
	db := outside(t, path)
	var n int
	if err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM ours").Scan(&n); err != nil || n == 0 {
		t.Errorf("their view has %d rows, %v", n, err)
	}
	var sql string
	if err := db.QueryRowContext(t.Context(), "SELECT sql FROM sqlite_schema WHERE name = 'remarks'").Scan(&sql); err != nil || strings.Contains(sql, "_before") {
		t.Errorf("their table is %s, %v", sql, err)
	}
}
