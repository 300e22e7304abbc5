package record_test

import (
	"errors"
	"testing"

	. "kpiwall/data/record"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

func TestUndo_SaysWhatStandsNow(t *testing.T) {
	o := newOffice(t)
	first := o.put(o.input("mrr", "41000", ""))
	second := o.put(o.input("mrr", "39000", ""))
	steps := []struct {
		id   int64
		want string
	}{
		{second.Value.ID, "MRR €41,000 for November · on target"},
		{0, "MRR €39,000 for November · below"}, // of the undo
		{0, "MRR €41,000 for November · on target"},
	}
	last := first.Value.ID
	for _, s := range steps {
		if s.id != 0 {
			last = s.id
		}
		saved, err := o.Undo(t.Context(), last, "Ada")
		if err != nil || o.says(saved) != s.want || !saved.New || saved.Value.EnteredBy != "Ada" || saved.Reading.Number != saved.Value.Number {
			t.Fatalf("undo of %d: %+v, %v; want %q", last, saved, err, s.want)
		}
		last = saved.Value.ID
	}
}

func TestUndo_OfTheOnlyValueLeavesNone(t *testing.T) {
	rows := []struct{ other, want string }{
		{"", "Visits has no value for week 47"},
		{"2026-11-18", "Visits is 7 for week 47 · below so far"},
		{"2026-11-01", "Visits has no value for week 47"},
	}
	for _, row := range rows {
		o := newOffice(t)
		if row.other != "" {
			o.put(o.input("visits", "7", row.other))
		}
		saved, err := o.Undo(t.Context(), o.put(o.input("visits", "+40", "")).Value.ID, "")
		if err != nil || o.says(saved) != row.want || !saved.Value.Withdrawn {
			t.Errorf("beside %q: %q, %v; want %q", row.other, o.says(saved), err, row.want)
		}
	}
}

func TestWithdraw_TakesAValueBackOnce(t *testing.T) {
	o := newOffice(t)
	o.put(o.input("mrr", "41000", ""))
	id := o.put(o.input("mrr", "39000", "")).Value.ID
	saved, err := o.Withdraw(t.Context(), id, "Ada", Screen)
	if err != nil || !saved.New || o.says(saved) != "MRR has no value for November" || saved.Reading.Has {
		t.Fatalf("withdrawn: %+v, %v", saved, err)
	}
	if again, err := o.Withdraw(t.Context(), saved.Value.ID, "Bob", Screen); err != nil || again.New || again.Value.ID != saved.Value.ID {
		t.Errorf("withdrawn again: %+v, %v", again, err)
	}
	if back, err := o.Undo(t.Context(), saved.Value.ID, ""); err != nil || o.says(back) != "MRR €39,000 for November · below" {
		t.Errorf("undone: %q, %v", o.says(back), err)
	}
}

func TestUndoAndWithdraw_RefuseAfterANewerValue(t *testing.T) {
	o := newOffice(t)
	mine := o.put(o.input("mrr", "41000", "")).Value.ID
	theirs := o.input("mrr", "39000", "")
	theirs.By = "Bob"
	o.put(theirs)
	if _, err := o.Undo(t.Context(), mine, "Ada"); !errors.Is(err, ErrNotInForce) {
		t.Errorf("undo: %v", err)
	}
	if _, err := o.Withdraw(t.Context(), mine, "Ada", Screen); !errors.Is(err, ErrNotInForce) {
		t.Errorf("withdraw: %v", err)
	}
	if rows := o.rows("mrr"); len(rows) != 2 || rows[0].Number != 39000 {
		t.Errorf("the newer value did not stay: %+v", rows)
	}
}

// What is done is told as done, also where there is little to tell.
func TestUndo_OfWhatTheBoardDoesNotKnow(t *testing.T) {
	o := newOffice(t)
	st, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	day := kpi.At{Day: kpi.DateOf(noon)}
	rows, err := st.Put(t.Context(),
		store.Value{KPI: "gone", Value: kpi.Value{At: day, Number: 1}},
		store.Value{KPI: "orders", Value: kpi.Value{At: day, Number: 1}}) // hourly, and says no hour
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"gone of 2026-11-21 has no value", "orders of 2026-11-21 has no value"} {
		saved, err := o.Undo(t.Context(), rows[i].ID, "")
		if err != nil || o.says(saved) != want || saved.Reading != nil {
			t.Fatalf("undone: %+v, %v", saved, err)
		}
		again, err := o.Undo(t.Context(), saved.Value.ID, "")
		if err != nil || again.Value.Number != 1 || o.says(again) == want {
			t.Errorf("undone again: %+v, %v", again, err)
		}
	}
}
