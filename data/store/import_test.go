package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// from yields values, and then the end.
func from(values ...Value) func() (Value, bool, error) {
	return func() (Value, bool, error) {
		if len(values) == 0 {
			return Value{}, false, nil
		}
		v := values[0]
		values = values[1:]
		return v, true, nil
	}
}

// load loads the values that next returns, until it says false, in one transaction.
func load(ctx context.Context, s *Store, next func() (Value, bool, error)) (done Imported, err error) {
	err = s.Write(ctx, "import values", func(t *Tx) error {
		for {
			v, more, err := next()
			if err != nil {
				return err
			}
			if !more {
				done, err = t.Loaded(ctx)
				return err
			}
			if err := t.Load(ctx, v); err != nil {
				return err
			}
		}
	})
	return done, err
}

func TestLoad_CountsWhatBecameOfTheRows(t *testing.T) {
	for _, rows := range []int{0, 1, batch - 1, batch, batch + 1, 3*batch + 7} {
		s := newStore(t)
		var first, second []Value
		want := Imported{}
		for i := range rows {
			v := Value{KPI: "revenue"}
			v.At, v.Number = days(i), float64(i)
			first = append(first, v)
			switch i % 3 {
			case 0:
				want.Unchanged++
			case 1:
				v.Number++
				want.Corrected++
			case 2:
				v.KPI = "costs"
				want.New++
			}
			second = append(second, v)
		}
		if done, err := load(t.Context(), s, from(first...)); err != nil || done != (Imported{New: rows}) {
			t.Errorf("%d rows: %+v, %v", rows, done, err)
		}
		if done, err := load(t.Context(), s, from(second...)); err != nil || done != want {
			t.Errorf("%d rows again: %+v, %v; want %+v", rows, done, err, want)
		}
		if counts, err := s.KPIs(t.Context()); err != nil || counts["revenue"] != rows || counts["costs"] != want.New {
			t.Errorf("%d rows: the store holds %v, %v", rows, counts, err)
		}
	}
}

func TestLoad_LetsTheLaterOfTwoStand(t *testing.T) {
	s := newStore(t)
	done, err := load(t.Context(), s, from(value(t, "a", "2026-11-21", 1), value(t, "a", "2026-11-21", 2), value(t, "a", "2026-11-21", 2)))
	if err != nil || done != (Imported{New: 1, Corrected: 1, Unchanged: 1}) || newest(t, s, "a")[0].Number != 2 {
		t.Errorf("import = %+v, %v; newest %v", done, err, newest(t, s, "a"))
	}
}

// Enough rows to outgrow the page cache would take long; a cache of a few pages
// makes SQLite write to the file in the middle, which a rollback must undo.
func TestLoad_ThatFailsLeavesTheStoreAsItWas(t *testing.T) {
	torn := errors.New("line 2001: torn")
	bad := Value{KPI: "Not An ID"}
	for _, c := range []struct {
		name string
		stop func(cancel func()) (Value, bool, error)
		want func(error) bool
	}{
		{
			"error of the file", func(func()) (Value, bool, error) { return Value{}, false, torn },
			func(err error) bool { return errors.Is(err, torn) },
		},
		{
			"refused row", func(func()) (Value, bool, error) { return bad, true, nil },
			func(err error) bool { return err != nil && strings.Contains(err.Error(), `row 2001 ("Not An ID")`) },
		},
		{
			"cancelled", func(cancel func()) (Value, bool, error) { cancel(); return value(t, "a", "2026-11-21", 1), true, nil },
			func(err error) bool { return errors.Is(err, context.Canceled) },
		},
		{
			"cancelled and at its end", func(cancel func()) (Value, bool, error) { cancel(); return Value{}, false, nil },
			func(err error) bool { return errors.Is(err, context.Canceled) },
		},
	} {
		s := filled(t, filepath.Join(t.TempDir(), "kpi.db"), 500)
		before := dump(t, s)
		execute(t, s.current.writer, "PRAGMA cache_size = 10")
		ctx, cancel := context.WithCancel(t.Context())
		n, next := 0, generate(1<<20, every(1e9))
		_, err := load(ctx, s, func() (Value, bool, error) {
			if n++; n > 2000 {
				return c.stop(cancel)
			}
			return next()
		})
		cancel()
		if !c.want(err) {
			t.Errorf("%s: %v", c.name, err)
		}
		if after := dump(t, s); after != before {
			t.Errorf("%s: the store is not as it was", c.name)
		}
		put(t, s, "a", "2026-11-21", 1) // and works
	}
}

// dump returns all rows, after an integrity check.
func dump(t *testing.T, s *Store) string {
	t.Helper()
	db := outside(t, s.path)
	intact(t, db)
	rows, err := db.QueryContext(t.Context(), "SELECT "+rowColumns(schemaVersion)+" FROM observation ORDER BY id")
	all, err := collect(rows, err, scanRow)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(all)
}
