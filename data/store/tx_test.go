package store

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"kpiwall/data/kpi"
)

func TestWrite_IsAllOrNothing(t *testing.T) {
	s := newStore(t)
	mine := errors.New("mine")
	err := s.Write(t.Context(), "record a round", func(tx *Tx) error {
		if _, err := tx.NewBatch(t.Context(), RoundBatch, "november", "Ada"); err != nil {
			return err
		}
		if _, err := tx.Put(t.Context(), value(t, "a", "2026-11-21", 1)); err != nil {
			return err
		}
		if err := tx.Load(t.Context(), value(t, "b", "2026-11-21", 1)); err != nil {
			return err
		}
		return mine
	})
	if !errors.Is(err, mine) {
		t.Errorf("Write = %v, want the error as it is", err)
	}
	if counts, err := s.KPIs(t.Context()); err != nil || len(counts) != 0 {
		t.Errorf("recorded %v, %v", counts, err)
	}
}

func TestWrite_OneTransactionPutsLoadsUndoesAndSeesAll(t *testing.T) {
	s := newStore(t)
	old := put(t, s, "a", "2026-11-20", 1)
	err := s.Write(t.Context(), "record a round", func(tx *Tx) error {
		b, err := tx.NewBatch(t.Context(), ImportBatch, "values.csv", "Ada")
		if err != nil {
			return err
		}
		v := value(t, "a", "2026-11-21", 2)
		v.Batch = b.ID
		if stands, err := tx.Put(t.Context(), v); err != nil || stands.Batch != b.ID || stands.ID == 0 || stands.Superseded {
			t.Errorf("stands %+v, %v", stands, err)
		}
		for n := range 120 {
			if err := tx.Load(t.Context(), value(t, "b", days(n).String(), float64(n))); err != nil {
				return err
			}
		}
		if err := tx.Load(t.Context(), value(t, "b", days(0).String(), 7)); err != nil {
			return err
		}
		// In order: what was loaded before stands before it.
		stands, err := tx.Put(t.Context(), value(t, "b", days(0).String(), 8))
		if err != nil || stands.Number != 8 {
			t.Errorf("after loading stands %+v, %v", stands, err)
		}
		if done, err := tx.Loaded(t.Context()); err != nil || done != (Imported{New: 120, Corrected: 1}) {
			t.Errorf("loaded %+v, %v", done, err)
		}
		if done, err := tx.Loaded(t.Context()); err != nil || done != (Imported{}) {
			t.Errorf("loaded since then %+v, %v", done, err)
		}
		if v, err := tx.Undo(t.Context(), stands.ID, "Ada"); err != nil || v.Number != 7 || v.Undoes != stands.ID {
			t.Errorf("undone %+v, %v", v, err)
		}
		if v, err := tx.Withdraw(t.Context(), old.ID, "Ada", 0); err != nil || !v.Withdrawn {
			t.Errorf("withdrawn %+v, %v", v, err)
		}
		got, err := tx.View().Newest(t.Context(), "a", ever, nil)
		if err != nil || len(got) != 1 || got[0].Number != 2 {
			t.Errorf("the transaction sees %+v, %v", got, err)
		}
		series, err := tx.View().Series(t.Context(), "b", dayBounds(3, 0), Pick{Last: &kpi.Calendar{}})
		if err != nil || len(series[2]) != 1 || series[2][0].Number != 7 {
			t.Errorf("the transaction sees %+v, %v", series, err)
		}
		return tx.Load(t.Context(), value(t, "c", "2026-11-21", 3)) // counted by nobody, and recorded all the same
	})
	if err != nil {
		t.Fatal(err)
	}
	if counts, err := s.KPIs(t.Context()); err != nil || fmt.Sprint(counts) != "map[a:1 b:120 c:1]" {
		t.Errorf("recorded %v, %v", counts, err)
	}
	var kind, name, by string
	err = outside(t, s.path).QueryRow("SELECT kind, name, made_by FROM batch JOIN kpi_current c ON c.batch = batch.id").Scan(&kind, &name, &by)
	if err != nil || kind+name+by != "importvalues.csvAda" {
		t.Errorf("batch %q %q %q, %v", kind, name, by, err)
	}
}

func TestWrite_RefusesABatchOfAnotherKind(t *testing.T) {
	for _, c := range []struct{ kind, name, words string }{
		{"sheet", "x", "kind must be import or round"},
		{"import", strings.Repeat("x", NameLimit+1), "row.text Limit=200"},
	} {
		err := newStore(t).Write(t.Context(), "import", func(tx *Tx) error {
			_, err := tx.NewBatch(t.Context(), c.kind, c.name, "")
			return err
		})
		wantKind(t, c.kind, err, Rejected)
		if err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%v, want %q", err, c.words)
		}
	}
}

func TestPut_RefusesTextsThatTheSchemaRefuses(t *testing.T) {
	for name, change := range map[string]func(*Value){
		"note":       func(v *Value) { v.Note = strings.Repeat("ä", noteLimit+1) },
		"note NUL":   func(v *Value) { v.Note = "a\x00b" },
		"note bytes": func(v *Value) { v.Note = "a\xff" },
		"source":     func(v *Value) { v.Source = strings.Repeat("x", NameLimit+1) },
		"entered_by": func(v *Value) { v.EnteredBy = strings.Repeat("x", NameLimit+1) },
	} {
		v := value(t, "a", "2026-11-21", 1)
		change(&v)
		_, err := newStore(t).Put(t.Context(), v)
		wantKind(t, name, err, Rejected)
		if word, _, _ := strings.Cut(name, " "); err == nil || !strings.Contains(err.Error(), `"text.`+word+`"`) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// SQLite says that the disk is full.
func TestPut_TellsUsedUpNumbersFromAFullDisk(t *testing.T) {
	s := newStore(t)
	execute(t, outside(t, s.path), "INSERT INTO sqlite_sequence(name, seq) VALUES ('observation', 9223372036854775807)")
	_, err := s.Put(t.Context(), value(t, "a", "2026-11-21", 1))
	wantKind(t, "put", err, Damaged)
	_, err = load(t.Context(), s, from(value(t, "a", "2026-11-21", 1)))
	wantKind(t, "import", err, Damaged)
	wantKind(t, "beat", s.Beat(t.Context()), Damaged)
	if err == nil || !strings.Contains(err.Error(), "store.used_up") {
		t.Errorf("%v does not say why", err)
	}
}

func TestUndo_BringsTheOldMomentBack(t *testing.T) {
	s := newStore(t)
	v := value(t, "a", "2026-11-21", 1)
	v.Since = noon.Add(-48e9)
	if _, err := s.Put(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	second := put(t, s, "a", "2026-11-21", 2)
	back, err := s.Undo(t.Context(), second.ID, "Ada")
	if err != nil || back.Number != 1 || !back.Since.Equal(v.Since) || back.Undoes != second.ID {
		t.Errorf("undo = %+v, %v; want it to hold since %v", back, err, v.Since)
	}
	redone, err := s.Undo(t.Context(), back.ID, "Ada")
	if err != nil || redone.Number != 2 || !redone.Since.Equal(second.Since) || redone.Undoes != back.ID {
		t.Errorf("redo = %+v, %v; want it to hold since %v", redone, err, second.Since)
	}
}

// Somebody may write "undo 1" as the source of a value of his own.
func TestUndo_GoesByTheColumnAndNotByWords(t *testing.T) {
	s := newStore(t)
	first := put(t, s, "a", "2026-11-21", 1)
	second := put(t, s, "a", "2026-11-21", 2)
	v := value(t, "a", "2026-11-21", 9)
	v.Source, v.Undoes = fmt.Sprint("undo ", second.ID), second.ID
	if stands, err := s.Put(t.Context(), v); err != nil || stands[0].Undoes != 0 {
		t.Fatalf("%+v, %v", stands, err)
	}
	if _, err := s.Undo(t.Context(), first.ID, ""); !errors.Is(err, ErrNotInForce) {
		t.Errorf("another's value was taken for an undo: %v", err)
	}
}

// A note that is no text, or has no end, is that row's trouble only.
func TestView_ShowsWhatItCanOfAHarmedNote(t *testing.T) {
	path := storeOne(t, insertOne+"('a', '2026-11-20', 1, CAST(x'61ff62' AS TEXT), '', '2026-11-20T10:00:00Z')",
		insertOne+"('a', '2026-11-21', 2, printf('%.5000000c', 'x'), '', '2026-11-20T10:00:00Z')",
		insertOne+"('a', '2026-11-22', 3, 'a' || char(0) || 'b', '', '2026-11-20T10:00:00Z')")
	migrated := path + ".migrated"
	content, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(migrated, content, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Store{openAsCopy(t, path), open(t, migrated)} {
		view(t, s, func(v *View) error {
			series, err := v.Series(t.Context(), "a", []kpi.Bounds{{FirstDay: "2026-11-01", EndDay: "2026-12-01"}}, Pick{})
			if err != nil || len(series[0]) != 3 {
				t.Fatalf("%v, %v", series, err)
			}
			if got := series[0]; got[0].Note != "a\ufffdb" || got[1].Note != strings.Repeat("x", noteLimit-1)+"…" || got[2].Note != "a" {
				t.Errorf("notes %q, %d characters, %q", got[0].Note, len(got[1].Note), got[2].Note)
			}
			return nil
		})
		rows, err := s.History(t.Context(), "a", 0)
		if err != nil || len(rows) != 3 || rows[0].Unreadable != nil {
			t.Errorf("%+v, %v", rows, err)
		}
	}
}
