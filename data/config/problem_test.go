package config_test

import (
	"testing"

	. "kpiwall/data/config"
)

func TestConfigProblem_StandsAtTheKeyOrTheNearestTable(t *testing.T) {
	c := mustParse(t, small)
	for key, line := range map[string]int{
		"screen.inset":           3,
		"screen.theme":           2,
		`kpi."eu.mrr".target`:    11,
		`kpi."eu.mrr".every`:     10,
		`kpi."eu.mrr".tolerance`: 9,
		"page.sales.tiles":       19,
		"kpi.mrr.targets.from":   5,
		"locale":                 0,
		"":                       0,
	} {
		if f := c.Problem(key, "test.odd", nil); f.Place.Line != line || f.Subject != key || f.Place.File != "c.toml" || (f.Place.Excerpt == "") != (line == 0) {
			t.Errorf("%s: got %+v, want line %d", key, f, line)
		}
	}
}

func TestConfigProblem_WorksOnAConfigThatWasNotParsed(t *testing.T) {
	if got, want := (&Config{}).Problem("screen.theme", "test.odd", nil).Subject, "screen.theme"; got != want {
		t.Errorf("Subject = %q, want %q", got, want)
	}
}
