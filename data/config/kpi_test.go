package config_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	. "kpiwall/data/config"

	"kpiwall/data/kpi"
)

func TestParse_ReadsEveryKeyOfAKPI(t *testing.T) {
	c := mustParse(t, `[kpi.reply]
name = "First reply"
definition = """
From the question
to our answer."""
source = "help desk"
owner = "Head of support"
objective = "Customers stay"
kind = "leading"
drives = "churn"
why = "They leave after five minutes"
every = "quarter"
combine = "mean"
format = "duration"
decimals = 1
prefix = "~ "
suffix = " min"
target = { max = 300 }
tolerance = 5
stale_after = "1d12h"
note_when_off = true
`)
	want := kpi.KPI{
		ID: "reply", Name: "First reply", Definition: "From the question to our answer.", Source: "help desk",
		Owner: "Head of support", Objective: "Customers stay", Leads: kpi.Leading, Drives: "churn",
		Why: "They leave after five minutes", Every: kpi.Quarter, Combine: kpi.Mean,
		Format:     kpi.Format{Style: kpi.Duration, Decimals: 1, Prefix: "~ ", Suffix: " min"},
		StaleAfter: 36 * time.Hour, NoteWhenOff: true,
		Tolerance: kpi.Tolerance{Below: kpi.Margin{Amount: 5}, Above: kpi.Margin{Amount: 5}},
	}
	got := c.KPIs[0]
	if !slices.Equal(got.Targets, kpi.Plan{{Target: kpi.Target{Max: 300, HasMax: true}}}) {
		t.Errorf("Targets = %+v", got.Targets)
	}
	if got.Targets = nil; !sameKPI(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// sameKPI compares two KPIs without a plan.
func sameKPI(a, b kpi.KPI) bool {
	return len(a.Targets) == 0 && len(b.Targets) == 0 && a.Name == b.Name && a.ID == b.ID &&
		a.Definition == b.Definition && a.Source == b.Source && a.Owner == b.Owner && a.Objective == b.Objective &&
		a.Leads == b.Leads && a.Drives == b.Drives && a.Why == b.Why && a.Every == b.Every && a.Combine == b.Combine &&
		a.Format == b.Format && a.Tolerance == b.Tolerance && a.StaleAfter == b.StaleAfter && a.NoteWhenOff == b.NoteWhenOff
}

func TestParse_KeepsKPIsInTheOrderOfTheFile(t *testing.T) {
	c := mustParse(t, "kpi.z.every = \"day\"\n[kpi.m.target]\nmin = 1\n[kpi.a]\nevery = \"day\"\n[kpi.m]\nevery = \"day\"\n")
	if got := KPIIDs(c.KPIs); !slices.Equal(got, []string{"z", "m", "a"}) {
		t.Errorf("KPIs %q, want z m a", got)
	}
}

func TestParse_AcceptsANameOf200Characters(t *testing.T) {
	name := strings.Repeat("ü", 200)
	if got := mustParse(t, kpiWith(`name = "`+name+`"`)).KPI("a").Name; got != name {
		t.Errorf("Name = %q", got)
	}
}

func TestReadable_MakesANameOfAnID(t *testing.T) {
	for id, want := range map[string]string{
		"first_reply": "First reply", "mrr": "MRR", "eu.mrr-new": "Eu MRR new", "nps": "NPS", "a": "A", "_": "_", "5xx_rate": "5XX rate",
	} {
		if got := Readable(id); got != want {
			t.Errorf("Readable(%q) = %q, want %q", id, got, want)
		}
	}
}
