package store

import (
	"os"
	"slices"
	"testing"
	"time"
)

// position returns how far s is written.
func position(t *testing.T, s *Store) (p Position) {
	t.Helper()
	view(t, s, func(v *View) (err error) {
		p, err = v.Position(t.Context())
		return err
	})
	return p
}

// wantWritten wants the KPIs written since p; nil: that nobody can tell.
func wantWritten(t *testing.T, s *Store, p Position, after string, want []string) (now Position) {
	t.Helper()
	view(t, s, func(v *View) error {
		got, n, ok, err := v.Written(t.Context(), p)
		if err != nil || ok != (want != nil) || ok && !slices.Equal(got, want) {
			t.Errorf("after %s: written is %v, %v, %v; want %v", after, got, ok, err, want)
		}
		now = n
		return nil
	})
	return now
}

func TestWritten_NamesTheKPIsOfNewRows(t *testing.T) {
	s := newStore(t)
	other := outside(t, s.path)
	wantWritten(t, s, position(t, s), "nothing, in an empty store", nil)
	first := put(t, s, "revenue", "2026-11-21", 1)
	p := position(t, s)
	p = wantWritten(t, s, p, "nothing", []string{})
	execute(t, other, "INSERT INTO observation(kpi, at, value) VALUES ('visits', '2026-11-22', 1), ('revenue', '2026-11-21', 2)")
	p = wantWritten(t, s, p, "two rows", []string{"visits", "revenue"})
	execute(t, other, "INSERT INTO observation(kpi, at, value) VALUES ('visits', '2026-11-22', 1)")
	p = wantWritten(t, s, p, "the same again", []string{})
	execute(t, other, "VACUUM")
	p = wantWritten(t, s, p, "VACUUM", []string{})
	v := put(t, s, "revenue", "2026-11-21", 3)
	if _, err := s.Undo(t.Context(), v.ID, ""); err != nil {
		t.Fatal(err)
	}
	p = wantWritten(t, s, p, "an undo", []string{"revenue", "revenue"})
	last := put(t, s, "visits", "2026-11-22", 5)
	p = wantWritten(t, s, p, "a correction", []string{"visits"})
	err := s.Write(t.Context(), "renew", func(tx *Tx) error { return tx.Renew(t.Context(), last.ID, time.Now()) })
	if err != nil {
		t.Fatal(err)
	}
	wantWritten(t, s, p, "a renewal", nil)
	if first.ID == last.ID {
		t.Error("two values are one row")
	}
}

func TestWritten_CannotTellOfAnotherFileNorOfRowsThatWereRewritten(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	p := position(t, s)
	other := outside(t, s.path)
	execute(t, other, "DROP TRIGGER observation_keep")
	execute(t, other, "UPDATE observation SET recorded_at = '2020-01-01T00:00:00.000Z'")
	wantWritten(t, s, p, "its newest row was rewritten", nil)
	execute(t, other, "DROP TRIGGER observation_stay")
	p = position(t, s)
	execute(t, other, "DELETE FROM observation")
	wantWritten(t, s, p, "its newest row was deleted", nil)

	put(t, s, "revenue", "2026-11-21", 1)
	p = position(t, s)
	if err := os.Rename(replacement(t, 7), s.path); err != nil {
		t.Fatal(err)
	}
	wantWritten(t, s, p, "another file has taken its place", nil)
}

func TestWritten_GivesUpOnWhatAnImportBrings(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	p := position(t, s)
	if _, err := load(t.Context(), s, generate(writtenLimit, days)); err != nil {
		t.Fatal(err)
	}
	view(t, s, func(v *View) error {
		if kpis, _, ok, err := v.Written(t.Context(), p); err != nil || !ok || len(kpis) != writtenLimit {
			t.Errorf("of %d new rows %d are found (%v, %v)", writtenLimit, len(kpis), ok, err)
		}
		return nil
	})
	put(t, s, "revenue", "2026-11-22", 1)
	wantWritten(t, s, p, "one more than are looked through", nil)
}

func TestStates_MoveWithWhatLeavesNoRow(t *testing.T) {
	s := newStore(t)
	other := outside(t, s.path)
	a, b := put(t, s, "a", "2026-11-21", 1), put(t, s, "b", "2026-11-21", 1)
	states := func() (m map[int64]string) {
		view(t, s, func(v *View) (err error) {
			m, err = v.States(t.Context(), []int64{a.ID, b.ID})
			return err
		})
		return m
	}
	before := states()
	for _, step := range []struct{ name, query string }{
		{"the same again", "INSERT INTO observation(kpi, at, value, recorded_at) VALUES ('a', '2026-11-21', 1, '2026-11-21T10:00:00.000Z')"},
		{"a renewal by hand", "UPDATE observation SET holds_from = '2026-11-21T10:00:00Z' WHERE kpi = 'a'"},
		{"a row put out of force", "UPDATE observation SET superseded = 1 WHERE kpi = 'a'"},
	} {
		execute(t, other, step.query)
		now := states()
		if now[a.ID] == before[a.ID] || now[b.ID] != before[b.ID] || now[b.ID] == "" {
			t.Errorf("after %s: %v, was %v", step.name, now, before)
		}
		before = now
	}
}
