package finding

import "testing"

func TestSort_PutsTheWorstFirstAndKeepsTheOrderOfEquals(t *testing.T) {
	fs := []Finding{
		{Severity: Warning, Code: "backup.old"},
		{Severity: Danger, Code: "store.damaged"},
		{Severity: Warning, Code: "clock.behind"},
		{Severity: Note, Code: "kpi.unused"},
	}
	Sort(fs)
	var got string
	for _, f := range fs {
		got += f.Code + " "
	}
	if want := "store.damaged backup.old clock.behind kpi.unused "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if Worst(fs) != Danger || Worst(nil) != Fine {
		t.Error(Worst(fs), Worst(nil))
	}
}
