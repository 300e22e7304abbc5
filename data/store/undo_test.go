package store

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestUndo_GoesBackOneStepAndUndoOfUndoRedoes(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	put(t, s, "revenue", "2026-11-21", 2)
	third := put(t, s, "revenue", "2026-11-21", 3)
	step := func(id int64, want float64, source string) Value {
		t.Helper()
		v, err := s.Undo(t.Context(), id, "Ada")
		if err != nil || v.Number != want || v.Withdrawn || !strings.HasPrefix(v.Source, source) || v.EnteredBy != "Ada" {
			t.Fatalf("undo of %d = %+v, %v; want %v", id, v, err, want)
		}
		return v
	}
	undone := step(third.ID, 2, "undo ")
	redone := step(undone.ID, 3, "redo ")
	step(redone.ID, 2, "undo ")
	if rows, _ := s.History(t.Context(), "revenue", 0); len(rows) != 6 {
		t.Errorf("history has %d rows, want all 6", len(rows))
	}
}

func TestUndo_OfTheFirstValueWithdrawsIt(t *testing.T) {
	s := newStore(t)
	first := put(t, s, "revenue", "2026-11-21", 7)
	none, err := s.Undo(t.Context(), first.ID, "Ada")
	if err != nil || !none.Withdrawn || len(newest(t, s, "revenue")) != 0 {
		t.Fatalf("undo = %+v, %v; newest %v", none, err, newest(t, s, "revenue"))
	}
	back, err := s.Undo(t.Context(), none.ID, "Ada")
	if err != nil || back.Number != 7 || back.Withdrawn {
		t.Errorf("undo of the undo = %+v, %v; want 7 again", back, err)
	}
}

func TestUndo_KeepsTheNoteAndOtherMoments(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-20", 10)
	old := value(t, "revenue", "2026-11-21", 1)
	old.Note = "two large orders"
	if _, err := s.Put(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	v, err := s.Undo(t.Context(), put(t, s, "revenue", "2026-11-21", 2).ID, "")
	if err != nil || v.Note != old.Note || v.At != old.At || v.Number != 1 {
		t.Errorf("undo = %+v, %v", v, err)
	}
}

func TestUndoAndWithdraw_RefuseARowThatWasReplaced(t *testing.T) {
	s := newStore(t)
	first := put(t, s, "revenue", "2026-11-21", 1)
	put(t, s, "revenue", "2026-11-21", 2)
	if _, err := s.Undo(t.Context(), first.ID, ""); !errors.Is(err, ErrNotInForce) {
		t.Errorf("undo = %v", err)
	}
	if _, err := s.Withdraw(t.Context(), first.ID, ""); !errors.Is(err, ErrNotInForce) {
		t.Errorf("withdraw = %v", err)
	}
	if _, err := s.Undo(t.Context(), 99, ""); err == nil || errors.Is(err, ErrNotInForce) {
		t.Errorf("undo of a row that is not there = %v", err)
	}
	if got := newest(t, s, "revenue"); got[0].Number != 2 {
		t.Errorf("a refused undo left %v", got)
	}
}

func TestWithdraw_TakesAValueBackOnce(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	second := put(t, s, "revenue", "2026-11-21", 2)
	v, err := s.Withdraw(t.Context(), second.ID, "Ada")
	if err != nil || !v.Withdrawn || v.EnteredBy != "Ada" || len(newest(t, s, "revenue")) != 0 {
		t.Fatalf("withdraw = %+v, %v", v, err)
	}
	again, err := s.Withdraw(t.Context(), v.ID, "Bob")
	if err != nil || again.ID != v.ID {
		t.Errorf("withdrawn again = %+v, %v", again, err)
	}
	if back, err := s.Undo(t.Context(), v.ID, ""); err != nil || back.Number != 2 {
		t.Errorf("undo of it = %+v, %v; want 2", back, err)
	}
}

func TestUndo_TakesBackOneEntryAfterTheOther(t *testing.T) {
	s := newStore(t)
	const at = "2026-11-30"
	var ids []int64
	for _, n := range []float64{1, 2, 3} {
		ids = append(ids, put(t, s, "mrr", at, n).ID)
	}
	for _, step := range []struct {
		undo int
		want float64
	}{{2, 2}, {1, 1}} {
		v, err := s.Undo(t.Context(), ids[step.undo], "screen")
		if err != nil || v.Number != step.want {
			t.Fatalf("after undoing entry %d stands %v, %v; want %v", step.undo+1, v.Number, err, step.want)
		}
	}
	if v, err := s.Undo(t.Context(), ids[0], "screen"); err != nil || !v.Withdrawn {
		t.Errorf("after undoing all entries stands %v, %v", v, err)
	}
	if _, err := s.Undo(t.Context(), ids[1], "screen"); !errors.Is(err, ErrNotInForce) {
		t.Errorf("an entry was undone twice: %v", err)
	}
}

func TestUndo_StopsWhereSomebodyElseHasRecorded(t *testing.T) {
	s := newStore(t)
	const at = "2026-11-30"
	first := put(t, s, "mrr", at, 1)
	second := put(t, s, "mrr", at, 2)
	if _, err := s.Undo(t.Context(), second.ID, "screen"); err != nil {
		t.Fatal(err)
	}
	put(t, s, "mrr", at, 7) // somebody else
	if _, err := s.Undo(t.Context(), first.ID, "screen"); !errors.Is(err, ErrNotInForce) {
		t.Errorf("somebody else's value was undone: %v", err)
	}
}

// What a job sends every hour holds from when it was first sent, also after
// somebody has corrected it by mistake and taken that back.
func TestUndo_IsNotRenewedByAProgramThatRepeatsItself(t *testing.T) {
	s := newStore(t)
	v := value(t, "revenue", "2026-11-30", 1)
	v.Source = "job"
	first, err := s.Put(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	back, err := s.Undo(t.Context(), put(t, s, "revenue", "2026-11-30", 2).ID, "Ada")
	if err != nil {
		t.Fatal(err)
	}
	again, err := s.Put(t.Context(), v)
	if err != nil || again[0].ID != back.ID || !again[0].Since.Equal(first[0].Recorded) || !again[0].LastConfirmed.After(back.LastConfirmed) {
		t.Errorf("sent again it is %+v, %v; want row %d since %v", again, err, back.ID, first[0].Recorded)
	}
	v.Since = noon.Add(time.Hour) // a person's word
	if again, err = s.Put(t.Context(), v); err != nil || again[0].ID == back.ID || !again[0].Since.Equal(v.Since) {
		t.Errorf("entered again it is %+v, %v", again, err)
	}
}
