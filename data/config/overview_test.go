package config_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	. "kpiwall/data/config"
)

// listed writes the groups of a page as "Title: a b | Other: c".
func listed(p Page) string {
	var out []string
	for _, g := range p.Groups {
		out = append(out, strings.TrimSpace(g.Title+": "+strings.Join(g.Tiles, " ")))
	}
	return strings.Join(out, " | ")
}

// kpis writes n KPIs called k0, k1 and so on, each with some more lines.
func kpis(n int, more ...string) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "[kpi.k%d]\nevery = \"week\"\n", i)
		if i < len(more) {
			out.WriteString(more[i] + "\n")
		}
	}
	return out.String()
}

func TestOverview_HasAllKPIsByTheOtherPages(t *testing.T) {
	const page = "[page.o]\nstyle = \"overview\"\n"
	const goal = "\ngoal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30 }"
	for _, row := range []struct{ name, config, want string }{
		{"pages, wherever it stands", page + "[page.x]\ntiles = [\"k2\", \"k0\"]\n[page.y]\ntitle = \"Why\"\ntiles = [\"k0\", \"k1\"]\n" + kpis(3), "X: k2 k0 | Why: k1"},
		{"groups of a page", "[page.x]\ngroups = [{ title = \"A\", tiles = [\"k1\"] }, { title = \"B\", tiles = [\"k0\"] }]\n" + page + kpis(2), "A: k1 | B: k0"},
		{"titles that come again", "[page.x]\ntitle = \"A\"\ntiles = [\"k1\"]\n[page.y]\ntiles = [\"k0\"]\n[page.z]\ntitle = \"A\"\ntiles = [\"k2\"]\n" + page + kpis(3), "A: k1 k2 | Y: k0"},
		{"one of no page", page + "[page.x]\ntiles = [\"k1\"]\n" + kpis(3), "X: k1 | : k0 k2"},
		{"private ones stay so", page + "[page.x]\ntiles = [\"k1\", \"k2\"]\n[page.y]\nprivate = true\ntiles = [\"k0\", \"k2\"]\n" + kpis(3), "X: k1 k2"},
		{"but not on a private one", page + "private = true\n[page.x]\ntiles = [\"k1\"]\n[page.y]\nprivate = true\ntiles = [\"k0\"]\n" + kpis(2), "X: k1 | Y: k0"},
		{"objectives of a page", page + "[page.x]\nobjectives = true\n" + kpis(3, "objective = \"Grow\""+goal, goal), "Grow: k0 | X: k1 | : k2"},
		{"no other page", page + kpis(3, "objective = \"Grow\"", "objective = \"Last\"", "objective = \"Grow\""), "Grow: k0 k2 | Last: k1"},
		{"nothing to group by", page + kpis(2), ": k0 k1"},
	} {
		c := mustParse(t, row.config)
		p := c.Pages[slices.IndexFunc(c.Pages, func(p Page) bool { return p.Overview })]
		if got := listed(p); got != row.want {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
		var all []string
		for _, g := range p.Groups {
			all = append(all, g.Tiles...)
		}
		if !slices.Equal(p.Tiles, all) {
			t.Errorf("%s: the tiles are %q, those of its groups %q", row.name, p.Tiles, all)
		}
	}
}

func TestOverview_OfMoreThanFortyIsSeveralPages(t *testing.T) {
	ids := func(from, to int) string {
		var out []string
		for i := from; i < to; i++ {
			out = append(out, fmt.Sprintf("%q", fmt.Sprint("k", i)))
		}
		return strings.Join(out, ", ")
	}
	pages := "[page.o]\nstyle = \"overview\"\ntitle = \"All\"\n"
	for i := range 9 {
		pages += fmt.Sprintf("[page.p%d]\ntiles = [%s]\n", i, ids(9*i, 9*i+9))
	}
	c := mustParse(t, pages+kpis(81))
	var got []string
	for _, p := range c.Pages {
		if p.Overview {
			got = append(got, fmt.Sprint(p.ID, " ", p.Title, " ", len(p.Tiles), " ", p.Groups[0].Title, " ", len(p.Groups[0].Tiles)))
		}
	}
	if want := []string{"o All 27 P0 9", "o-2 All 27 P3 9", "o-3 All 27 P6 9"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if c := mustParse(t, "[page.o]\nstyle = \"overview\"\n"+kpis(40)); len(c.Pages) != 1 {
		t.Errorf("forty are on %d pages", len(c.Pages))
	}
}
