package command

import (
	"os"
	"strings"
	"testing"

	"kpiwall/data/config"
)

// configText returns the config, and what it was before the last add.
func (h *home) configText() (is, was string) {
	h.t.Helper()
	path := DefaultPaths().Config
	now, err := os.ReadFile(path)
	if err != nil {
		h.t.Fatal(err)
	}
	before, _ := os.ReadFile(config.BeforePath(path))
	return string(now), string(before)
}

func TestAdd_AppendsWhatTheFlagsSay(t *testing.T) {
	h := newHome(t, true)
	was, _ := h.configText()
	out := h.run(Done, "add", "--name", "First reply", "--every", "day", "--unit", "min", "--target", "<= 4", "--page", "all", "--combine", "mean")
	contains(t, out, "the tile will read: First reply · 3:24 min · on target · ≤ 4:00 min\n", "added: First reply", "kpiwall put first_reply VALUE")
	is, before := h.configText()
	added, ok := strings.CutPrefix(is, was)
	if !ok || before != was {
		t.Fatalf("the file is\n%s\nbefore\n%s", is, before)
	}
	contains(t, added, "\n# First reply, added by `kpiwall add` on 2026-11-21.", `
[kpi.first_reply]
name = "First reply"
every = "day"
combine = "mean"
format = "duration"
suffix = " min"
`, "\ntarget = { max = \"4:00\" }\npage = \"all\"\n")
	for _, line := range strings.Split(added, "\n") {
		if len(line) > 100 {
			t.Errorf("a long line: %s", line)
		}
	}
	c := h.board()
	if got := strings.Join(c.Pages[0].Tiles, " "); got != "mrr churn visits first_reply" {
		t.Errorf("the page has %s", got)
	}
	h.run(Done, "put", "first_reply", "3:24")
	contains(t, h.run(Done, "list"), "3:24 min", "on target")
}

// The oracle is a table by hand: what is typed, what the file has, what the tile says.
func TestAdd_ReadsUnitsAndTargets(t *testing.T) {
	for _, row := range []struct{ unit, target, file, tile string }{
		{"%", ">= 75", "format = \"percent\"\n|target = { min = 75 }", "86% · on target · ≥ 75%"},
		{"$", ">= 1,450,000.50", "prefix = \"$\"\n|target = { min = 1450000.5 }", "≥ $1,450,000.5"},
		{"USD", "≤ 7", "prefix = \"USD \"\n|target = { max = 7 }", "USD 6"},
		{"days", "20..35", "suffix = \" days\"\n|target = { min = 20, max = 35 }", "on target · 20–35 days"},
		{"kr", "-5 .. 5", "suffix = \" kr\"\n|target = { min = -5, max = 5 }", "0 kr"},
		{"min", "<= 4:30", "target = { max = \"4:30\" }", "≤ 4:30 min"},
		{"min", "90 - 120", "target = { min = \"1:30:00\", max = \"2:00:00\" }", "1:45:00 min"},
		{"", "", "every = \"week\"\n", "X · 42 · no target"},
		{"", "<=0", "target = { max = 0 }", "0 · on target"},
	} {
		h := newHome(t, true)
		out := h.run(Done, "add", "--name", "X", "--every", "week", "--unit", row.unit, "--target", row.target)
		is, _ := h.configText()
		contains(t, out, row.tile)
		contains(t, is, strings.Split(row.file, "|")...)
	}
}

func TestAdd_ReadsTheNumbersOfTheBoard(t *testing.T) {
	h := newHome(t, true)
	h.configure(strings.Replace(definition, "en-US", "de-DE", 1))
	contains(t, h.run(Done, "add", "--name", "Ölpreis \"Brent\"", "--every", "week", "--unit", "€", "--target", "<= 1.450,50"), "≤ 1.450,5 €")
	is, _ := h.configText()
	contains(t, is, "[kpi.olpreis_brent]\nname = \"Ölpreis \\\"Brent\\\"\"\n", "suffix = \" €\"", "max = 1450.5 ", "hinzugefügt")
}

func TestAdd_RefusesAndChangesNothing(t *testing.T) {
	h := newHome(t, true)
	was, _ := h.configText()
	for _, row := range []struct {
		status int
		args   []string
		want   string
	}{
		{WrongUse, nil, "a KPI needs a name; give --name and --every"},
		{Failed, []string{"--name", "Churn", "--every", "day"}, "a measure \"churn\" already; choose another name"},
		{Failed, []string{"--name", "X"}, "--every: something has to be said; accepted: "},
		{Failed, []string{"--name", "X", "--every", "weak"}, `did you mean "week"?`},
		{Failed, []string{"--name", "X", "--every", "week", "--unit", ">= 80"}, `">= 80" is a number or a target, and no unit; write what`},
		{Failed, []string{"--name", "X", "--every", "week", "--unit", "≤4"}, "no unit"},
		{Failed, []string{"--name", "X", "--every", "week", "--unit", "70 .. 85"}, "no unit"},
		{Failed, []string{"--name", "X", "--every", "week", "--target", "40"}, `the target "40" does not say what is good; write <= 4`},
		{Failed, []string{"--name", "X", "--every", "week", "--target", "<= 1.234.5"}, "1.234.5"},
		{Failed, []string{"--name", "X", "--every", "week", "--target", "9..3"}, "min"},
		{Failed, []string{"--name", "X", "--every", "week", "--page", "al"}, `did you mean "all"?`},
		{Failed, []string{"--name", "X", "--every", "week", "--id", "A B"}, "A B"},
		{Failed, []string{"--name", " ", "--every", "week"}, "a name is a line of text"},
		{WrongUse, []string{"--from", "x.csv", "--name", "X"}, "leave the other flags out"},
		{WrongUse, []string{"--sheet", "x"}, "--from"},
		{WrongUse, []string{"X", "--name", "Y", "--every", "week"}, "the name is given twice"},
		{WrongUse, []string{"X", "--from", "x.csv"}, "leave the other flags out"},
	} {
		h.run(row.status, append([]string{"add"}, row.args...)...)
		contains(t, h.err, row.want)
	}
	if is, _ := h.configText(); is != was {
		t.Error("the file was changed")
	}
	h.run(Failed, "add", "--name", "X", "--every", "day", "--config", h.write("x", "")+"/none.toml")
}

func TestAdd_AsksUntilItIsAnswered(t *testing.T) {
	h := newHome(t, true)
	h.person, h.mayWarn = true, true
	h.in = "\nFirst reply\nsometimes\nday\n\nmin\n4\n<= 4\n\n\n"
	out := h.run(Done, "add")
	contains(t, out, "First reply · 3:24 min · on target", "added: First reply")
	contains(t, h.err, "What is it called, as the tile shows it? ", "How often is there a value? hour, day", "days or another (Enter: none)", "a name is a line of text", `"sometimes" is not known`, "does not say what is good", "On which page? all (Enter: all)", "Append it to ")
	is, _ := h.configText()
	contains(t, is, "[kpi.first_reply]", "page = \"all\"\n")
	h.in = "Second\nday\n\n\n\n\nn\n"
	h.run(Failed, "add")
	contains(t, h.err, "nothing was added")
	h.in = "Third\n"
	h.run(Failed, "add")
	contains(t, h.err, "no answer came")
	if now, _ := h.configText(); now != is {
		t.Error("what was not confirmed was added")
	}
}

func TestAdd_TakesANameAlone(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "add", "Second reply", "--every", "week")
	h.person, h.mayWarn = true, true
	h.in = "day\n\nmin\n<= 4\n\n\n"
	h.run(Done, "add", "First reply")
	if strings.Contains(h.err, "What is it called") {
		t.Errorf("asks for the name that it was given: %s", h.err)
	}
	is, _ := h.configText()
	contains(t, is, "[kpi.second_reply]", "[kpi.first_reply]")
}

func TestAdd_GivesAnEmptyBoardItsFirstKPI(t *testing.T) {
	h := newHome(t, false)
	h.run(Done, "init", "--empty")
	h.run(Failed, "add", "--name", "First", "--every", "day", "--page", "today")
	contains(t, h.err, `no page that could take it, and so not "today"; leave --page out`)
	h.run(Done, "add", "--name", "Takings", "--every", "day", "--combine", "sum")
	h.run(Done, "check")
	h.run(Done, "put", "takings", "12")
	contains(t, h.run(Done, "list"), "Takings", "12")
}

const sheetOfABakery = "Datum;Takings (€);Customers;Remark;MRR\n02.11.2026;1.812,50 ;140;fine;1\n09.11.2026;1.734,00;133;;2\n16.11.2026;1.901,25;151;rain;3\n"

func TestAdd_ProposesKPIsFromTheColumnsOfAFile(t *testing.T) {
	h := newHome(t, true)
	file := h.write("values.csv", sheetOfABakery)
	contains(t, h.run(Done, "add", "--from", file), "kpiwall add --name Takings --every week --unit \"€\"\n", "kpiwall add --name Customers --every week\n")
	if strings.Contains(h.out, "Remark") || strings.Contains(h.out, "MRR") || strings.Contains(h.out, "Datum") {
		t.Errorf("proposed is\n%s", h.out)
	}
	h.person, h.mayWarn = true, true
	h.in = "\n\n\nsum\n\n>= 1,700\n\n" + "\nGuests\n\n\n\n\n\n"
	out := h.run(Done, "add", "--from", file)
	contains(t, out, "Takings · €1,955 · on target", "added: Takings, Guests", "kpiwall import --dry-run ", `--column "Customers=guests"`, `--column "Takings (€)=takings"`)
	contains(t, h.err, "as the tile shows it? (Enter: Takings)", "(Enter: week)", "(Enter: €)", `Add "Takings"? 3 values, the first 1.812,50, every week`)
	c := h.board()
	if k := c.KPI("takings"); k == nil || k.Combine.String() != "sum" || c.KPI("guests") == nil {
		t.Error("they are not there as they were wanted")
	}
	h.person = false
	h.run(Done, "import", file, "--yes", "--column", "Customers=guests", "--skip-column", "MRR")
	contains(t, h.run(Done, "list"), "1,901", "151")
}

func TestAdd_ProposesWhatAColumnOfKPIsNames(t *testing.T) {
	h := newHome(t, true)
	file := h.write("v.csv", "date,kpi,value\n2026-09,mrr,1\n2026-09,Seats,40\n2026-10,Seats,44\n2026-10,Mood,good\n")
	if out := h.run(Done, "add", "--from", file); out != "kpiwall add --name Seats --every month\n" {
		t.Errorf("proposed is %q", out)
	}
	h.run(Failed, "add", "--from", h.write("w.csv", "date,mrr\n2026-09,1\n"))
	contains(t, h.err, "no column of numbers that is not a KPI already")
	h.run(Failed, "add", "--from", "none.csv")
	contains(t, h.err, "none.csv")
}
