package store

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestOpen_ReadsACopyOfVersionOneAsItIs(t *testing.T) {
	path := storeOne(t, chain, harm)
	before, _ := os.ReadFile(path)
	s := openAsCopy(t, path)
	if s.Migrated() != nil {
		t.Error("a copy was migrated")
	}
	if facts, err := s.Facts(t.Context()); err != nil || facts.Version != 1 {
		t.Errorf("%+v, %v", facts, err)
	}
	view(t, s, func(v *View) error {
		got, err := v.Newest(t.Context(), "a", ever, nil)
		if err != nil || len(got) != 1 || got[0].Number != 23 {
			t.Errorf("newest %+v, %v", got, err)
		}
		series, err := v.Series(t.Context(), "a", dayBounds(60, 0), Pick{})
		if skipped := v.Skipped(); len(skipped) != 1 || skipped[0].KPI != "a" || skipped[0].ID != 10 || !strings.Contains(skipped[0].Why.Error(), `2026-11-22\\x00x`) {
			t.Errorf("skipped %+v", skipped)
		}
		var numbers []float64
		for _, values := range series {
			for _, v := range values {
				numbers = append(numbers, v.Number)
				if !v.Since.Equal(v.Recorded) {
					t.Errorf("holds since %v, recorded %v", v.Since, v.Recorded)
				}
			}
		}
		if !reflect.DeepEqual(numbers, []float64{2, 23}) {
			t.Errorf("the values are %v", numbers)
		}
		return err
	})
	rows, err := s.History(t.Context(), "a", 0)
	if err != nil || len(rows) != 7 {
		t.Fatalf("history %+v, %v", rows, err)
	}
	unreadable := 0
	for _, r := range rows {
		if r.Unreadable != nil && r.Withdrawn && r.ID > 8 {
			unreadable++
		}
	}
	if unreadable != 2 {
		t.Errorf("%d rows cannot be read, want 2: %+v", unreadable, rows)
	}
	_, err = s.Put(t.Context(), value(t, "a", "2026-11-25", 1))
	wantKind(t, "put", err, Copied)
	if after, _ := os.ReadFile(path); string(after) != string(before) || len(left(t, filepath.Dir(path))) != 1 {
		t.Errorf("it was written; beside it there is %v", left(t, filepath.Dir(path)))
	}
}

func TestOpen_ReadsVersionOneThatIsLocked(t *testing.T) {
	t.Parallel() // it waits for a lock
	path := storeOne(t, chain)
	db := outside(t, path)
	conn, err := db.Conn(t.Context())
	if err == nil {
		_, err = conn.ExecContext(t.Context(), "BEGIN IMMEDIATE")
	}
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	if got := newest(t, s, "a"); s.Migrated() != nil || len(got) != 1 || got[0].Number != 2 {
		t.Errorf("migrated %+v, newest %v", s.Migrated(), got)
	}
	_, err = s.Put(t.Context(), value(t, "a", "2026-11-25", 1))
	wantKind(t, "put", err, Locked)
	if err == nil || !strings.Contains(err.Error(), "version 2") {
		t.Errorf("%v does not say what failed", err)
	}
	conn.Close()
	db.Close()
	put(t, s, "a", "2026-11-25", 1)
	if m := s.Migrated(); m == nil {
		t.Error("the next write did not migrate it")
	}
	if rows, err := s.History(t.Context(), "a", 0); err != nil || len(rows) != 5 {
		t.Errorf("%+v, %v", rows, err)
	}
}
