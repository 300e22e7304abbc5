package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kpiwall/data/store"
)

const goodFile = "date,kpi,value\n2026-10-31,mrr,41000\n2026-09-30,mrr,39000\n2026-10-31,churn,2.5\n"

func TestImport_RecordsAndSaysWhatBecameOfIt(t *testing.T) {
	h := newHome(t, true)
	file := h.write("values.csv", goodFile)
	if got, want := h.run(Done, "import", file), "imported: 3 values of 2 KPIs; 3 new, 0 corrected, 0 as before\n  `kpiwall undo --import 1` takes it back\n  Churn: 1 value, October 2026\n  MRR: 2 values, September 2026 to October 2026\n"; got != want {
		t.Errorf("printed %q, want %q", got, want)
	}
	contains(t, h.run(Done, "import", file), "0 new, 0 corrected, 3 as before")
	corrected := h.write("corrected.csv", strings.Replace(goodFile, "39000", "39500", 1))
	for _, args := range [][]string{{"import", "--dry-run", corrected}, {"import", corrected}} {
		contains(t, h.run(Done, args...), "0 new, 1 corrected, 2 as before", "corrected: MRR, September 2026: €39,000 → €39,500")
	}
	contains(t, h.run(Done, "list"), "€41,000")
}

func TestImport_ReadsStandardInput(t *testing.T) {
	h := newHome(t, true)
	h.in = goodFile
	contains(t, h.run(Done, "import", "-"), "3 values of 2 KPIs")
}

func TestImport_NamesEveryProblemAndRecordsNothing(t *testing.T) {
	h := newHome(t, true)
	good := h.write("good.csv", goodFile)
	bad := h.write("bad.csv", "date,kpi,value\n2026-10-31,mrr,1\n2026-10-31,mmr,1\n13/14/2026,mrr,1\n")
	h.run(Failed, "import", good, bad)
	contains(t, h.err, "bad.csv:3:12: ", "bad.csv:4:1: ", "nothing was recorded", "2 problems")
	if strings.Count(h.err, "\n") != 3 {
		t.Errorf("stderr has other lines than one a problem and the verdict:\n%s", h.err)
	}
	if got := h.run(Done, "export"); strings.Count(got, "\n") != 1 {
		t.Errorf("the good rows were recorded:\n%s", got)
	}
}

func TestImport_DryRunRecordsNothing(t *testing.T) {
	h := newHome(t, true)
	file := h.write("values.csv", goodFile)
	contains(t, h.run(Done, "import", "--dry-run", file), "would record: 3 values of 2 KPIs; 3 new", "nothing was recorded", "MRR: 2 values, September 2026 to October 2026")
	if got := h.run(Done, "export"); strings.Count(got, "\n") != 1 {
		t.Errorf("a dry run recorded:\n%s", got)
	}
	h.run(Failed, "import", "--dry-run", h.write("bad.csv", "date,kpi,value\n2026-10-31,mmr,1\n"))
}

func TestImport_NamesAFileThatCannotBeRead(t *testing.T) {
	h := newHome(t, true)
	for _, path := range []string{"/nowhere/values.csv", t.TempDir()} {
		h.run(Failed, "import", path)
		contains(t, h.err, path)
	}
}

func TestExport_ReadBackChangesNothing(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "import", h.write("values.csv", goodFile))
	h.run(Done, "put", "mrr", "42000", "--note", "two\nlines", "--by", "Zoë")
	h.run(Done, "put", "visits", "+5")
	before := h.run(Done, "export")
	contains(t, h.run(Done, "import", h.write("export.csv", before)), "5 values of 3 KPIs; 0 new, 0 corrected, 5 as before")
	if after := h.run(Done, "export"); after != before {
		t.Errorf("exported\n%s\nand after reading it back\n%s", before, after)
	}
}

func TestExport_LeavesOutWhatWasWithdrawn(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "1")
	h.run(Done, "undo", "mrr")
	if got := h.run(Done, "export"); strings.Count(got, "\n") != 1 {
		t.Errorf("exported %q", got)
	}
}

func TestExport_WritesAWholeFile(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "1")
	file := filepath.Join(t.TempDir(), "out.csv")
	if got := h.run(Done, "export", "mrr", "-o", file); got != "" {
		t.Errorf("printed %q as well", got)
	}
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), "2026-11-21,mrr,1") {
		t.Errorf("wrote %q (%v)", text, err)
	}
	h.run(Failed, "export", "-o", "/nowhere/out.csv")
	contains(t, h.err, "/nowhere/out.csv")
}

func TestExport_RefusesAKPIWithoutValues(t *testing.T) {
	h := newHome(t, true)
	h.run(Failed, "export", "mmr")
	contains(t, h.err, `"mmr"`)
}

// Values of a KPI that the configuration no longer has are exported, and
// reading them back asks for it.
func TestExport_KeepsWhatTheConfigurationForgot(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "1")
	other := h.write("config.toml", strings.NewReplacer("mrr", "arr", "MRR", "ARR").Replace(definition))
	text := h.run(Done, "export", "--config", other)
	contains(t, text, "mrr")
	h.run(Failed, "import", "--config", other, h.write("export.csv", text))
	contains(t, h.err, `no KPI "mrr"`)
}

// Rows a second through CSV and store; the design wants 40,000.
func BenchmarkImport(b *testing.B) {
	const days = 20_000
	var text strings.Builder
	text.WriteString("date,kpi,value\n")
	first := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := range days {
		for _, id := range []string{"mrr", "churn", "visits", "mrr2", "mrr3"} {
			fmt.Fprintf(&text, "%s,%s,%d.%02d\n", first.AddDate(0, 0, d).Format(time.DateOnly), id, d, d%100)
		}
	}
	definition := definition + "[kpi.mrr2]\nevery = \"day\"\n[kpi.mrr3]\nevery = \"day\"\n"
	dir := b.TempDir()
	path := filepath.Join(dir, "values.csv")
	conf := filepath.Join(dir, "config.toml")
	os.WriteFile(path, []byte(text.String()), 0o644)
	os.WriteFile(conf, []byte(definition), 0o644)
	n := 0
	for b.Loop() {
		n++
		db := filepath.Join(dir, fmt.Sprintf("%d.db", n))
		if err := store.Create(b.Context(), db); err != nil {
			b.Fatal(err)
		}
		env := Env{In: strings.NewReader(""), Out: b.Output(), Err: b.Output(), Now: time.Now}
		if status := Execute(b.Context(), New(env), []string{"--config", conf, "--store", db, "import", path}); status != Done {
			b.Fatal("import failed")
		}
	}
	b.ReportMetric(float64(5*days*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func TestExport_SafeIsForSpreadsheets(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000", "--note", "=1+1")
	contains(t, h.run(Done, "export"), ",41000,=1+1,")
	contains(t, h.run(Done, "export", "--safe"), ",41000,'=1+1,")
}
