package config_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	. "kpiwall/data/config"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

const measures = `
[measure.marketing_spend]
name = "Marketing spend"
definition = "All that is spent on marketing"
source = "Ledger"
owner = "Head of marketing"
every = "week"
combine = "sum"
prefix = "$"
[measure.new_customers]
every = "month"
combine = "sum"
[measure.sign-ups]
every = "day"
combine = "sum"
[measure.assets]
every = "year"
[kpi.mood]
every = "month"
judged = true
`

// computed is a board with a KPI of months whose formula is written as given.
func computed(written string) string {
	return "[kpi.cac]\nevery = \"month\"\nformula = " + written + "\n" + measures
}

func TestParse_ReadsFormulasAndMeasures(t *testing.T) {
	c := mustParse(t, computed(`"marketing_spend / new_customers + 'sign-ups'"`))
	k := c.KPI("cac")
	if got := k.Formula.Names(); !slices.Equal(got, []string{"marketing_spend", "new_customers", "sign-ups"}) {
		t.Errorf("the formula names %q", got)
	}
	m := c.Defined("marketing_spend")
	if !m.Measure || m.Name != "Marketing spend" || m.Every != kpi.Week || m.Combine != kpi.Sum || m.Running != kpi.Pace ||
		m.Format.Prefix != "$" || m.Owner != "Head of marketing" || m.Source != "Ledger" || m.Definition == "" {
		t.Errorf("%+v", m)
	}
	if c.KPI("marketing_spend") != nil || len(c.KPIs) != 2 || len(c.Measures) != 4 || len(c.Pages[0].Tiles) != 2 {
		t.Error("a measure is counted among the KPIs")
	}
	var all, recorded []string
	for k := range c.All {
		all = append(all, k.ID)
	}
	for k := range c.Recorded {
		recorded = append(recorded, k.ID)
	}
	if got, want := strings.Join(all, " "), "cac mood marketing_spend new_customers sign-ups assets"; got != want {
		t.Errorf("all are %q", got)
	}
	if got, want := strings.Join(recorded, " "), "mood marketing_spend new_customers sign-ups assets"; got != want {
		t.Errorf("recorded are %q", got)
	}
}

func TestParse_SaysWhereAFormulaIsWrong(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{computed(`"marketing_spend / new_custmers"`), `3:30: kpi.cac.formula: there is no KPI or measure "new_custmers"; did you mean "new_customers"?`},
		{computed(`'marketing_spend // new_customers'`), `3:29: kpi.cac.formula: "/" cannot stand here`},
		{computed(`"avg(marketing_spend, 3)"`), `3:12: kpi.cac.formula: there is no function "avg"; did you mean "mean"?`},
		{computed(`"summ(marketing_spend, 3)"`), `3:12: kpi.cac.formula: there is no function "summ"; did you mean "sum"?`},
		{computed(`"marketing_spend / sign-ups"`), `3:30: kpi.cac.formula: sign-ups has other characters than letters, digits and _; put it in quotes: 'sign-ups'`},
		{computed(`"marketing_spend / 'sign-up'"`), `3:30: kpi.cac.formula: there is no KPI or measure "sign-up"; did you mean "sign-ups"?`},
		{computed(`"\u00e4 + marketing_spend / x"`), `3:12: kpi.cac.formula: there is no KPI or measure "ä"`},
		{computed(`"\u00e4 + marketing_spend / x"`), `3:39: kpi.cac.formula: there is no KPI or measure "x"`},
		{computed("\"\"\"\nmarketing_spend\n  / (new_customers\"\"\""), `5:5: kpi.cac.formula: the parenthesis is not closed; add )`},
		{computed("\"\"\"marketing_spend \\\n  / x\"\"\""), `4:5: kpi.cac.formula: there is no KPI or measure "x"`},
		{computed("'''\nmarketing_spend + x'''"), `4:19: kpi.cac.formula: there is no KPI or measure "x"`},
		{computed(`"assets / new_customers"`), `3:12: kpi.cac.formula: assets has one value for a whole year, and what one month has of that nobody knows`},
		{computed(`"mood * new_customers"`), `3:12: kpi.cac.formula: mood is judged, and a verdict is no number`},
		{computed(`"1 + 1"`), `3:1: kpi.cac.formula: names no KPI and no measure`},
		{computed(`"cac + new_customers"`), `3:1: kpi.cac.formula: is computed from itself: cac → cac`},
		{computed(`3`), `3:1: kpi.cac.formula: is a whole number; accepted: a formula in quotes`},
		{computed(`"sum(mean(new_customers, 100), 100)"`), `3:1: kpi.cac.formula: looks at 10000 values for one number, and 2000 are the most`},
		{computed(`"prev(new_customers)"`) + "[kpi.new_customers]\nevery = \"month\"\n", `13:10: measure.new_customers: "new_customers" is the id of a KPI already`},
		{computed("\"new_customers\"\ncombine = \"sum\""), `4:1: kpi.cac.combine: says how values are recorded, and a KPI with a formula is computed`},
		{computed("\"new_customers\"\nnote_when_off = true"), `4:1: kpi.cac.note_when_off: says how values are recorded`},
		{
			"[kpi.a]\nevery = \"month\"\nformula = \"b\"\n[kpi.b]\nevery = \"month\"\nformula = \"c + a\"\n[kpi.c]\nevery = \"month\"\nformula = \"a\"\n",
			"3:1: kpi.a.formula: is computed from itself: a → b → c → a",
		},
		{
			computed(`"new_customers"`) + "[kpi.year]\nevery = \"quarter\"\nformula = \"cac\"\n",
			"26:12: kpi.year.formula: cac is computed for each month: how these values make that of a whole quarter its formula does not say",
		},
		{"[kpi.a]\nevery = \"day\"\nformula = \"b * 2\"\n", `3:12: kpi.a.formula: there is no KPI or measure "b"; define it first, as a measure or a KPI`},
		{"[kpi.a]\nevery = \"hour\"\nformula = \"ytd(b)\"\n[measure.b]\nevery = \"hour\"\n", "3:1: kpi.a.formula: ytd would add up all hours of a year"},
		{chain(9), "looks 900 periods back, with the formulas of its inputs, and 800 are the most"},
		{"[measure.a]\nname = \"A\"\n[kpi.b]\nevery = \"day\"\n", "1:10: measure.a: every is missing"},
		{"[measure.a]\nevery = \"day\"\ntarget = { max = 2 }\n[kpi.b]\nevery = \"day\"\n", "3:1: measure.a.target: is for KPIs, and a measure is only recorded"},
	} {
		_, err := Parse("c.toml", []byte(c.text))
		if got := words.English().Error(err); err == nil || !strings.Contains(got, c.want) {
			t.Errorf("%s\ngives %s\nwant %s", c.text[:min(len(c.text), 100)], got, c.want)
		}
	}
}

// chain is a board of n formulas, each of which looks 100 periods back at the next.
func chain(n int) string {
	text := "[measure.m0]\nevery = \"day\"\n"
	for i := range n {
		text += fmt.Sprintf("[kpi.m%d]\nevery = \"day\"\nformula = \"prev(mean(m%d, 100))\"\n", i+1, i)
	}
	return text
}

func TestParse_NamesEachMistakeOfAFormulaOnce(t *testing.T) {
	_, err := Parse("c.toml", []byte(computed(`"x + x + new_customers / y"`)))
	if got := finding.Of(err); len(got) != 2 {
		t.Error(got)
	}
}

func TestParse_TakesFormulasAsDeepAsPeopleWriteThem(t *testing.T) {
	mustParse(t, chain(8))
	mustParse(t, computed(`"ytd(new_customers) / mean(marketing_spend, 12) * 100"`))
}
