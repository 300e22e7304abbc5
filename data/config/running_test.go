package config_test

import (
	"strings"
	"testing"
	"time"

	. "kpiwall/data/config"

	"kpiwall/data/kpi"
)

// one parses a board of one KPI x, with lines before it and in it.
func one(t *testing.T, board, lines string) (*Config, error) {
	t.Helper()
	return Parse("config.toml", []byte(board+"\n[kpi.x]\n"+lines+"\n"))
}

func TestRunning_DefaultsByRhythm(t *testing.T) {
	for _, row := range []struct {
		board, lines string
		want         kpi.Rule
		ends         time.Duration
	}{
		{"", `every = "week"` + "\n" + `combine = "sum"`, kpi.Pace, 17 * time.Hour},
		{"", `every = "year"` + "\n" + `combine = "sum"`, kpi.Pace, 17 * time.Hour},
		{"", `every = "day"` + "\n" + `combine = "sum"`, kpi.Open, 17 * time.Hour},
		{"", `every = "hour"` + "\n" + `combine = "sum"`, kpi.Open, 17 * time.Hour},
		{"", `every = "week"`, kpi.Whole, 17 * time.Hour},
		{"", `every = "week"` + "\n" + `combine = "mean"`, kpi.Whole, 17 * time.Hour},
		{`day_ends = "18:30"`, `every = "week"` + "\n" + `combine = "sum"` + "\n" + `running = "open"`, kpi.Open, 18*time.Hour + 30*time.Minute},
		{`day_ends = "18:30"`, `every = "week"` + "\n" + `combine = "sum"` + "\n" + `day_ends = "24:00"`, kpi.Pace, 24 * time.Hour},
	} {
		c, err := one(t, row.board, row.lines)
		if err != nil {
			t.Fatal(err)
		}
		if k := c.KPI("x"); k.Running != row.want || k.DayEnds != row.ends {
			t.Errorf("%q %q: rule %v, day ends %v; want %v, %v", row.board, row.lines, k.Running, k.DayEnds, row.want, row.ends)
		}
	}
}

func TestRunning_RefusesWhatMakesNoSense(t *testing.T) {
	for _, lines := range []string{
		`every = "week"` + "\n" + `running = "pace"`,
		`every = "day"` + "\n" + `combine = "sum"` + "\n" + `running = "pace"`,
		`every = "week"` + "\n" + `combine = "sum"` + "\n" + `running = "paces"`,
		`every = "week"` + "\n" + `day_ends = "17:00"`,
		`every = "week"` + "\n" + `combine = "sum"` + "\n" + `day_ends = "5 pm"`,
		`every = "week"` + "\n" + `combine = "sum"` + "\n" + `day_ends = "00:00"`,
		`every = "week"` + "\n" + `combine = "sum"` + "\n" + `day_ends = 17`,
		`every = "day"` + "\n" + `entered = "day"`,
		`every = "month"` + "\n" + `entered = "week"`,
		`every = "month"` + "\n" + `change = "percent"`,
	} {
		if _, err := one(t, "", lines); err == nil {
			t.Errorf("%q is accepted", lines)
		}
	}
	if _, err := one(t, `year_named = "both"`, `every = "month"`); err == nil {
		t.Error("a third way to name a year is accepted")
	}
}

func TestConfig_ReadsHowYearsAndChangesAreTold(t *testing.T) {
	c, err := one(t, "year_starts = \"october\"\nyear_named = \"end\"", `every = "month"`+"\n"+`change = "amount"`+"\n"+`entered = "day"`)
	if err != nil {
		t.Fatal(err)
	}
	if k := c.KPI("x"); c.Calendar.YearNamed != kpi.NamedByEnd || !k.ChangeByAmount || !k.DueDaily {
		t.Errorf("%v, %+v", c.Calendar.YearNamed, k)
	}
}

func TestDecimals_FollowTheTargetsWhereTheyAreLeftOut(t *testing.T) {
	for lines, want := range map[string]kpi.Format{
		`target = { min = 40 }`:                   {},
		`target = { min = 4.4 }`:                  {Decimals: 1},
		`target = { min = 1800.50 }`:              {Decimals: 2}, // as it is written
		`target = { min = 0.0125 }`:               {Decimals: 2},
		`target = { min = 1_800.5, max = 2_000 }`: {Decimals: 1},
		"decimals = 0\ntarget = { min = 4.4 }":    {},
		"targets = [ { from = 2026-01-01, max = 3 }, { from = 2026-02-01, max = 2.50 } ]": {Decimals: 2},
		"format = \"compact\"\ntarget = { min = 1_450_000 }":                              {Style: kpi.Compact, Decimals: 2},
		"format = \"compact\"\ntarget = { min = 2_000_000 }":                              {Style: kpi.Compact},
		`format = "compact"`:                                 {Style: kpi.Compact, Significant: 3},
		"format = \"compact\"\ndecimals = 1":                 {Style: kpi.Compact, Decimals: 1},
		"format = \"duration\"\ntarget = { max = \"4:00\" }": {Style: kpi.Duration},
		"formula = \"m / n\"\ntarget = { min = 3 }":          {Decimals: 1}, // 0.5 is not 1
		"formula = \"m / n\"\ntarget = { max = 3_000 }":      {},
		"formula = \"m + n\"\ntarget = { min = 3 }":          {},
		"combine = \"mean\"\ntarget = { min = 4 }":           {Decimals: 1},
	} {
		c, err := one(t, "", "every = \"month\"\n"+lines+"\n[measure.m]\nevery = \"month\"\n[measure.n]\nevery = \"month\"")
		if err != nil {
			t.Fatal(err)
		}
		if got := c.KPI("x").Format; got != want {
			t.Errorf("%s: %+v, want %+v", strings.ReplaceAll(lines, "\n", "; "), got, want)
		}
	}
}

func TestLiteral_IsWhatTheFileSays(t *testing.T) {
	c, err := one(t, "", "every = \"month\"\ntargets = [ { from = 2026-01-01, max = 8.000 }, { from = 2026-02-01, max = 1_000 } ] # 3.5")
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"kpi.x.targets[0].max": "8.000", "kpi.x.targets[1].max": "1_000", "kpi.x.every": "", "kpi.x.name": ""} {
		if got := c.Literal(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}
