package config

import (
	"slices"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// home is the page that a KPI names itself, on which it stands after the page's own
// tiles: a KPI can then be added at the end of the file, and nothing else changes.
type home struct {
	kpi, page string
	at        item // of the key
}

// readHome reads page = "today".
func readHome(r *reader, k *kpi.KPI, it item) {
	page, ok := it.value.(string)
	if !ok || page == "" {
		r.wrongKind(it, "wanted.page")
		return
	}
	r.homes = append(r.homes, home{k.ID, page, it})
}

// settle adds to p, whose own tiles are read, the KPIs that name it.
func (r *reader) settle(p *Page) {
	for _, h := range r.homes {
		switch {
		case h.page != p.ID:
		case p.Rows || p.Overview || len(p.Groups) > 0:
			r.find(h.at, "config.home.arranged", finding.Args{"Page": p.ID})
		case slices.Contains(p.Tiles, h.kpi):
			r.find(h.at, "config.home.twice", finding.Args{"Page": p.ID, "KPI": h.kpi})
		case len(p.Tiles) >= TileLimit:
			r.find(h.at, "config.home.full", finding.Args{"Page": p.ID, "Limit": TileLimit})
		default:
			p.Tiles = append(p.Tiles, h.kpi)
		}
	}
}

// homeless says which KPIs name a page that is none of pages.
func (r *reader) homeless(pages []string) {
	for _, h := range r.homes {
		if !slices.Contains(pages, h.page) {
			r.find(h.at, "config.home.unknown", finding.Args{"Page": h.page, "Meant": Nearest(h.page, pages), "Accepted": pages})
		}
	}
}

// isHome reports whether a KPI names the page.
func (r *reader) isHome(page string) bool {
	return slices.ContainsFunc(r.homes, func(h home) bool { return h.page == page })
}
