package command

import (
	"strings"
	"testing"
)

// renameMRR gives the KPI mrr the id arr in the config.
func (h *home) renameMRR() {
	h.configure(strings.NewReplacer("kpi.mrr", "kpi.arr", `"mrr"`, `"arr"`, `"MRR"`, `"ARR"`).Replace(definition))
}

func TestRename_MovesAHistoryAndTakesThatBack(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000", "--at", "2026-10")
	h.run(Done, "put", "mrr", "42000", "--at", "2026-10")
	h.renameMRR()
	contains(t, h.run(Done, "check"), "warning: mrr has 1 value in the store and is not in the config any more", "`kpiwall rename mrr arr`")
	contains(t, h.run(Done, "rename", "mrr", "arr"), "mrr is arr now, with 2 rows", "kpiwall rename --undo mrr")
	contains(t, h.run(Done, "list"), "€42,000")
	contains(t, h.run(Done, "history", "arr"), "€41,000", "called \"mrr\" until ")
	if out := h.run(Done, "check"); strings.Contains(out, "rename") {
		t.Errorf("check says\n%s", out)
	}
	h.run(Failed, "put", "mrr", "5")
	contains(t, h.err, `"mrr" is called "arr" now`)
	h.run(Failed, "history", "mrr")
	contains(t, h.err, `"mrr" is called "arr" now`)
	h.run(Done, "undo", "arr")
	contains(t, h.run(Done, "list"), "€41,000")
	contains(t, h.run(Done, "rename", "--undo", "mrr"), "2 rows of arr are mrr again")
	contains(t, h.run(Done, "check"), "values of KPIs that the config does not: mrr") // arr keeps what was undone
}

func TestRename_NamesWhatIsStillWrittenUnderTheOldID(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000", "--at", "2026-09")
	h.renameMRR()
	h.run(Done, "rename", "mrr", "arr")
	h.configure(definition) // a program that knows the old id
	h.run(Done, "put", "mrr", "43000", "--at", "2026-10")
	h.renameMRR()
	h.execute("doctor")
	contains(t, h.out, "1 value came under mrr, which is called arr now; have the program", "kpiwall rename mrr arr")
	contains(t, h.run(Done, "rename", "mrr", "arr"), "with 1 row")
	contains(t, h.run(Done, "list"), "€43,000")
}

func TestRename_IsNamedWhereverTheOldIDIsWritten(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000", "--at", "2026-09")
	h.run(Done, "put", "churn", "2.5", "--at", "2026-10")
	h.renameMRR()
	h.run(Done, "rename", "mrr", "arr")
	for _, args := range [][]string{
		{"undo", "mrr"},
		{"redo", "mrr"},
		{"withdraw", "mrr", "--at", "2026-09"},
		{"import", h.write("rows.csv", "date,kpi,value\n2026-10,mrr,42000\n")},
		{"import", h.write("columns.csv", "date,mrr\n2026-10,42000\n")},
	} {
		h.run(Failed, args...)
		contains(t, h.err, `"mrr" is called "arr" now; use that id`)
	}
}

func TestRename_IsRememberedWhereSeveralIDsHaveGone(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000", "--at", "2026-09")
	h.run(Done, "put", "churn", "2.5", "--at", "2026-10")
	h.configure(strings.NewReplacer("kpi.mrr", "kpi.income", `"mrr"`, `"income"`, `"MRR"`, `"Income"`, "kpi.churn", "kpi.lost", `"churn"`, `"lost"`).Replace(definition))
	h.execute("doctor")
	contains(t, h.out, "`kpiwall rename OLD NEW` moves its history")
}

func TestRename_SaysWhatHasToBeDoneFirst(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000", "--at", "2026-10")
	h.run(Done, "put", "churn", "2.5", "--at", "2026-10")
	h.run(Failed, "rename", "mrr", "arr")
	contains(t, h.err, "no KPI \"arr\" in the config", "[kpi.arr]")
	h.run(Failed, "rename", "mrr", "churn")
	contains(t, h.err, "\"mrr\" is in the config still")
	h.renameMRR()
	h.run(Failed, "rename", "mrr", "churn")
	contains(t, h.err, "\"churn\" has 1 row of its own already", "--merge")
	h.run(Failed, "rename", "xyz", "arr")
	contains(t, h.err, "nothing of \"xyz\"", "doctor")
	h.run(Failed, "rename", "--undo", "mrr")
	contains(t, h.err, "no renaming of \"mrr\"")
	h.run(WrongUse, "rename", "mrr")
	h.run(WrongUse, "rename", "arr", "arr")
}
