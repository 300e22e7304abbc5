package record_test

import (
	"fmt"
	"testing"

	. "kpiwall/data/record"
)

func TestPut_SaysWhatIsDoubtful(t *testing.T) {
	o := newOffice(t)
	for _, at := range []string{"2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30"} {
		if saved := o.put(o.input("churn", "2.1", at)); len(saved.Doubts) > 0 {
			t.Errorf("%s: %+v", at, saved.Doubts)
		}
	}
	slip := o.put(o.input("churn", "21", ""))
	if !Doubted(slip.Doubts, Unusual) || !Doubted(slip.Doubts, NoteWanted) {
		t.Errorf("a slip, without a note: %+v", slip.Doubts)
	}
	if again := o.put(o.input("churn", "21", "")); len(again.Doubts) > 0 {
		t.Errorf("said again of what stands already: %+v", again.Doubts)
	}
	in := o.input("churn", "22", "")
	in.Note = "the big customer"
	if saved := o.put(in); len(saved.Doubts) > 0 {
		t.Errorf("with its reason: %+v", saved.Doubts)
	}
}

// A tenth of a sum is too little once its period is over, and minutes typed without
// a colon are seconds.
func TestPut_DoubtsATenthAndSecondsThatWereMinutes(t *testing.T) {
	o := newOffice(t)
	o.clock("2026-11-20 09:00")
	for day := 9; day < 20; day++ {
		o.put(o.input("sold", "2100", fmt.Sprintf("2026-11-%02d", day)))
		o.put(o.input("reply", "11:30", fmt.Sprintf("2026-11-%02d", day)))
	}
	for _, c := range []struct{ id, number, at, want string }{
		{"sold", "210", "", ""}, // the day has only begun
		{"sold", "210", "2026-11-06", Unusual},
		{"sold", "21000", "", Unusual},
		{"sold", "1900", "2026-11-05", ""},
		{"reply", "11", "", MinutesMeant},
		{"reply", "11s", "", Unusual},
		{"reply", "690", "", ""},
		{"reply", "12:10", "", ""},
	} {
		saved := o.put(o.input(c.id, c.number, c.at))
		got := ""
		if len(saved.Doubts) > 0 {
			got = saved.Doubts[0].Code
		}
		if got != c.want || len(saved.Doubts) > 1 {
			t.Errorf("%s %s of %q: doubts %+v, want %q", c.id, c.number, c.at, saved.Doubts, c.want)
		}
		if saved.New {
			if _, err := o.Undo(t.Context(), saved.Value.ID, ""); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestPreview_HasTheDoubtsThatPutThenHas(t *testing.T) {
	o := newOffice(t)
	for _, at := range []string{"2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30"} {
		o.put(o.input("churn", "2.1", at))
		o.put(o.input("visits", "50", at))
	}
	for _, c := range []struct{ id, number string }{{"churn", "2"}, {"churn", "21"}, {"churn", "0.021"}, {"visits", "5"}, {"visits", "500"}} {
		k := o.Config.KPI(c.id)
		p := o.Config.Calendar.Period(k.Every, o.now)
		in := o.input(c.id, c.number, "")
		_, before := Preview(o.Config, k, p, nil, Usual(o.stands(c.id), p), in, o.now)
		saved := o.put(in)
		if len(before) != len(saved.Doubts) {
			t.Errorf("%s %s: previewed %+v, said %+v", c.id, c.number, before, saved.Doubts)
		}
		if _, err := o.Undo(t.Context(), saved.Value.ID, ""); err != nil {
			t.Fatal(err)
		}
	}
}

// Of a sum that has one value a period a tenth is as odd as ten times as much; where
// several make it up, each of them is small.
func TestImport_DoubtsATenthOfASumWhereItIsTheWhole(t *testing.T) {
	o := newOffice(t)
	for month, last := range []string{"2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31"} {
		o.put(o.input("pages", "7000", last))
		for day := range 3 {
			o.put(o.input("calls", "2300", fmt.Sprintf("2026-%02d-%02d", month+5, day+4)))
		}
	}
	done, err := o.Import(t.Context(), Import{Name: "web.csv", Values: file(
		o.input("pages", "7200", "2026-09-30"), o.input("pages", "690", "2026-10-31"), o.input("pages", "710", "2026-11-20"),
		o.input("calls", "230", "2026-09-02"), o.input("calls", "210", "2026-09-03"),
	)})
	if err != nil {
		t.Fatal(err)
	}
	if d := done.Doubts; len(d) != 1 || d[0].Subject != "pages" || d[0].Args["Count"] != 1 || d[0].Args["At"] != "2026-10-31" {
		t.Errorf("doubts %+v, want one of October's", d)
	}
}
