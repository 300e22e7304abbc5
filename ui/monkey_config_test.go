package ui

import (
	"strings"

	"kpiwall/data/config"
)

const monkeyPages = `
[page.two]
title = "Two"
stay = "5s"
tiles = ["mood", "cash"]
[page.three]
title = "Three"
private = true
tiles = ["mrr"]
[page.all]
style = "overview"
[motion]
takeover = "now"
celebrate = true
favour_trouble = true
drift = true
`

// editConfig saves another config: KPIs and pages left out, other definitions and
// rules.
func (m *monkey) editConfig() {
	source := m.whole
	for _, edit := range monkeyEdits {
		if m.r.IntN(6) == 0 {
			m.note("%q becomes %q", edit[0], edit[1])
			source = strings.ReplaceAll(source, edit[0], edit[1])
		}
	}
	if m.r.IntN(2) == 0 {
		rules := monkeyRules[m.r.IntN(len(monkeyRules))]
		m.note("%q", rules)
		source += rules
	}
	for _, id := range []string{"mrr", "churn", "leads", "tickets", "cash", "mood"} {
		if m.r.IntN(4) == 0 {
			m.note("without %s", id)
			source = withoutKPI(source, id)
		}
	}
	cfg, err := config.Parse("config.toml", []byte(source))
	if err != nil { // nothing is left: the board that stands stays
		return
	}
	m.source, m.cfg, m.desk.Config = source, cfg, cfg
	m.refresh()
	if m.r.IntN(10) == 0 {
		m.note("demo")
		demo := *m.board
		demo.Demo = true
		m.SetBoard(&demo)
	}
}

// monkeyEdits give KPIs another meaning, and the board another place.
var monkeyEdits = [][2]string{
	{`every = "week"`, `every = "day"`},
	{`every = "day"`, `every = "hour"`},
	{`suffix = " €"`, `format = "duration"`},
	{`judged = true`, `target = { min = 3 }`},
	{`target = { max = 20 }`, `judged = true`},
	{`combine = "sum"`, `combine = "mean"`},
	{`locale = "en-US"`, `locale = "de-DE"`},
	{`timezone = "UTC"`, `timezone = "America/Sao_Paulo"`},
	{`stay = "1h"`, `stay = "3s"`},
	{`private = true`, `hours = "09:00-17:00"`},
}

// monkeyRules say who may enter values, and when the wall sleeps.
var monkeyRules = []string{
	"[entry]\noff = true\n",
	"[entry]\nask_name = true\n",
	"[entry]\npin_hash = \"" + pinOf2468 + hashOf2468 + "\"\n",
	"[entry]\nask_name = true\npin_hash = \"" + pinOf2468 + hashOf2468 + "\"\n",
	"[store]\nrole = \"copy\"\n",
	"[sleep]\nawake = \"08:00-18:00\"\nscreen = \"black\"\n",
}

// withoutKPI returns a config without a KPI, and without the pages that had no other.
func withoutKPI(source, id string) string {
	var tables []string
	for _, table := range strings.Split(source, "\n[") {
		if strings.HasPrefix(table, "page.") {
			for _, form := range []string{`"` + id + `", `, `, "` + id + `"`, `"` + id + `"`} {
				table = strings.ReplaceAll(table, form, "")
			}
		}
		if !strings.HasPrefix(table, "kpi."+id+"]") && !strings.Contains(table, "tiles = []") {
			tables = append(tables, table)
		}
	}
	return strings.Join(tables, "\n[")
}
