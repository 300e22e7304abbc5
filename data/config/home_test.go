package config_test

import (
	"slices"
	"strings"
	"testing"

	. "kpiwall/data/config"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

const homes = `[page.today]
tiles = ["a"]
[page.later]
title = "Later"
[page.mixed]
groups = [{ title = "G", tiles = ["a"] }]
[kpi.a]
every = "day"
[kpi.b]
every = "day"
page = "later"
[kpi.c]
every = "day"
page = "today"
[kpi.d]
every = "day"
page = "today"
`

func TestPage_HasTheKPIsThatNameItAfterItsOwn(t *testing.T) {
	c := mustParse(t, homes)
	for i, want := range []string{"a c d", "b", "a"} {
		if got := strings.Join(c.Pages[i].Tiles, " "); got != want {
			t.Errorf("page %s has %s, want %s", c.Pages[i].ID, got, want)
		}
	}
}

func TestPage_RefusesKPIsThatItHasNoPlaceFor(t *testing.T) {
	for page, want := range map[string]string{
		`"tody"`: "config.home.unknown", `"mixed"`: "config.home.arranged", `"today"`: "config.home.twice", `7`: "config.kind", `""`: "config.kind",
	} {
		_, err := Parse("c.toml", []byte(strings.Replace(homes, "[kpi.a]\n", "[kpi.a]\npage = "+page+"\n", 1)))
		found := finding.Of(err)
		if len(found) != 1 || found[0].Code != want || found[0].Place.Line != 8 || found[0].Subject != "kpi.a.page" {
			t.Errorf("page = %s: %v", page, err)
		}
	}
	full := "[page.today]\ntiles = ["
	kpis := ""
	for _, id := range "abcdefghijkl" {
		full += `"` + string(id) + `",`
		kpis += "[kpi." + string(id) + "]\nevery = \"day\"\n"
	}
	_, err := Parse("c.toml", []byte(full+"]\n"+kpis+"[kpi.z]\nevery = \"day\"\npage = \"today\"\n"))
	if found := finding.Of(err); len(found) != 1 || found[0].Code != "config.home.full" {
		t.Errorf("a thirteenth tile: %v", err)
	}
}

func TestOn_TakesWhatHasRetiredOffPagesFromTheDayAfter(t *testing.T) {
	c := mustParse(t, strings.NewReplacer("[kpi.a]", "[kpi.a]\nretired = 2026-12-31", "[kpi.b]", "[kpi.b]\nretired = \"2026-12-30\"").Replace(homes))
	day := func(d int) kpi.Date { return kpi.Date{Year: 2026, Month: 12, Day: d} }
	if c.On(day(30)) != c {
		t.Error("on its last day it is another board")
	}
	for _, row := range []struct {
		on    *Config
		pages string
		kpis  int
	}{{c.On(day(31)), "today: a c d, mixed: a", 3}, {c.On(kpi.Date{Year: 2027, Month: 1, Day: 1}), "today: c d", 2}} {
		var pages []string
		for _, p := range row.on.Pages {
			pages = append(pages, p.ID+": "+strings.Join(p.Tiles, " "))
		}
		if got := strings.Join(pages, ", "); got != row.pages || len(row.on.KPIs) != row.kpis {
			t.Errorf("%s with %d KPIs, want %s with %d", got, len(row.on.KPIs), row.pages, row.kpis)
		}
		if row.on.Defined("b") == nil || row.on.KPI("b") != nil {
			t.Error("what has retired is not what it was, or still a KPI")
		}
	}
	if len(c.KPIs) != 4 || !slices.Equal(c.Pages[0].Tiles, []string{"a", "c", "d"}) {
		t.Error("the board of the file was changed")
	}
}

func TestOn_MakesTheAutomaticPagesAnew(t *testing.T) {
	c := mustParse(t, "[kpi.a]\nevery = \"day\"\nretired = 2026-12-31\n[kpi.b]\nevery = \"day\"\n")
	on := c.On(kpi.Date{Year: 2027, Month: 1, Day: 1})
	if p := on.Pages[0]; len(on.Pages) != 1 || p.Range != (Range{1, 1, 1}) || !slices.Equal(p.Tiles, []string{"b"}) {
		t.Errorf("pages %v", on.Pages)
	}
}
