package config_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	. "kpiwall/data/config"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

func TestParse_ReadsPagesInTheOrderOfTheFile(t *testing.T) {
	c := mustParse(t, "[page.z_end]\ntiles = [\"a\"]\n[page.b]\ntitle = \"Second\"\nstay = \"45s\"\nprivate = true\ntiles = [\"b\", \"a\"]\n"+
		"[kpi.a]\nevery = \"day\"\n[kpi.b]\nevery = \"day\"\n[kpi.on_no_page]\nevery = \"day\"\n")
	if len(c.Pages) != 2 {
		t.Fatalf("got %+v", c.Pages)
	}
	if p := c.Pages[0]; p.ID != "z_end" || p.Title != "Z end" || p.Stay != 0 || p.Private || !slices.Equal(p.Tiles, []string{"a"}) {
		t.Errorf("first page is %+v", p)
	}
	if p := c.Pages[1]; p.ID != "b" || p.Title != "Second" || p.Stay != 45*time.Second || !p.Private || !slices.Equal(p.Tiles, []string{"b", "a"}) {
		t.Errorf("second page is %+v", p)
	}
}

func TestParse_SaysHowToSplitAPageOfTooManyTiles(t *testing.T) {
	var kpis strings.Builder
	ids := make([]string, 14)
	for i := range ids {
		ids[i] = fmt.Sprintf("%q", fmt.Sprintf("k%d", i))
		fmt.Fprintf(&kpis, "[kpi.k%d]\nevery = \"day\"\n", i)
	}
	page := func(n int) string {
		return kpis.String() + "[page.all]\ntiles = [" + strings.Join(ids[:n], ", ") + "]\n"
	}
	mustParse(t, page(12))
	want := "page.all.tiles: has 14 tiles, and at most 12 fit on one page; move the last 2 to a page of their own, such as [page.all_2]"
	problemsOf(t, page(13))
	if got := words.English().Error(problemsOf(t, page(14))); !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPagesOfAll_HoldEveryKPIOnceInOrder(t *testing.T) {
	for n, want := range map[int][]int{1: {1}, 6: {6}, 7: {3, 4}, 12: {6, 6}, 13: {4, 4, 5}, 40: {5, 6, 6, 5, 6, 6, 6}} {
		ks := make([]kpi.KPI, n)
		for i := range ks {
			ks[i].ID = fmt.Sprint("k", i)
		}
		tiles, sizes := []string{}, []int{}
		for _, p := range PagesOfAll(ks) {
			tiles, sizes = append(tiles, p.Tiles...), append(sizes, len(p.Tiles))
			if p.Range.Of != n || !kpi.ValidID(p.ID) || p.Private {
				t.Errorf("%d KPIs: page %+v", n, p)
			}
		}
		if !slices.Equal(sizes, want) || !slices.Equal(tiles, KPIIDs(ks)) {
			t.Errorf("%d KPIs: pages of %v, want %v; tiles %q", n, sizes, want, tiles)
		}
	}
}
