package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kpiwall/data/finding"
)

// loadBatch loads what next yields as an import of its own, and returns its number.
func loadBatch(ctx context.Context, s *Store, next func() (Value, bool, error)) (id int64, err error) {
	err = s.Write(ctx, "import values", func(t *Tx) error {
		b, err := t.NewBatch(ctx, ImportBatch, "values.csv", "Ada")
		id = b.ID
		for err == nil {
			v, more, e := next()
			if err = e; err != nil || !more {
				break
			}
			v.Batch = id
			err = t.Load(ctx, v)
		}
		return err
	})
	return id, err
}

// imported imports values written as "KPI DAY NUMBER" with one another.
func imported(t *testing.T, s *Store, lines ...string) int64 {
	t.Helper()
	id, err := loadBatch(t.Context(), s, func() (Value, bool, error) {
		if len(lines) == 0 {
			return Value{}, false, nil
		}
		v := written(t, lines[0])
		lines = lines[1:]
		return v, true, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func written(t *testing.T, line string) Value {
	t.Helper()
	var id, day string
	var number float64
	if _, err := fmt.Sscan(line, &id, &day, &number); err != nil {
		t.Fatal(err)
	}
	return value(t, id, "2026-11-"+day, number)
}

// inForce returns the values in force as "KPI DAY NUMBER".
func inForce(t *testing.T, s *Store) string {
	t.Helper()
	var all []string
	err := s.Each(t.Context(), nil, func(v Value) error {
		at, _ := v.At.Text()
		all = append(all, fmt.Sprintf("%s %s %v", v.KPI, at[len("2026-11-"):], v.Number))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, ", ")
}

// reversed takes a batch back or, with redo, brings it back.
func reversed(t *testing.T, s *Store, id int64, redo bool) (r Reversed, err error) {
	t.Helper()
	err = s.Write(t.Context(), "undo", func(tx *Tx) error {
		if redo {
			r, err = tx.RedoBatch(t.Context(), id, "Ada")
		} else {
			r, err = tx.UndoBatch(t.Context(), id, "Ada")
		}
		return err
	})
	return r, err
}

func TestUndoBatch_TakesAWholeImportBackAndRedoBringsItBack(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-01", 1)
	put(t, s, "b", "2026-11-01", 5)
	put(t, s, "b", "2026-11-09", 9)
	before := inForce(t, s)
	id := imported(t, s, "a 01 2", "a 02 3", "b 01 5", "b 02 6", "c 01 7")
	after := inForce(t, s)
	if after != "a 01 2, a 02 3, b 01 5, b 02 6, b 09 9, c 01 7" {
		t.Fatal(after)
	}
	for range 3 {
		for _, redo := range []bool{false, true} {
			want := before
			if redo {
				want = after
			}
			r, err := reversed(t, s, id, redo)
			if got := inForce(t, s); err != nil || r.Values != 4 || r.Left != 0 || got != want {
				t.Fatalf("redo %v: %+v, %v: %s, want %s", redo, r, err, got, want)
			}
			list, err := s.Batches(t.Context(), "", 10)
			taken := 4
			if redo {
				taken = 0
			}
			if err != nil || len(list) != 1 || list[0].Values != 4 || list[0].TakenBack != taken || list[0].Name != "values.csv" || list[0].By != "Ada" {
				t.Errorf("redo %v: batches %+v, %v", redo, list, err)
			}
			var own *finding.Error
			if _, err := reversed(t, s, id, redo); !errors.As(err, &own) {
				t.Errorf("once more, redo %v: %v", redo, err)
			}
		}
	}
	rows, err := s.History(t.Context(), "a", 0)
	if err != nil || rows[0].Undoes == 0 || rows[0].EnteredBy != "Ada" || rows[0].Batch != id || !strings.HasPrefix(rows[0].Source, "redo ") || !strings.HasPrefix(rows[1].Source, "undo ") {
		t.Errorf("history %+v, %v", rows, err)
	}
	intact(t, outside(t, s.path))
}

func TestUndoBatch_LeavesWhatWasRecordedSince(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-01", 1)
	id := imported(t, s, "a 01 2", "a 02 3", "b 01 6", "b 02 7", "b 03 8")
	put(t, s, "a", "2026-11-01", 20)         // corrected
	slip := put(t, s, "b", "2026-11-01", 60) // corrected, and the correction undone
	if _, err := s.Undo(t.Context(), slip.ID, ""); err != nil {
		t.Fatal(err)
	}
	rows, _ := s.History(t.Context(), "b", 0)
	if _, err := s.Undo(t.Context(), rows[0].ID, ""); err != nil { // one taken back by itself
		t.Fatal(err)
	}
	r, err := reversed(t, s, id, false)
	if got := inForce(t, s); err != nil || got != "a 01 20" || r.Values != 3 || r.Left != 1 || r.First[0].KPI != "a" || r.First[0].Number != 2 {
		t.Fatalf("%s: %+v, %v", got, r, err)
	}
	put(t, s, "b", "2026-11-02", 70)
	r, err = reversed(t, s, id, true)
	if got := inForce(t, s); err != nil || got != "a 01 20, a 02 3, b 01 6, b 02 70, b 03 8" || r.Values != 3 || r.Left != 1 || r.First[0].KPI != "b" {
		t.Fatalf("redo: %s: %+v, %v", got, r, err)
	}
}

func TestUndoBatch_OfWhatAllWasCorrectedSaysSo(t *testing.T) {
	s := newStore(t)
	id := imported(t, s, "a 01 2")
	put(t, s, "a", "2026-11-01", 3)
	for code, number := range map[string]int64{"batch.replaced": id, "batch.none": 99} {
		var own *finding.Error
		if _, err := reversed(t, s, number, false); !errors.As(err, &own) || own.Finding.Code != code {
			t.Errorf("batch %d: %v", number, err)
		}
	}
	if got := inForce(t, s); got != "a 01 3" {
		t.Error(got)
	}
}

func TestUndoBatch_GoesBackBeforeAnImportThatSaysAMomentTwice(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-01", 1)
	id := imported(t, s, "a 01 2", "a 01 3")
	if _, err := reversed(t, s, id, false); err != nil || inForce(t, s) != "a 01 1" {
		t.Fatal(inForce(t, s), err)
	}
	if _, err := reversed(t, s, id, true); err != nil || inForce(t, s) != "a 01 3" {
		t.Error(inForce(t, s), err)
	}
}

func TestUndoBatch_OfARoundGoesBackValueByValue(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-01", 1)
	var round Batch
	enter := func(line string) {
		t.Helper()
		err := s.Write(t.Context(), "enter", func(tx *Tx) (err error) {
			if round.ID == 0 {
				if round, err = tx.NewBatch(t.Context(), RoundBatch, "screen", "Ada"); err != nil {
					return err
				}
			}
			if has, err := tx.HasBatch(t.Context(), round); err != nil || !has {
				t.Errorf("has its batch: %v, %v", has, err)
			}
			v := written(t, line)
			v.Batch = round.ID
			_, err = tx.Put(t.Context(), v)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	enter("a 01 2")
	enter("a 01 3")
	enter("b 01 4")
	put(t, s, "b", "2026-11-02", 9)
	enter("b 02 5")
	if r, err := reversed(t, s, round.ID, false); err != nil || r.Values != 4 || inForce(t, s) != "a 01 1, b 02 9" {
		t.Fatal(inForce(t, s), r, err)
	}
	if r, err := reversed(t, s, round.ID, true); err != nil || r.Values != 4 || inForce(t, s) != "a 01 3, b 01 4, b 02 5" {
		t.Fatal(inForce(t, s), r, err)
	}
	list, err := s.Batches(t.Context(), "", 10)
	if err != nil || len(list) != 1 || list[0].Values != 4 || list[0].TakenBack != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	if list, _ := s.Batches(t.Context(), ImportBatch, 10); len(list) != 0 {
		t.Errorf("imports %+v", list)
	}
}

func TestUndoBatch_RefusesNothingThatAnOldStoreHolds(t *testing.T) {
	path := storeOne(t, insertOne+`('a', '2026-11-01', 1, '`+strings.Repeat("ö", 3000)+`', '', 'yesterday')`)
	s := open(t, path)
	id := imported(t, s, "a 01 2", "a 02 3")
	if r, err := reversed(t, s, id, false); err != nil || r.Values != 2 || inForce(t, s) != "a 01 1" {
		t.Fatal(inForce(t, s), r, err)
	}
}

func TestLastDone_GoesBackThroughUndosAndRedos(t *testing.T) {
	s := newStore(t)
	for n := range 4 {
		put(t, s, "a", "2026-11-01", float64(n+1))
	}
	put(t, s, "a", "2026-11-02", 9)
	step := func(redo bool) bool {
		t.Helper()
		found := false
		err := s.Write(t.Context(), "undo", func(tx *Tx) error {
			find := tx.LastDone
			if redo {
				find = tx.LastUndone
			}
			v, ok, err := find(t.Context(), "a")
			if found = ok; err == nil && ok {
				_, err = tx.Undo(t.Context(), v.ID, "")
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	states := []string{"", "a 01 1", "a 01 2", "a 01 3", "a 01 4", "a 01 4, a 02 9"}
	at := len(states) - 1
	// Back, forth and back again, to both ends: + and - are steps, ! finds nothing.
	for i, c := range "----++--+-++++!-----!--!+++++-+-+!" {
		redo := c == '+'
		if c == '!' {
			redo = at == len(states)-1
			if step(redo) {
				t.Fatalf("step %d: found something at %d", i, at)
			}
			continue
		}
		if c == '-' && at == 0 {
			continue
		}
		if !step(redo) {
			t.Fatalf("step %d: nothing found at %d", i, at)
		}
		at--
		if redo {
			at += 2
		}
		if got := inForce(t, s); got != states[at] {
			t.Fatalf("step %d: %s, want %s", i, got, states[at])
		}
	}
	step(false)
	put(t, s, "a", "2026-11-03", 7)
	if step(true) {
		t.Error("redone after something was recorded")
	}
}

func TestIndexes_AreMadeForAStoreThatLacksThem(t *testing.T) {
	s := newStore(t)
	put(t, s, "a", "2026-11-01", 1)
	execute(t, outside(t, s.path), "DROP INDEX observation_order")
	execute(t, outside(t, s.path), "DROP INDEX observation_batch")
	s = open(t, s.path)
	if rows, err := s.History(t.Context(), "a", 0); err != nil || len(rows) != 1 || rows[0].Number != 1 {
		t.Errorf("without the index: %+v, %v", rows, err)
	}
	put(t, s, "a", "2026-11-01", 2)
	rows, err := outside(t, s.path).Query("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
	names, err := collect(rows, err, func(row scanner) (name string, err error) { return name, row.Scan(&name) })
	if want := []string{"observation_batch", "observation_current", "observation_history", "observation_order"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("indexes %q, %v", names, err)
	}
	intact(t, outside(t, s.path))
}

func TestUndoBatch_IsDoneInParts(t *testing.T) {
	s := newStore(t)
	const rows = reverseRows + reverseRows/4
	id, err := loadBatch(t.Context(), s, generate(rows, days))
	if err != nil {
		t.Fatal(err)
	}
	for _, redo := range []bool{false, true, false} {
		r, err := reversed(t, s, id, redo)
		if counts, _ := s.KPIs(t.Context()); err != nil || r.Values != rows || r.Left != 0 || (counts["kpi_07"] > 0) != redo {
			t.Fatalf("redo %v: %+v, %v; %d of one KPI", redo, r, err, counts["kpi_07"])
		}
	}
}
