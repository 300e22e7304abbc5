package command

import (
	"database/sql"
	"strings"
	"testing"
	"time"
)

func TestUndo_GoesBackTwiceAndRedoForwardAgain(t *testing.T) {
	h := newHome(t, true)
	h.run(Failed, "undo", "mrr")
	contains(t, h.err, "nothing of MRR is left to undo")
	h.run(Done, "put", "mrr", "41000")
	h.run(Done, "put", "mrr", "39000")
	contains(t, h.run(Done, "undo", "mrr"), "undone: MRR of 2026-11-21 was €39,000 and is €41,000 again · November: on target")
	contains(t, h.run(Done, "undo", "mrr"), "was €41,000 and has no value now · November: no value")
	h.run(Failed, "undo", "mrr")
	contains(t, h.run(Done, "redo", "mrr"), "redone: MRR of 2026-11-21 was – and is €41,000 again · November: on target")
	contains(t, h.run(Done, "redo", "mrr", "--by", "Ada"), "was €41,000 and is €39,000 again · November: below")
	h.run(Failed, "redo", "mrr")
	contains(t, h.err, "nothing of MRR is left to redo")

	h.run(Done, "put", "mrr", "1", "--at", "2026-10") // recorded later, of an earlier month
	contains(t, h.run(Done, "undo", "mrr"), "MRR of 2026-10-31 was €1 and has no value now · October: no value")
	contains(t, h.run(Done, "list"), "€39,000")
}

// "is 5 again · below" of a period of 35 would read as if 5 were below.
func TestUndo_SaysWhatThePeriodComesTo(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "visits", "30", "--at", "2026-11-19")
	h.run(Done, "put", "visits", "5", "--at", "2026-11-20")
	h.run(Done, "put", "visits", "12", "--at", "2026-11-20")
	contains(t, h.run(Done, "undo", "visits"), "was 12 and is 5 again · week 47: 35 · below")
	contains(t, h.run(Done, "undo", "visits"), "has no value now · week 47: 30 · below")
	contains(t, h.run(Done, "redo", "visits"), "is 5 again · week 47: 35 · below")
}

func TestUndo_TakesAWholeImportBackByItsNumber(t *testing.T) {
	h := newHome(t, true)
	h.run(Failed, "history", "--imports")
	contains(t, h.err, "nothing was imported or entered yet")
	h.run(Failed, "undo", "--import")
	contains(t, h.err, "no import is left to undo")
	h.run(Done, "put", "mrr", "39000", "--at", "2026-10", "--by", "Bob")
	h.now = h.now.Add(time.Hour)
	first := h.write("first.csv", "date,mrr,churn\n2026-09-30,41000,2\n2026-10-31,42000,2.1\n")
	h.run(Done, "import", first)
	h.run(Done, "import", h.write("second.csv", "date,mrr\n2026-08-31,40500\n"))
	lines := strings.Split(h.run(Done, "history", "--imports"), "\n")
	contains(t, lines[0], "number", "recorded", "values")
	contains(t, lines[1], "3", "2026-11-21 13:00", "import", "second.csv", "1")
	contains(t, lines[2], "2", "import", "first.csv", "4")
	contains(t, lines[3], "1", "2026-11-21 12:00", "entered", "Bob")

	h.run(Done, "put", "churn", "2.5", "--at", "2026-09-30") // recorded since
	contains(t, h.run(Done, "undo", "--import", "--by", "Ada"), "undone: 1 value of", "second.csv", "number 3")
	contains(t, h.run(Done, "undo", "--import"), "undone: 3 values of", "first.csv", "1 value was recorded anew since, and stays: Churn of 2026-09-30")
	contains(t, h.run(Done, "history", "--imports"), "first.csv", "3 undone")
	if exported := h.run(Done, "export"); !strings.Contains(exported, "2026-10-31,mrr,39000") || strings.Contains(exported, "41000") || !strings.Contains(exported, "2026-09-30,churn,2.5") {
		t.Errorf("stands:\n%s", exported)
	}
	h.run(Failed, "undo", "--import", "2")
	h.run(Failed, "undo", "--import", "99")
	contains(t, h.err, "no import or round 99")
	contains(t, h.run(Done, "redo", "--import=3"), "redone: 1 value of", "second.csv")
	contains(t, h.run(Done, "redo", "--import"), "redone: 3 values of", "first.csv")
	h.run(Failed, "redo", "--import")
	h.run(Failed, "undo", "--import", "#1")
	contains(t, h.err, "all values of import 1 were recorded anew since, and stay")
}

func TestWithdraw_TakesBackWhatAProgramHasDatedFarAhead(t *testing.T) {
	h := newHome(t, true)
	db, err := sql.Open("sqlite", DefaultPaths().Store)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("INSERT INTO observation(kpi, at, value) VALUES ('mrr', '2062-11-21', 41000), ('mrr', '9999-12-31', 1)"); err != nil {
		t.Fatal(err)
	}
	contains(t, h.run(Done, "withdraw", "mrr", "--at", "Nov 2062"), "withdrawn: ", "November 2062")
	contains(t, h.run(Done, "withdraw", "mrr", "--at", "9999-12-31"), "withdrawn: ", "December 9999")
	if list := h.run(Done, "list"); strings.Contains(list, "future") {
		t.Errorf("not withdrawn:\n%s", list)
	}
	h.run(Failed, "put", "mrr", "41000", "--at", "2062-11-21")
}

func TestWithdraw_TakesBackAPeriodOrADayOfIt(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "visits", "15", "--at", "2026-11-18")
	h.run(Done, "put", "visits", "8", "--at", "2026-11-19")
	h.run(Done, "put", "visits", "7", "--at", "2026-11-20")
	contains(t, h.run(Done, "withdraw", "visits", "--at", "18 Nov"), "withdrawn: ", "15 for week 47")
	h.run(Failed, "withdraw", "visits", "--at", "2026-11-18")
	contains(t, h.err, "Visits has no value there to withdraw", "kpiwall history visits")
	contains(t, h.run(Done, "withdraw", "visits", "--at", "this week", "--by", "Ada"), "no value for week 47", "(2 values)")
	for range 2 {
		contains(t, h.run(Done, "undo", "visits"), "is 7 again", "(2 values)")
		contains(t, h.run(Done, "list"), "Visits", "15")
		contains(t, h.run(Done, "redo", "visits"), "no value", "(2 values)")
	}
	contains(t, h.run(Done, "undo", "visits"), "is 7 again", "(2 values)")
	contains(t, h.run(Done, "undo", "visits"), "is 15 again", "week 47: ")
	h.run(Failed, "withdraw", "visits", "--at", "Oct 2026")
	contains(t, h.err, "last week, W47 or 2026-W47")
}
