package command

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestList_ShowsEveryKPIInOrderAndInWords(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "import", h.write("values.csv", "date,kpi,value\n2026-10-31,mrr,40000\n2026-11-20,mrr,42000\n2026-08-31,churn,5\n"))
	lines := strings.Split(h.run(Done, "list"), "\n")
	if len(lines) != 6 {
		t.Fatalf("%d lines, want a head and 4 KPIs:\n%s", len(lines)-1, h.out)
	}
	contains(t, lines[1], "mrr", "2026-11", "€42,000", "on target", "≥ €40,000", "+5.0%")
	contains(t, lines[2], "churn", "2026-08", "5.0%", "overdue (was above)")
	contains(t, lines[3], "visits", "–", "no value")
}

func TestList_JSONHoldsWhatTheTilesShow(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "import", h.write("values.csv", "date,kpi,value\n2026-10-31,mrr,40000\n2026-11-20,mrr,42000.5\n"))
	var list []map[string]any
	if err := json.Unmarshal([]byte(h.run(Done, "list", "--json")), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != 4 {
		t.Fatalf("%d objects, want 4", len(list))
	}
	for key, want := range map[string]any{
		"kpi": "mrr", "name": "MRR", "period": "2026-11", "value": 42000.5, "text": "€42,001",
		"status": "on target", "verdict": "on target", "target": "≥ €40,000", "at": "2026-11-20",
	} {
		if list[0][key] != want {
			t.Errorf("%s is %v, want %v", key, list[0][key], want)
		}
	}
	if list[1]["value"] != nil || list[1]["status"] != "no value" || list[1]["period"] != "" || list[1]["at"] != "" {
		t.Errorf("a KPI without a value is %v", list[1])
	}
}

func TestList_SaysHowFarARunningSumHasCome(t *testing.T) {
	h := newHome(t, true)
	h.now = time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC) // Tuesday
	h.run(Done, "import", h.write("values.csv", "date,kpi,value\n2026-11-16,visits,9\n2026-11-17,visits,9\n2026-11-23,visits,9\n2026-11-24,visits,9\n"))
	contains(t, h.run(Done, "list"), "18  on target so far  ≥ 16 by Tuesday · ≥ 40 by Sunday  no change")
	visits := h.listed(2)
	running, _ := visits["running"].(map[string]any)
	if running["until"] != "2026-11-24" || running["complete"] != false ||
		running["by_now"].(map[string]any)["min"] != 16.0 || running["whole"].(map[string]any)["min"] != 40.0 {
		t.Errorf("running is %v", running)
	}
	h.now = time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	contains(t, h.run(Done, "list"), "18  below     ≥ 40")
	if running, _ := h.listed(2)["running"].(map[string]any); running["complete"] != true || running["by_now"] != nil {
		t.Errorf("of a week that is over running is %v", running)
	}
	if _, has := h.listed(0)["running"]; has {
		t.Error("what is no sum has come somewhere")
	}
}

// listed returns the i-th object of list --json.
func (h *home) listed(i int) map[string]any {
	h.t.Helper()
	var list []map[string]any
	if err := json.Unmarshal([]byte(h.run(Done, "list", "--json")), &list); err != nil {
		h.t.Fatal(err)
	}
	return list[i]
}

func TestList_OfTodayIsAsOfToday(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "import", h.write("values.csv", "date,kpi,value\n2026-10-31,mrr,39000\n2026-11-30,mrr,42000\n2026-11-20,visits,45\n2026-11-20T10:00:00Z,orders,3\n"))
	if now, asOf := h.run(Done, "list"), h.run(Done, "list", "--as-of", "2026-11-21"); now != asOf {
		t.Errorf("today is\n%s\nand as of today\n%s", now, asOf)
	}
}

func TestList_AsOfKnowsWhatWasRecordedByThen(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "42000", "--at", "2026-11-30") // nine days ahead
	h.now = h.now.AddDate(0, 0, 9)
	h.run(Done, "put", "mrr", "43000", "--at", "2026-11-29")
	contains(t, h.run(Done, "list", "--as-of", "2026-11-22"), "€42,000", "2026-11")
	contains(t, h.run(Done, "list", "--as-of", "2026-11-20"), "no value")
}

func TestList_AsOfIsThePast(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "import", h.write("values.csv", "date,kpi,value\n2026-05-31,mrr,39000\n2026-06-30,mrr,42000\n"))
	contains(t, h.run(Done, "list", "--as-of", "2026-06-29"), "€39,000", "2026-05", "below")
	contains(t, h.run(Done, "list", "--as-of", "2026-06-30"), "€42,000", "2026-06", "on target")
	contains(t, h.run(Done, "list"), "€42,000", "overdue (was on target)")
}

func TestList_WarnsOfAValueInTheFuture(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "42000", "--at", "2026-12-01")
	contains(t, h.run(Done, "list"), "no value", "a value dated 2026-12-01 lies in the future")
}

func TestHistory_ShowsWhatWasReplacedAndWithdrawn(t *testing.T) {
	h := newHome(t, true)
	h.run(Failed, "history", "mrr")
	contains(t, h.err, "nothing was recorded")
	h.run(Done, "put", "mrr", "41000", "--by", "Ada", "--note", "first\nguess")
	h.now = h.now.Add(time.Hour)
	h.run(Done, "put", "mrr", "42000", "--by", "Bob")
	h.run(Done, "put", "mrr", "40000", "--at", "2026-10")
	lines := strings.Split(h.run(Done, "history", "mrr"), "\n")
	contains(t, lines[1], "2026-11-21", "€42,000", "2026-11-21 13:00", "Bob", "put")
	contains(t, lines[2], "€41,000", "replaced", "12:00", "Ada", "first guess")
	contains(t, lines[3], "2026-10-31", "€40,000")
	if got := strings.Count(h.run(Done, "history", "mrr", "-n", "1"), "\n"); got != 2 {
		t.Errorf("%d lines with -n 1, want the head and one row", got)
	}
	h.run(Done, "undo", "mrr")
	contains(t, h.run(Done, "history", "mrr"), "withdrawn")
}

// A correction by less than the wall shows is one all the same.
func TestHistory_HasAllDigits(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "visits", "44.6")
	h.run(Done, "put", "visits", "45.4")
	lines := strings.Split(h.run(Done, "history", "visits"), "\n")
	contains(t, lines[1], " 45.4 ")
	contains(t, lines[2], " 44.6 ", "replaced")
	contains(t, h.run(Done, "undo", "visits"), "was 45.4 and is 44.6 again")
}

func TestCheck_PassesAndGivesAdvice(t *testing.T) {
	h := newHome(t, true)
	out := h.run(Done, "check")
	contains(t, out, "config.toml: 4 KPIs on 1 page, no problems\n",
		"note: churn has no owner, no definition\n",
		"note: orders has no target, no owner, no definition\n", "warning: orders is on no page; add it to the tiles of a page\n")
	if advice, _, _ := strings.Cut(out, "ok: "); strings.Contains(advice, "mrr") {
		t.Errorf("advice on a KPI that has all:\n%s", out)
	}
}

func TestCheck_NamesManyKPIs(t *testing.T) {
	h := newHome(t, true)
	text := definition
	for i := range 9 {
		text += "[kpi.k" + string(rune('a'+i)) + "]\nevery = \"day\"\n"
	}
	contains(t, h.run(Done, "check", "--config", h.write("config.toml", text)), "note: 13 KPIs")
}

func TestCheck_PrintsProblemsWithTheirLines(t *testing.T) {
	h := newHome(t, true)
	bad := h.write("config.toml", strings.Replace(definition, "owner", "onwer", 1))
	h.run(Failed, "check", "--config", bad)
	contains(t, h.err, bad+":9:1: ", "onwer = \"Ada\"", "^", "owner")
	if h.out != "" {
		t.Errorf("stdout has %q", h.out)
	}
}

func TestInit_MakesWhatIsMissingAndNothingElse(t *testing.T) {
	h := newHome(t, false)
	p := DefaultPaths()
	contains(t, h.run(Done, "init"), "configuration created: "+p.Config, "store created: "+p.Store, "next: ")
	h.run(Done, "put", "open_tasks", "17")
	contains(t, h.run(Done, "init"), "configuration already there: "+p.Config, "store already there: "+p.Store)
	contains(t, h.run(Done, "list"), "17")
}

func TestInit_SaysWhereItMayNotWrite(t *testing.T) {
	h := newHome(t, false)
	file := h.write("file", "")
	h.run(Failed, "init", "--config", file+"/config.toml")
	contains(t, h.err, file)
}
