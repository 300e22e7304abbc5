package command

import (
	"strings"
	"testing"
)

func TestCheck_SaysHowTheWallWritesEveryTarget(t *testing.T) {
	h := newHome(t, true)
	board := h.write("config.toml", `
timezone = "UTC"
locale = "de-DE"
language = "en"

[kpi.orders]
every = "month"
target = { max = 8.000 }

[kpi.wait]
every = "day"
format = "duration"
target = { max = 12 }

[kpi.reply]
every = "day"
format = "duration"
target = { max = "4:00" }

[kpi."eu.sales"]
every = "month"
format = "compact"
targets = [ { from = 2026-01-01, min = 1_450_000 }, { from = 2026-07-01, min = 2.500 } ]

[kpi.faults]
every = "week"
target = { max = 0 }
tolerance = "5%"
`)
	out := h.run(Done, "check", "--config", board)
	contains(t, out,
		"ok: orders: target ≤ 8,00\n", "ok: wait: target ≤ 0:12\n", "ok: reply: target ≤ 4:00\n",
		"ok: eu.sales: target ≥ 1,45M from 2026-01-01\n", "ok: eu.sales: target ≥ 2,5 from 2026-07-01\n",
		":8:12: kpi.orders.target.max: 8.000 means 8,00", "write thousands without a mark",
		":13:12: kpi.wait.target.max: 12 are seconds, shown as 0:12",
		`kpi."eu.sales".targets[1].min: 2.500 means 2,5`,
		"kpi.faults.target.max: a tolerance in percent of a bound of 0 has no effect",
	)
	if strings.Contains(out, "kpi.reply.target") {
		t.Errorf("a duration in quotes has a note:\n%s", out)
	}
	if strings.Index(out, "warning: ") > strings.Index(out, "note: ") || strings.Index(out, "note: ") > strings.Index(out, "ok: ") {
		t.Errorf("not the worst first:\n%s", out)
	}
}

func TestCheck_KnowsNoTrapsWhereAPointIsAPoint(t *testing.T) {
	h := newHome(t, true)
	board := h.write("config.toml", "timezone = \"UTC\"\n[kpi.a]\nevery = \"month\"\ntarget = { max = 8.000 }\ntolerance = \"5%\"\n")
	if out := h.run(Done, "check", "--config", board); strings.Contains(out, "decimal mark") || strings.Contains(out, "tolerance") {
		t.Errorf("%s", out)
	}
}
