package config

import (
	"cmp"
	"fmt"
	"slices"

	"kpiwall/data/kpi"
)

// overviewTiles is how many KPIs an overview has at most: with more of them nobody sees
// at a glance which one is in trouble.
const overviewTiles = 40

// pageStyles are how a page shows its KPIs, by whether it is an overview.
var pageStyles = []option[bool]{{"tiles", false}, {"overview", true}}

// withOverviews puts all KPIs on the overviews among pages, each of which becomes as many
// pages as that takes.
func withOverviews(pages []Page, ks []kpi.KPI) (out []Page) {
	for _, p := range pages {
		if !p.Overview {
			out = append(out, p)
			continue
		}
		for n, groups := range shares(places(pages, ks, p.Private)) {
			next := p
			next.Groups, next.Tiles = groups, nil
			for _, g := range groups {
				next.Tiles = append(next.Tiles, g.Tiles...)
			}
			if n > 0 {
				next.ID = fmt.Sprintf("%s-%d", p.ID, n+1)
			}
			out = append(out, next)
		}
	}
	return out
}

// places returns all KPIs in the order of the file's pages, each below the title of the
// first page that it stands on, or of its group there. Those of no page come last, by
// their objectives where there is no page at all. What stands on private pages only is
// for private overviews.
func places(pages []Page, ks []kpi.KPI, private bool) (groups []Group) {
	placed := map[string]bool{}
	add := func(title string, ids []string) {
		var tiles []string
		for _, id := range ids {
			if !placed[id] {
				placed[id], tiles = true, append(tiles, id)
			}
		}
		at := slices.IndexFunc(groups, func(g Group) bool { return g.Title == title })
		switch {
		case tiles == nil:
		case at < 0:
			groups = append(groups, Group{Title: title, Tiles: tiles})
		default:
			groups[at].Tiles = append(groups[at].Tiles, tiles...)
		}
	}
	tiled := slices.DeleteFunc(slices.Clone(pages), func(p Page) bool { return p.Overview })
	for _, p := range tiled {
		switch {
		case p.Private && !private:
		case len(p.Groups) > 0:
			for _, g := range p.Groups {
				add(cmp.Or(g.Title, p.Title), g.Tiles)
			}
		default:
			add(p.Title, p.Tiles)
		}
	}
	for _, p := range tiled {
		for _, id := range p.Tiles { // of private pages
			placed[id] = true
		}
	}
	if len(tiled) == 0 {
		for _, g := range byObjective(ks) {
			add(g.Title, g.Tiles)
		}
	}
	add("", kpiIDs(ks))
	return groups
}

// shares divides groups among as few pages as hold all of their KPIs, evenly.
func shares(groups []Group) (pages [][]Group) {
	total := 0
	for _, g := range groups {
		total += len(g.Tiles)
	}
	count := (total + overviewTiles - 1) / overviewTiles
	at := 0
	for i := range count {
		var page []Group
		for end := (i + 1) * total / count; at < end; {
			g := &groups[0]
			n := min(end-at, len(g.Tiles))
			page = append(page, Group{Title: g.Title, Tiles: g.Tiles[:n:n]})
			at += n
			if g.Tiles = g.Tiles[n:]; len(g.Tiles) == 0 {
				groups = groups[1:]
			}
		}
		pages = append(pages, page)
	}
	return pages
}
