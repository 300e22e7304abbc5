package record_test

import (
	"testing"
	"time"

	. "kpiwall/data/record"
)

// entered records what a person enters at the screen, in a round.
func (o *office) entered(id, text string, round Round) Saved {
	in := o.input(id, text, "")
	in.Person, in.Source, in.Round = true, Screen, round
	return o.put(in)
}

func TestRound_HasItsNumberFromTheFirstValueOn(t *testing.T) {
	o := newOffice(t)
	first := o.entered("mrr", "41000", Round{})
	second := o.entered("visits", "7", first.Round)
	other := o.entered("visits", "8", Round{})
	if first.Round.ID == 0 || second.Round != first.Round || second.Value.Batch != first.Round.ID || other.Round.ID == first.Round.ID {
		t.Errorf("rounds %+v, %+v, %+v", first.Round, second.Round, other.Round)
	}
	// A round of a store that was in this one's place is none of its own.
	stranger := first.Round
	stranger.Made = stranger.Made.Add(-time.Minute)
	if s := o.entered("mrr", "42000", stranger); s.Round.ID == first.Round.ID || s.Round.ID == 0 {
		t.Errorf("goes on with %+v", s.Round)
	}
	// Nothing new is no round.
	if s := o.entered("mrr", "42000", Round{}); s.Round.ID != 0 || s.New {
		t.Errorf("the same once more: %+v", s)
	}
	program := o.put(o.input("mrr", "43000", ""))
	if program.Value.Batch != 0 || program.Round.ID != 0 {
		t.Errorf("a program's: %+v", program)
	}
}

func TestLastAction_IsTheScreensOwnThenAnybodys(t *testing.T) {
	o := newOffice(t)
	wants := func(what string, row int64, asked bool) Action {
		t.Helper()
		a, found, err := o.LastAction(t.Context(), nil)
		if err != nil || found != (row != 0) || a.Row.ID != row && !a.Import() || a.Asked != asked {
			t.Fatalf("%s: %+v, %v, %v; want row %d", what, a, found, err, row)
		}
		return a
	}
	wants("nothing yet", 0, false)
	first := o.entered("mrr", "41000", Round{})
	second := o.entered("visits", "7", first.Round)
	o.put(o.input("mrr", "43000", "2026-10-31")) // a program
	put := o.input("mrr", "44000", "2026-09-30")
	put.Person, put.Source = true, "put"
	terminal := o.put(put)
	wants("of two at the screen", second.Value.ID, false)
	if _, err := o.Undo(t.Context(), second.Value.ID, ""); err != nil {
		t.Fatal(err)
	}
	wants("once undone", first.Value.ID, false)
	if u, found, err := o.UndoLast(t.Context(), "visits", ""); found || err != nil {
		t.Errorf("visits were undone already: %+v, %v", u, err)
	}
	o.now = o.now.Add(2 * time.Hour)
	wants("hours later", terminal.Value.ID, true)
	if _, err := o.Import(t.Context(), Import{Name: "sales.csv", Values: file(o.input("mrr", "40500", "2026-08-31"))}); err != nil {
		t.Fatal(err)
	}
	a := wants("after an import", terminal.Value.ID, true)
	if !a.Import() || a.Batch.Name != "sales.csv" {
		t.Fatalf("%+v", a)
	}
	done, err := o.UndoBatch(t.Context(), a.Batch.ID, "Ada")
	if err != nil || done.Values != 1 {
		t.Fatal(done, err)
	}
	wants("after it was taken back", terminal.Value.ID, true)
	if _, err := o.RedoBatch(t.Context(), a.Batch.ID, "Ada"); err != nil {
		t.Fatal(err)
	}
	if a = wants("after it was brought back", terminal.Value.ID, true); !a.Import() {
		t.Errorf("%+v", a)
	}
	// Of one that is brought back, one value is taken back by itself: the others stand.
	more, err := o.Import(t.Context(), Import{Name: "more.csv", Values: file(o.input("mrr", "40600", "2026-07-31"), o.input("churn", "2", "2026-07-31"), o.input("churn", "3", "2026-06-30"))})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := o.UndoBatch(t.Context(), more.Batch, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := o.RedoBatch(t.Context(), more.Batch, ""); err != nil {
			t.Fatal(err)
		}
		if _, _, err := o.UndoLast(t.Context(), "churn", ""); err != nil {
			t.Fatal(err)
		}
		if a = wants("with one value taken back", terminal.Value.ID, true); a.Batch.ID != more.Batch {
			t.Errorf("%+v", a)
		}
	}
	if _, err := o.UndoBatch(t.Context(), more.Batch, ""); err != nil {
		t.Fatal(err)
	}
	if a = wants("with all taken back", terminal.Value.ID, true); a.Batch.ID == more.Batch {
		t.Errorf("%+v", a)
	}
}

func TestUndoLast_GoesBackTwiceAndRedoForward(t *testing.T) {
	o := newOffice(t)
	o.put(o.input("mrr", "41000", ""))
	o.put(o.input("mrr", "42000", ""))
	steps := []struct {
		redo bool
		want string
	}{
		{false, "MRR €41,000 for November · on target"},
		{false, "MRR has no value for November"},
		{false, ""},
		{true, "MRR €41,000 for November · on target"},
		{true, "MRR €42,000 for November · on target"},
		{true, ""},
		{false, "MRR €41,000 for November · on target"},
	}
	for i, s := range steps {
		step := o.UndoLast
		if s.redo {
			step = o.RedoLast
		}
		u, found, err := step(t.Context(), "mrr", "Ada")
		if err != nil || found != (s.want != "") || found && o.says(u.Saved) != s.want {
			t.Fatalf("step %d: %+v, %v, %v; want %q", i, u, found, err, s.want)
		}
	}
}
