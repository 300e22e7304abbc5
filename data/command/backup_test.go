package command

import (
	"os"
	"path/filepath"
	"testing"

	"kpiwall/data/store"
)

func TestBackup_SaysWhereAndRestorePutsItBack(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000")
	folder := store.BackupFolder(DefaultPaths().Store)
	made := filepath.Join(folder, "kpi-2026-11-21T120000.db")
	contains(t, h.run(Done, "backup"), "backed up 1 value: "+made)
	h.run(Failed, "backup")
	contains(t, h.err, "exists already")

	h.run(Done, "put", "mrr", "12")
	h.run(Done, "put", "visits", "3")
	out := h.run(Done, "restore", made)
	contains(t, out, "restored 1 value from "+made, "previous store: ", "kpi-replaced-2026-11-21T120000.db")
	list := h.run(Done, "list")
	contains(t, list, "€41,000")
	if _, err := os.Stat(made); err != nil {
		t.Error("the backup is gone")
	}
}

func TestBackup_GoesToAFileOrIntoAFolder(t *testing.T) {
	h := newHome(t, true)
	folder := t.TempDir()
	for _, to := range []string{folder, filepath.Join(folder, "mine.db")} {
		h.run(Done, "backup", to)
	}
	for _, name := range []string{"kpi-2026-11-21T120000.db", "mine.db"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestRestore_RefusesWhileAWallRuns(t *testing.T) {
	h := newHome(t, true)
	made := filepath.Join(t.TempDir(), "b.db")
	h.run(Done, "backup", made)
	lock, err := store.TakeLock(DefaultPaths().Store)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	h.run(Failed, "restore", made)
	contains(t, h.err, "close that wall")
	h.run(WrongUse, "restore")
	h.run(WrongUse, "backup", "a", "b")
}

func TestDoctor_FailsOnlyOnProblems(t *testing.T) {
	t.Setenv("DISPLAY", "")
	h := newHome(t, true)
	out := h.run(Done, "doctor")
	contains(t, out, "ok: config ", "ok: store ", "note: KPIs without any value: ")
	if err := os.Truncate(DefaultPaths().Store, 0); err != nil {
		t.Fatal(err)
	}
	contains(t, h.run(Failed, "doctor", "--full"), "problem: "+DefaultPaths().Store+": store is empty; ", "kpiwall restore")
	contains(t, h.err, "1 problem found")
}
