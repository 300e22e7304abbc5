package config_test

import (
	"slices"
	"testing"

	"kpiwall/data/kpi"
)

const goals = `[page.okr]
title = "Objectives"
objectives = true
[kpi.a]
every = "month"
objective = "Grow"
goal = { from = 7.25, to = 1, start = 2026-10-01, by = "2026-12-31", path = [{ on = 2026-11-01, value = 5 }] }
[kpi.b]
every = "week"
[kpi.c]
every = "day"
goal = { from = 1, to = 2, start = 2026-10-01, by = 2026-12-31 }
[kpi.d]
every = "month"
objective = "Grow"
format = "duration"
goal = { from = "9:00", to = "4:00", start = 2026-10-01, by = 2026-12-31 }
[kpi.e]
every = "month"
objective = "Last"
goal = { from = 1, to = 2, start = 2026-10-01, by = 2026-12-31 }
`

func TestParse_ReadsGoals(t *testing.T) {
	c := mustParse(t, goals)
	g := c.KPI("a").Goal
	if g == nil || g.From != 7.25 || g.To != 1 || g.Start.String() != "2026-10-01" || g.By.String() != "2026-12-31" || len(g.Path) != 1 ||
		g.Path[0] != (kpi.Waypoint{On: kpi.Date{Year: 2026, Month: 11, Day: 1}, Value: 5}) {
		t.Errorf("a is %+v", g)
	}
	if c.KPI("a").Format.Decimals != 2 || c.KPI("d").Goal.From != 540 || c.KPI("b").Goal != nil {
		t.Errorf("a has %d decimals, d goes from %v", c.KPI("a").Format.Decimals, c.KPI("d").Goal.From)
	}
}

func TestParse_MakesPagesOfObjectives(t *testing.T) {
	c := mustParse(t, goals)
	if len(c.Pages) != 2 || c.Pages[0].ID != "okr" || c.Pages[1].ID != "okr-2" || c.Pages[1].Title != "Objectives" || !c.Pages[0].Rows {
		t.Fatalf("the pages are %+v", c.Pages)
	}
	first, second := c.Pages[0], c.Pages[1]
	if !slices.Equal(first.Tiles, []string{"a", "d", "c"}) || first.Groups[0].Title != "Grow" || first.Groups[1].Title != "" {
		t.Errorf("the first page is %+v", first)
	}
	if !slices.Equal(second.Tiles, []string{"e"}) || second.Groups[0].Title != "Last" {
		t.Errorf("the second page is %+v", second)
	}
}
