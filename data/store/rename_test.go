package store

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"kpiwall/data/finding"
)

// story returns the history of a KPI, oldest row first: what was recorded, and in
// brackets what has been replaced.
func story(t *testing.T, s *Store, id string) string {
	t.Helper()
	rows, err := s.History(context.Background(), id, 0)
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for i := len(rows) - 1; i >= 0; i-- {
		text := rows[i].At.String()[5:] + "=" + strconv.FormatFloat(rows[i].Number, 'f', -1, 64)
		if rows[i].Superseded {
			text = "(" + text + ")"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

// putAll records rows, "kpi at value" each, all of 2026.
func putAll(t *testing.T, s *Store, rows []string) {
	t.Helper()
	for _, row := range rows {
		part := strings.Fields(row)
		number, _ := strconv.ParseFloat(part[2], 64)
		put(t, s, part[0], "2026-"+part[1], number)
	}
}

// inView reads the store.
func inView(t *testing.T, s *Store, read func(*View) error) {
	t.Helper()
	if err := s.View(t.Context(), read); err != nil {
		t.Fatal(err)
	}
}

func TestRename_MovesTheHistoryAndIsTakenBackExactly(t *testing.T) {
	for _, row := range []struct {
		name         string
		before, then []string // "kpi at value", before and after the renaming
		merge        bool
		renamed, old string // the history of b, and of a, after all of it
		undoneA      string
		undoneB      string
	}{
		{
			"alone",
			[]string{"a 11-01 1", "a 11-02 2", "a 11-02 3"},
			nil, false,
			"11-01=1 (11-02=2) 11-02=3", "", "11-01=1 (11-02=2) 11-02=3", "",
		},
		{
			"with values since",
			[]string{"a 11-01 1", "a 11-02 2"},
			[]string{"b 11-02 5", "b 11-03 6"},
			false,
			"11-01=1 (11-02=2) 11-02=5 11-03=6", "", "11-01=1 11-02=2", "11-02=5 11-03=6",
		},
		{
			"merged",
			[]string{"a 11-01 1", "b 11-01 7", "b 11-02 8", "a 11-02 2"},
			nil, true,
			"(11-01=1) 11-01=7 (11-02=8) 11-02=2", "", "11-01=1 11-02=2", "11-01=7 11-02=8",
		},
		{
			"with a program that goes on",
			[]string{"a 11-01 1"},
			[]string{"a 11-01 4", "a 11-05 5"},
			false,
			"11-01=1", "11-01=4 11-05=5", "(11-01=1) 11-01=4 11-05=5", "",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			ctx := context.Background()
			s := newStore(t)
			putAll(t, s, row.before)
			if _, err := s.Rename(ctx, "a", "b", row.merge); err != nil {
				t.Fatal(err)
			}
			putAll(t, s, row.then)
			if got := story(t, s, "b"); got != row.renamed {
				t.Errorf("b is %s, want %s", got, row.renamed)
			}
			if got := story(t, s, "a"); got != row.old {
				t.Errorf("a is %s, want %s", got, row.old)
			}
			if _, err := s.UndoRename(ctx, "a"); err != nil {
				t.Fatal(err)
			}
			if got := story(t, s, "a"); got != row.undoneA {
				t.Errorf("after undo a is %s, want %s", got, row.undoneA)
			}
			if got := story(t, s, "b"); got != row.undoneB {
				t.Errorf("after undo b is %s, want %s", got, row.undoneB)
			}
			if list, err := s.Renamings(ctx); err != nil || len(list) > 0 {
				t.Errorf("renamings %v, %v", list, err)
			}
		})
	}
}

// What still writes the old id is moved again, without a question.
func TestRename_MovesLateValuesAgain(t *testing.T) {
	ctx, s := context.Background(), newStore(t)
	putAll(t, s, []string{"a 11-01 1"})
	for _, late := range []string{"a 11-02 2", "a 11-01 3"} {
		if _, err := s.Rename(ctx, "a", "b", false); err != nil {
			t.Fatal(err)
		}
		putAll(t, s, []string{late})
	}
	if _, err := s.Rename(ctx, "a", "b", false); err != nil {
		t.Fatal(err)
	}
	if got := story(t, s, "b"); got != "(11-01=1) 11-01=3 11-02=2" {
		t.Errorf("b is %s", got)
	}
}

func TestRename_IsRefused(t *testing.T) {
	ctx, s := context.Background(), newStore(t)
	putAll(t, s, []string{"a 11-01 1", "b 11-01 2"})
	for _, row := range []struct {
		want string
		do   func() error
	}{
		{"rename.nothing", func() error { _, err := s.Rename(ctx, "x", "b", false); return err }},
		{"rename.both", func() error { _, err := s.Rename(ctx, "a", "b", false); return err }},
		{"rename.none", func() error { _, err := s.UndoRename(ctx, "a"); return err }},
		{"rename.later", func() error {
			_, err := s.Rename(ctx, "a", "c", false)
			if err == nil {
				_, err = s.Rename(ctx, "c", "d", false)
			}
			if err != nil {
				return err
			}
			_, err = s.UndoRename(ctx, "a")
			return err
		}},
	} {
		if found := finding.Of(row.do()); len(found) != 1 || found[0].Code != row.want {
			t.Errorf("%v, want %s", found, row.want)
		}
	}
}

// A reader that asks only for what is new must not miss that rows have moved.
func TestRename_IsSeenByReadersAndKeepsTheGuards(t *testing.T) {
	ctx, s := context.Background(), newStore(t)
	putAll(t, s, []string{"a 11-01 1", "z 11-01 2"})
	var p Position
	inView(t, s, func(v *View) (err error) { p, err = v.Position(ctx); return err })
	if _, err := s.Rename(ctx, "a", "b", false); err != nil {
		t.Fatal(err)
	}
	if changed, err := s.Changed(ctx); err != nil || !changed {
		t.Errorf("changed %v, %v", changed, err)
	}
	inView(t, s, func(v *View) error {
		if _, _, ok, err := v.Written(ctx, p); ok || err != nil {
			t.Errorf("the reader takes it for nothing: %v", err)
		}
		return nil
	})
	if _, err := s.current.writer.ExecContext(ctx, "UPDATE observation SET kpi = 'x'"); err == nil {
		t.Error("rows can be rewritten now")
	}
	if _, err := s.current.writer.ExecContext(ctx, "DELETE FROM observation"); err == nil {
		t.Error("rows can be deleted now")
	}
}
