package command

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// costs is a board with a computed KPI.
const costs = `timezone = "UTC"
[kpi.cac]
name = "Acquisition cost"
every = "month"
formula = "spend / customers"
prefix = "$"
target = { max = 3000 }
[measure.spend]
name = "Marketing spend"
every = "week"
combine = "sum"
prefix = "$"
[measure.customers]
name = "New customers"
every = "month"
combine = "sum"
`

// on runs a command on the board that a file defines.
func (h *home) on(config string, status int, args ...string) string {
	h.t.Helper()
	return h.run(status, append([]string{"--config", config}, args...)...)
}

func TestComputed_IsListedWithWhatItIsMadeFrom(t *testing.T) {
	h := newHome(t, true)
	config := h.write("config.toml", costs)
	contains(t, h.on(config, Done, "list"), "waits for Marketing spend, November (and 1 more)")
	h.on(config, Done, "import", h.write("values.csv", "date,kpi,value\n2026-10-06,spend,20000\n2026-10-20,spend,28000\n2026-10-31,customers,16\n2026-11-10,spend,1\n"))
	contains(t, h.on(config, Done, "list"), "cac  Acquisition cost  2026-10  $3,000  on target  ≤ $3,000")
	if strings.Contains(h.out, "Marketing spend") {
		t.Errorf("a measure is listed among the KPIs:\n%s", h.out)
	}
	contains(t, h.on(config, Done, "list", "--measures"), "spend      Marketing spend  2026-W46     $1\n", "customers  New customers    2026-10      16\n")
	var list []struct{ Formula any }
	if err := json.Unmarshal([]byte(h.on(config, Done, "list", "--json")), &list); err != nil {
		t.Fatal(err)
	}
	input := func(id string, value float64) any {
		return map[string]any{"id": id, "period": "2026-10", "value": value}
	}
	if want := (map[string]any{"inputs": []any{input("spend", 48000), input("customers", 16)}, "reason": "November still runs"}); !reflect.DeepEqual(list[0].Formula, want) {
		t.Errorf("formula is %v, want %v", list[0].Formula, want)
	}
}

func TestComputed_TakesNoValues(t *testing.T) {
	h := newHome(t, true)
	config := h.write("config.toml", costs)
	const refused = "Acquisition cost is computed, and no value of it is recorded; record spend, customers"
	for _, args := range [][]string{
		{"put", "cac", "7"},
		{"import", h.write("long.csv", "date,kpi,value\n2026-10-31,spend,1\n2026-10-31,cac,12\n")},
		{"import", h.write("wide.csv", "date,spend,Acquisition cost\n2026-10-31,1,12\n")},
		{"import", h.write("across.csv", "kpi,2026-10,2026-11\ncac,1,12\ncustomers,1,2\n")},
	} {
		h.mayWarn = true
		h.on(config, Failed, args...)
		contains(t, h.err, refused)
	}
	h.on(config, Failed, "history", "cac")
	contains(t, h.err, "nothing is recorded of Acquisition cost, which is computed; see the history of spend, customers")
	h.on(config, Failed, "withdraw", "cac", "--at", "2026-10")
	contains(t, h.err, "nothing is recorded of Acquisition cost, which is computed; see the history of spend, customers")
	h.on(config, Failed, "history", "spend")
	contains(t, h.err, "nothing was recorded of Marketing spend yet")
	contains(t, h.on(config, Done, "import", "--skip-column", "Acquisition cost", h.write("wide.csv", "date,spend,Acquisition cost\n2026-10-31,1,12\n")), "1 new")
	contains(t, h.on(config, Done, "put", "Marketing spend", "12k"), "saved: Marketing spend $12,000 for week 47 · measure")
	contains(t, h.on(config, Done, "history", "spend"), "$12,000")
}

func TestCheck_NotesWhatFormulasProbablyDoNotMean(t *testing.T) {
	for _, row := range []struct{ name, kpi, want string }{
		{"a share as a percentage", `formula = "spend / other"` + "\nformat = \"percent\"", "shows 0.45 % where 45 % is meant"},
		{"of percentages", `formula = "rate / rate"` + "\nformat = \"percent\"", "shows 0.45 % where 45 % is meant"},
		{"a percentage", `formula = "spend / other * 100"` + "\nformat = \"percent\"", ""},
		{"a hundred before", `formula = "100 * spend / other"` + "\nformat = \"percent\"", ""},
		{"a ratio", `formula = "spend / other"`, ""},
		{"the mean of percentages", `formula = "(rate + prev(rate)) / 2"` + "\nformat = \"percent\"", ""},
		{"money and hours", `formula = "spend + hours"`, "adds what is not alike: $ and h"},
		{"money and hours in a function", `formula = "max(spend, 2 * hours)"`, "adds what is not alike: $ and h"},
		{"money and percent", `formula = "spend - rate"`, "adds what is not alike: $ and %"},
		{"money an hour", `formula = "spend / hours + other / hours"`, ""},
		{"money and a number", `formula = "spend - 100"`, ""},
	} {
		h := newHome(t, true)
		config := h.write("config.toml", "[kpi.k]\nevery = \"month\"\n"+row.kpi+`
[measure.spend]
every = "month"
prefix = "$"
[measure.other]
every = "month"
prefix = "$"
[measure.hours]
every = "month"
suffix = " h"
[measure.rate]
every = "month"
format = "percent"
`)
		out := h.on(config, Done, "check")
		if noted := strings.Contains(out, "k.formula"); noted != (row.want != "") || !strings.Contains(out, row.want) {
			t.Errorf("%s: %s\nwants %q", row.name, out, row.want)
		}
	}
	h := newHome(t, true)
	contains(t, h.on(h.write("config.toml", costs+"[measure.idle]\nevery = \"day\"\n"), Done, "check"), "idle is in no formula", "1 KPI on 1 page")
}
