package command

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// listedFindings reads what a command printed with --json.
func listedFindings(t *testing.T, out string) []found {
	t.Helper()
	var list []found
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatalf("%v in\n%s", err, out)
	}
	return list
}

func TestCheck_ListsProblemsAsJSON(t *testing.T) {
	h := newHome(t, true)
	bad := h.write("config.toml", strings.Replace(definition, "owner", "onwer", 1))
	list := listedFindings(t, h.run(Failed, "check", "--json", "--config", bad))
	if len(list) != 1 {
		t.Fatalf("listed %+v", list)
	}
	got := list[0]
	if got.Severity != "problem" || got.Code != "config.key.unknown" || got.Subject != "kpi.mrr.onwer" || got.File != bad || got.Line != 9 || got.Column != 1 ||
		got.Args["meant"] != "owner" || got.Text != "unknown key" || got.Remedy != `did you mean "owner"?` {
		t.Errorf("listed %+v", got)
	}
	contains(t, h.err, "1 problem found")
	for _, f := range listedFindings(t, h.run(Done, "check", "--json")) {
		if f.Severity == "problem" || f.Severity == "danger" || f.Text == "" {
			t.Errorf("of a good config: %+v", f)
		}
	}
}

func TestCheck_ListsTheWorstFirst(t *testing.T) {
	h := newHome(t, true)
	out := h.run(Done, "check")
	if last, first := strings.LastIndex(out, "warning: "), strings.Index(out, "note: "); last < 0 || last > first {
		t.Errorf("a warning stands below a note:\n%s", out)
	}
}

func TestDoctor_ListsTheWorstFirstAlsoAsJSON(t *testing.T) {
	t.Setenv("DISPLAY", "")
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "42000")
	if err := os.Truncate(DefaultPaths().Store, 9000); err != nil {
		t.Fatal(err)
	}
	list := listedFindings(t, h.run(Failed, "doctor", "--json"))
	if list[0].Severity != "danger" || list[0].Code != "store.damaged" || list[0].Remedy == "" || list[len(list)-1].Severity != "ok" {
		t.Errorf("listed %+v", list)
	}
	if out := h.run(Failed, "doctor"); !strings.HasPrefix(out, "danger: ") || !strings.Contains(out[strings.LastIndex(out[:len(out)-1], "\n"):], "ok: ") {
		t.Errorf("printed\n%s", out)
	}
}

func TestPrintFindings_WritesEveryKindOfArg(t *testing.T) {
	var out bytes.Buffer
	at := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	env := Env{Out: &out, speaker: &speaker{speech: words.English()}}
	err := env.report([]finding.Finding{{Code: "error", Args: finding.Args{
		"Why": "x", "KPIs": []string{"a"}, "ValuesOf": at, "Age": 90 * time.Second, "Day": kpi.Date{Year: 2026, Month: 11, Day: 21},
		"Cause": finding.Finding{Code: "store.full", Args: finding.Args{"KeyA": 1}},
	}}}, true)
	if err != nil {
		t.Fatal(err)
	}
	args := listedFindings(t, out.String())[0].Args
	var names []string
	for name := range args {
		names = append(names, name)
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "age cause day kpis values_of why" {
		t.Errorf("names %s", got)
	}
	cause := args["cause"].(map[string]any)
	if args["age"] != 90.0 || args["day"] != "2026-11-21" || args["values_of"] != "2026-11-21T09:00:00Z" || cause["text"] != "disk is full" {
		t.Errorf("args %v", args)
	}
}
