package command

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"kpiwall/assets"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// board is what init has written.
func (h *home) board() *config.Config {
	h.t.Helper()
	c, err := config.Load(DefaultPaths().Config)
	if err != nil {
		h.t.Fatal(err)
	}
	return c
}

func TestInit_WritesAShortBoardOfADepartment(t *testing.T) {
	for _, department := range assets.Departments() {
		h := newHome(t, false)
		contains(t, h.run(Done, "init", "--department", department), "configuration created: ", "kpiwall add")
		c := h.board()
		if n := len(c.KPIs); n < 4 || n > 6 || len(c.Pages) != 1 || len(c.Pages[0].Tiles) != n {
			t.Errorf("%s: %d KPIs on %d pages", department, n, len(c.Pages))
		}
		if n := strings.Count(string(c.Source()), "\n"); n > 90 {
			t.Errorf("%s: %d lines are not short", department, n)
		}
		for _, k := range c.KPIs {
			if k.Definition == "" || utf8.RuneCountInString(k.Name) > 28 || !k.HasTarget() && !k.Judged {
				t.Errorf("%s: %s lacks a definition, a target or a short name", department, k.ID)
			}
			if !strings.Contains(string(c.Source()), ".\n[kpi."+k.ID+"]\n") {
				t.Errorf("%s: no comment above %s", department, k.ID)
			}
		}
	}
}

// What a short board promises is that nothing in it has to be looked up.
func TestInit_WritesABoardOfWhichNothingIsOdd(t *testing.T) {
	for _, args := range append([][]string{{"init"}}, departments()...) {
		h := newHome(t, false)
		h.run(Done, args...)
		for _, f := range advice(h.board()) {
			if f.Severity > finding.Note {
				t.Errorf("%v: %s %s", args, f.Code, f.Subject)
			}
		}
	}
}

func departments() (all [][]string) {
	for _, department := range assets.Departments() {
		all = append(all, []string{"init", "--department", department})
	}
	return all
}

func TestInit_WithoutAFlagShowsEachWayToWriteAKPI(t *testing.T) {
	h := newHome(t, false)
	h.run(Done, "init")
	c := h.board()
	var sum, atMost, percent, judged bool
	for _, k := range c.KPIs {
		sum = sum || k.Combine.String() == "sum"
		atMost = atMost || k.HasTarget() && k.Targets[0].HasMax
		percent = percent || k.Format.Style == kpi.Percent
		judged = judged || k.Judged
	}
	if !sum || !atMost || !percent || !judged {
		t.Errorf("sum %v, at most %v, percent %v, judged %v", sum, atMost, percent, judged)
	}
}

func TestInit_OfAnEmptyBoardWaitsForAdd(t *testing.T) {
	h := newHome(t, false)
	h.run(Done, "init", "--empty")
	h.run(Failed, "check")
	contains(t, h.err, "no KPI is defined", "kpiwall add")
}

func TestInit_LeavesABoardAloneThatSomebodyHas(t *testing.T) {
	h := newHome(t, true)
	h.run(Failed, "init", "--department", "support")
	contains(t, h.err, DefaultPaths().Config, "left as it is", "--config")
	if h.board().KPI("mrr") == nil {
		t.Error("the board is another")
	}
	other := h.write("x", "") + ".toml"
	h.run(Done, "init", "--department", "support", "--config", other)
	if _, err := os.Stat(other); err != nil {
		t.Error(err)
	}
}

func TestInit_RefusesWhatIsNoBoard(t *testing.T) {
	h := newHome(t, false)
	for args, want := range map[string]string{
		"--department suport":           `"suport"; did you mean "support"?`,
		"--department start":            "engineering",
		"--empty --example":             "each alone",
		"--example --department=people": "each alone",
	} {
		h.run(WrongUse, append([]string{"init"}, strings.Fields(args)...)...)
		contains(t, h.err, want)
	}
	if _, err := os.Stat(DefaultPaths().Config); err == nil {
		t.Error("a config was written")
	}
}
