package config_test

import (
	"slices"
	"testing"

	"kpiwall/data/kpi"
)

func TestParse_ReadsTargets(t *testing.T) {
	atLeast := func(v float64) kpi.Target { return kpi.Target{Min: v, HasMin: true} }
	atMost := func(v float64) kpi.Target { return kpi.Target{Max: v, HasMax: true} }
	jan, apr := kpi.Date{Year: 2026, Month: 1, Day: 1}, kpi.Date{Year: 2026, Month: 4, Day: 1}
	rows := []struct {
		name, lines string
		want        kpi.Plan
	}{
		{"none", "", nil},
		{"min", "target = { min = 95 }", kpi.Plan{{Target: atLeast(95)}}},
		{"max of zero", "target = { max = 0 }", kpi.Plan{{Target: atMost(0)}}},
		{"both", "target = { min = -2.5, max = 4 }", kpi.Plan{{Target: kpi.Target{Min: -2.5, Max: 4, HasMin: true, HasMax: true}}}},
		{"one point", "target = { min = 5, max = 5.0 }", kpi.Plan{{Target: kpi.Target{Min: 5, Max: 5, HasMin: true, HasMax: true}}}},
		{"dotted", "target.min = 1_000", kpi.Plan{{Target: atLeast(1000)}}},
		{"own table", "[kpi.a.target]\nmin = 1", kpi.Plan{{Target: atLeast(1)}}},
		{"duration", "target = { max = \"4:30\" }\nformat = \"duration\"", kpi.Plan{{Target: atMost(270)}}},
		{"duration in seconds", "format = \"duration\"\ntarget = { max = 270 }", kpi.Plan{{Target: atMost(270)}}},
		{
			"plan", "targets = [\n  { from = 2026-01-01, min = 1 }, # both ways to write a day\n  { min = 2, from = \"2026-04-01\" },\n]",
			kpi.Plan{{From: jan, Target: atLeast(1)}, {From: apr, Target: atLeast(2)}},
		},
		{
			"plan from the beginning", "targets = [{ min = 1 }, { from = 2026-04-01, min = 2 }]",
			kpi.Plan{{Target: atLeast(1)}, {From: apr, Target: atLeast(2)}},
		},
		{
			"plan in blocks", "[[kpi.a.targets]]\nfrom = 2026-01-01\nmin = 1\n[[kpi.a.targets]]\nfrom = 2026-04-01\nmax = 2",
			kpi.Plan{{From: jan, Target: atLeast(1)}, {From: apr, Target: atMost(2)}},
		},
	}
	for _, row := range rows {
		if got := mustParse(t, kpiWith(row.lines)).KPI("a").Targets; !slices.Equal(got, row.want) {
			t.Errorf("%s: got %+v, want %+v", row.name, got, row.want)
		}
	}
}

func TestParse_ReadsTolerances(t *testing.T) {
	share, amount := kpi.Margin{Amount: 0.05, Share: true}, kpi.Margin{Amount: 2}
	for lines, want := range map[string]kpi.Tolerance{
		"":                                      {},
		`tolerance = "5%"`:                      {Below: share, Above: share},
		`tolerance = "5 %"`:                     {Below: share, Above: share},
		"tolerance = 2":                         {Below: amount, Above: amount},
		`tolerance = { below = "5%" }`:          {Below: share},
		`tolerance = { below = 2, above = 2.0}`: {Below: amount, Above: amount},
		"tolerance = \"0:02\"\nformat = \"duration\"": {Below: amount, Above: amount},
		"tolerance = \"5%\"\nformat = \"duration\"":   {Below: share, Above: share},
	} {
		if got := mustParse(t, kpiWith(lines)).KPI("a").Tolerance; got != want {
			t.Errorf("%s: got %+v, want %+v", lines, got, want)
		}
	}
}
