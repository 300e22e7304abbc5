package config

import "testing"

func TestProblem_SaysWhereAsFarAsItIsKnown(t *testing.T) {
	rows := []struct {
		problem      Problem
		error, short string
	}{
		{Problem{File: "/etc/c.toml", Line: 3, Column: 7, Key: "stay", Message: "is odd"}, "/etc/c.toml:3:7: stay: is odd", "c.toml line 3: stay: is odd"},
		{Problem{File: "c.toml", Message: "is empty"}, "c.toml: is empty", "c.toml: is empty"},
		{Problem{File: "c.toml", Key: "screen.theme", Message: "is unknown"}, "c.toml: screen.theme: is unknown", "c.toml: screen.theme: is unknown"},
	}
	for _, row := range rows {
		if got := row.problem.Error(); got != row.error {
			t.Errorf("Error = %q, want %q", got, row.error)
		}
		if got := row.problem.Short(); got != row.short {
			t.Errorf("Short = %q, want %q", got, row.short)
		}
	}
}

func TestProblems_ReportThemselvesInFullAndInShort(t *testing.T) {
	ps := Problems{
		{File: "c.toml", Line: 1, Column: 2, Message: "a", Excerpt: " x\n ^"},
		{File: "c.toml", Line: 2, Column: 1, Message: "b"},
	}
	if got, want := ps.Error(), "c.toml:1:2: a\nc.toml:2:1: b"; got != want {
		t.Errorf("Error = %q, want %q", got, want)
	}
	if got, want := ps.Report(), "c.toml:1:2: a\n     x\n     ^\nc.toml:2:1: b"; got != want {
		t.Errorf("Report = %q, want %q", got, want)
	}
	if got, want := ps.Short(), "c.toml line 1: a (and 1 more)"; got != want {
		t.Errorf("Short = %q, want %q", got, want)
	}
	if got, want := ps[:1].Short(), "c.toml line 1: a"; got != want {
		t.Errorf("Short = %q, want %q", got, want)
	}
}

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
		if p := c.Problem(key, "is odd"); p.Line != line || p.Key != key || p.File != "c.toml" || (p.Excerpt == "") != (line == 0) {
			t.Errorf("%s: got %+v, want line %d", key, p, line)
		}
	}
}

func TestConfigProblem_WorksOnAConfigThatWasNotParsed(t *testing.T) {
	if got, want := (&Config{}).Problem("screen.theme", "is odd").Key, "screen.theme"; got != want {
		t.Errorf("Key = %q, want %q", got, want)
	}
}
