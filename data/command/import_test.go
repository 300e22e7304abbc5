package command

import (
	"fmt"
	"strings"
	"testing"
)

func TestImport_GroupsWhatIsAlike(t *testing.T) {
	h := newHome(t, true)
	var text strings.Builder
	text.WriteString("date,kpi,value\n2026-10,churn,lots\n")
	for i := range 2985 {
		fmt.Fprintf(&text, "2026-10,none,%d\n", i)
	}
	h.run(Failed, "import", h.write("values.csv", text.String()))
	contains(t, h.err, "lots", ":7:9: ", "… and 2,980 more like this", "fix the 2986 problems")
	if lines := strings.Count(h.err, "\n"); lines != 1+5+1+1 {
		t.Errorf("%d lines:\n%s", lines, h.err)
	}
}

func TestImport_SaysWhatItPassedOver(t *testing.T) {
	h := newHome(t, true)
	file := h.write("values.csv", "Report of October\n\nMonth,MRR,Region\n2026-09,n/a,APAC\n2026-10,42000,APAC\nTotal,42000,\n")
	for _, args := range [][]string{{"import", "--dry-run", file}, {"import", file}} {
		contains(t, h.run(Done, args...), "1 value of 1 KPI", "note: ", "line 3", `"Region"`, `"n/a"`, "line 6 is a total")
	}
}

func TestImport_TakesWhatTheFileDoesNotSay(t *testing.T) {
	for _, row := range []struct {
		name, text string
		args       []string
		want       string
		without    int // the status where nobody says so
	}{
		{"the decimal mark", "date,churn\n2026-10,1.378\n", []string{"--decimal", "point"}, "2026-10-31,churn,1.378,", Failed},
		{"the order of dates", "date,mrr\n3/4/2026,5\n", []string{"--dates", "dmy"}, "2026-04-03,mrr,5,", Done},
		{"a column by another name", "date,Umsatz\n2026-10,5\n", []string{"--column", "Umsatz=mrr"}, "2026-10-31,mrr,5,", Failed},
		{"a column of notes", "date,mrr,Why\n2026-10,5,fair\n", []string{"--column", "why=note"}, "2026-10-31,mrr,5,fair,", Done},
		{"a column to skip", "date,mrr,chrun\n2026-10,5,6\n", []string{"--skip-column", "chrun"}, "2026-10-31,mrr,5,", Failed},
		{"one of several regions", "date,Region,mrr\n2026-10,APAC,5\n2026-10,EMEA,6\n", []string{"--where", "Region=EMEA"}, "2026-10-31,mrr,6,", Failed},
		{"nothing to come", "date,mrr\n2026-10,5\n2027-10,6\n", []string{"--until", "today"}, "2026-10-31,mrr,5,", Failed},
	} {
		h := newHome(t, true)
		file := h.write("values.csv", row.text)
		h.run(row.without, "import", file)
		h.run(Done, append([]string{"import", file}, row.args...)...)
		if got := h.run(Done, "export"); !strings.Contains(got, row.want) {
			t.Errorf("%s: exported\n%s\nwithout %s", row.name, got, row.want)
		}
	}
}

const weekly = `
[import.weekly]
columns = { "Umsatz netto" = "mrr", Warum = "note" }
skip = ["chrun"]
where = { Region = "EMEA" }
decimal = "comma"
dates = "dmy"
until = "today"
sheet = "Export"
partial = true
`

func TestImport_ReadsAFileAsTheConfigKeepsIt(t *testing.T) {
	h := newHome(t, true)
	h.configure(definition + weekly)
	file := h.write("values.csv", "date;Region;Umsatz netto;Warum;chrun\n3/4/2026;EMEA;1.378;fair;1\n3/4/2026;APAC;5;;1\n3/12/2026;EMEA;6;;1\n3/5/2026;EMEA;lots;;1\n")
	h.run(Failed, "import", file)
	h.run(Failed, "import", "--as", "weekly", file) // it leaves one line out, and says so
	contains(t, h.err, "lots", "one problem")
	if got := h.run(Done, "export"); !strings.Contains(got, "2026-04-03,mrr,1378,fair,") || strings.Count(got, "\n") != 2 {
		t.Errorf("exported\n%s", got)
	}
	// What the command itself says goes before it.
	h.run(Failed, "import", "--as", "weekly", "--partial=false", file)
	contains(t, h.err, "nothing was recorded")
	h.run(Done, "import", "--as", "weekly", "--decimal", "point", "--dates", "mdy", "--where", "region=APAC", h.write("other.csv", "date,Region,Umsatz netto\n3/4/2026,APAC,1.378\n"))
	contains(t, h.run(Done, "export"), "2026-03-04,mrr,1.378,")
}

func TestImport_NamesTheKeptImportThatWasMeant(t *testing.T) {
	h := newHome(t, true)
	file := h.write("values.csv", goodFile)
	h.run(Failed, "import", "--as", "weekly", file)
	contains(t, h.err, "no [import.weekly]", "config.example.toml")
	h.configure(definition + weekly)
	h.run(Failed, "import", "--as", "weekley", file)
	contains(t, h.err, "no [import.weekley]", `did you mean "weekly"?`)
}

func TestImport_ReadsAWorkbook(t *testing.T) {
	h := newHome(t, true)
	const board = "../sheet/testdata/cases/us.toml"
	contains(t, h.run(Done, "import", "--config", board, "../sheet/testdata/workbooks/wide.xlsx"), "5 values of 2 KPIs", `read from sheet "Data"`)
	h.run(Failed, "import", "--config", board, "--sheet", "Dta", "../sheet/testdata/workbooks/wide.xlsx")
	contains(t, h.err, `no sheet "Dta"`, `"Data"`)
}

func TestImport_RefusesFlagsThatItDoesNotKnow(t *testing.T) {
	h := newHome(t, true)
	file := h.write("values.csv", goodFile)
	for _, args := range [][]string{{"--decimal", "dot"}, {"--dates", "ymd"}, {"--until", "soon"}, {"--column", "x"}, {"--where", "=5"}} {
		h.run(WrongUse, append([]string{"import", file}, args...)...)
		contains(t, h.err, args[0], `"`+args[1]+`"`)
	}
}

func TestImport_AFileWithoutValuesIsAProblem(t *testing.T) {
	h := newHome(t, true)
	h.run(Failed, "import", h.write("values.csv", "date,kpi,value\n"))
	contains(t, h.err, "no values below the header")
}
