package config_test

import (
	"slices"
	"testing"

	. "kpiwall/data/config"
)

func TestParse_ReadsGroupsAndTheTilesOfAllOfThem(t *testing.T) {
	c := mustParse(t, "[page.x]\ngroups = [\n{ title = \"Sales\", tiles = [\"a\", \"b\"] },\n{ title = \"Support\", tiles = [\"c\"] } ]\n"+
		"[kpi.a]\nevery = \"day\"\n[kpi.b]\nevery = \"day\"\n[kpi.c]\nevery = \"day\"\n")
	p := c.Pages[0]
	if !slices.Equal(p.Tiles, []string{"a", "b", "c"}) || len(p.Groups) != 2 || p.Groups[1].Title != "Support" || !slices.Equal(p.Groups[0].Tiles, []string{"a", "b"}) {
		t.Errorf("the page is %+v", p)
	}
}

func TestParse_ReadsOneHeroOrSeveral(t *testing.T) {
	const kpis = "[kpi.a]\nevery = \"day\"\n[kpi.b]\nevery = \"day\"\n[kpi.c]\nevery = \"day\"\n"
	for written, want := range map[string][]string{`"b"`: {"b"}, `["b"]`: {"b"}, `["c", "a"]`: {"c", "a"}} {
		c := mustParse(t, "[page.x]\nhero = "+written+"\ntiles = [\"a\", \"b\", \"c\"]\n"+kpis)
		if got := c.Pages[0].Heroes; !slices.Equal(got, want) {
			t.Errorf("hero = %s is %q", written, got)
		}
	}
	if c := mustParse(t, "[page.x]\nhero = \"a\"\ntiles = [\"a\"]\n"+kpis); !slices.Equal(c.Pages[0].Heroes, []string{"a"}) {
		t.Errorf("a hero alone on its page is refused: %+v", c.Pages[0])
	}
}

func TestParse_ReadsTheChartOfEachKPI(t *testing.T) {
	c := mustParse(t, "[kpi.a]\nevery = \"day\"\nchart = \"bar\"\ntarget = { min = 1 }\n[kpi.b]\nevery = \"day\"\n[kpi.c]\nevery = \"day\"\nchart = \"none\"\n")
	if c.Charts["a"] != Bullet || c.Charts["b"] != ByKind || c.Charts["c"] != NoChart {
		t.Errorf("charts are %v", c.Charts)
	}
}

func TestParse_ReadsStyleAndBrand(t *testing.T) {
	s := mustParse(t, screen("style = \"edge\"\nbrand = \"#E6007e\"")).Screen
	if s.Style != Edge || s.Brand.R != 0xe6 || s.Brand.B != 0x7e || s.Brand.A != 255 {
		t.Errorf("the screen is %+v", s)
	}
	if s := mustParse(t, screen("inset = 0")).Screen; s.Style != Fill || s.Brand.A != 0 {
		t.Errorf("without them the screen is %+v", s)
	}
}
