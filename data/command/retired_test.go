package command

import (
	"strings"
	"testing"
	"time"
)

func TestRetired_LeavesListAndCountsAndKeepsItsHistory(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "churn", "2.5", "--at", "2026-10")
	h.configure(strings.Replace(definition, "[kpi.churn]\n", "[kpi.churn]\nretired = 2026-11-20\n", 1))
	if out := h.run(Done, "list"); strings.Contains(out, "churn") {
		t.Errorf("list has\n%s", out)
	}
	contains(t, h.run(Done, "list", "--as-of", "2026-11-20"), "churn", "2.5%")
	contains(t, h.run(Done, "list", "--all"), "churn", "2.5%", "retired after 2026-11-20")
	contains(t, h.run(Done, "list", "--all", "--json"), `"retired": "2026-11-20"`)
	contains(t, h.run(Done, "history", "churn"), "2.5%")
	contains(t, h.run(Done, "export"), "churn,2.5")
	contains(t, h.run(Done, "check"), "3 KPIs on 1 page")
}

func TestRetired_TakesNoValueOfALaterPeriod(t *testing.T) {
	h := newHome(t, true)
	h.configure(strings.Replace(definition, "[kpi.churn]\n", "[kpi.churn]\nretired = 2026-10-20\n", 1))
	h.run(Failed, "put", "churn", "2.5")
	contains(t, h.err, "Churn takes no values after 2026-10-20", "retired in the config")
	file := h.write("v.csv", "date,kpi,value\n2026-09-30,churn,2.4\n2026-11-30,churn,2.5\n")
	h.run(Failed, "import", file)
	contains(t, h.err, "v.csv:3:1: Churn takes no values after 2026-10-20")
	h.run(Failed, "import", "--partial", file)
	contains(t, h.run(Done, "export"), "2026-09-30,churn,2.4")
	h.now = h.now.Add(-30 * 24 * time.Hour)
	h.run(Done, "put", "churn", "2.5", "--at", "2026-10")
}
