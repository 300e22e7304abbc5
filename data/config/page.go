package config

import (
	"fmt"
	"slices"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// TileLimit is how many tiles of one page people can read.
const TileLimit = 12

// autoTiles is how many tiles a page has at most where the file has no pages.
const autoTiles = 6

// pageFields are the keys of [page.ID].
var pageFields = fields[Page]{
	{"title", text(func(p *Page) *string { return &p.Title })},
	{"stay", span("3s", "1h", func(p *Page) *time.Duration { return &p.Stay })},
	{"tiles", readTiles},
	{"groups", readGroups},
	{"hero", readHeroes},
	{"hours", hours(func(p *Page) *Hours { return &p.Hours })},
	{"private", boolean(func(p *Page) *bool { return &p.Private })},
	{"objectives", boolean(func(p *Page) *bool { return &p.Rows })},
	{"style", choice(pageStyles, func(p *Page) *bool { return &p.Overview })},
}

// readPages reads all tables [page.ID].
func readPages(r *reader, c *Config, it item) {
	ids := kpiIDs(c.KPIs)
	overview := false
	for _, inner := range r.named(it, "[page.sales]") {
		p := Page{ID: inner.name, Title: readable(inner.name)}
		pageFields.into(r, &p, inner)
		own := p.Tiles
		r.settle(&p)
		if p.Overview {
			r.findsItsTiles(inner, p, "config.overview.tiles")
			overview = true
			c.Pages = append(c.Pages, p)
			continue
		}
		if p.Rows {
			c.Pages = append(c.Pages, r.objectives(inner, p, c.KPIs)...)
			continue
		}
		if namesNoTiles(inner) && !r.isHome(p.ID) {
			r.find(inner, "config.page.tiles", finding.Args{"KPI": first(ids)})
		}
		if len(p.Groups) == 0 {
			r.known(inner.child("tiles", nil), own, nil, c)
		}
		r.grouped(inner, &p, c)
		r.heroes(inner.child("hero", nil), p)
		c.Pages = append(c.Pages, p)
	}
	if overview {
		c.Pages = withOverviews(c.Pages, c.KPIs)
	}
	if len(c.Pages) > 0 && !slices.ContainsFunc(c.Pages, func(p Page) bool { return !p.Private }) {
		r.find(it, "config.page.private", nil)
	}
}

// namesNoTiles reports whether the table of a page lacks what it shows; of a style that is
// not known nobody can tell.
func namesNoTiles(page item) bool {
	table, _ := page.value.(map[string]any)
	return pageFields.lacks(page, "tiles", "groups") && (table["style"] == nil || table["style"] == pageStyles[0].word)
}

// first returns the first of ids for an example.
func first(ids []string) string {
	if len(ids) == 0 {
		return "open_tickets"
	}
	return ids[0]
}

// kpiIDs returns the ids of ks in their order.
func kpiIDs(ks []kpi.KPI) []string {
	ids := make([]string, len(ks))
	for i, k := range ks {
		ids[i] = k.ID
	}
	return ids
}

// readTiles reads the ids of a page's KPIs; whether they exist is not its matter.
func readTiles(r *reader, p *Page, it item) {
	p.Tiles = r.ids(it)
	if extra := len(p.Tiles) - TileLimit; extra > 0 {
		r.find(it, "config.tiles.many", finding.Args{"Tiles": len(p.Tiles), "Limit": TileLimit, "Extra": extra, "Page": Key(p.ID + "_2")})
	}
}

// ids reads a list of ids.
func (r *reader) ids(it item) []string {
	list, ok := it.value.([]any)
	if !ok || len(list) == 0 {
		r.find(it, "config.tiles", finding.Args{"Limit": TileLimit})
		return nil
	}
	ids := make([]string, len(list))
	for n, value := range list {
		id, ok := value.(string)
		if !ok || id == "" {
			r.find(it.element(n, value), "config.tiles.id", finding.Args{"Given": number(value), "Kind": kind(value)})
		}
		ids[n] = id
	}
	return ids
}

// known checks that the tiles at it are ids of KPIs of c, each named once on its
// page, where those of before stand already.
func (r *reader) known(it item, tiles, before []string, c *Config) {
	ids := kpiIDs(c.KPIs)
	for n, id := range tiles {
		switch at := it.element(n, nil); {
		case id == "": // said already
		case !slices.Contains(ids, id) && c.Defined(id) != nil:
			r.find(at, "config.tiles.measure", finding.Args{"KPI": id})
		case !slices.Contains(ids, id):
			r.find(at, "config.tiles.unknown", finding.Args{"KPI": id, "Meant": Nearest(id, ids), "Accepted": ids})
		case slices.Contains(tiles[:n], id) || slices.Contains(before, id):
			r.find(at, "config.tiles.twice", finding.Args{"KPI": id})
		}
	}
}

// pagesOfAll puts every KPI on a page, for a file that has no pages: in the
// order of the file, as few pages as hold six tiles at most, evenly filled.
func pagesOfAll(ks []kpi.KPI) []Page {
	ids := kpiIDs(ks)
	if len(ids) <= autoTiles {
		return []Page{{ID: "all", Range: Range{1, len(ids), len(ids)}, Tiles: ids}}
	}
	count := (len(ids) + autoTiles - 1) / autoTiles
	pages := make([]Page, count)
	for i := range pages {
		first, end := i*len(ids)/count, (i+1)*len(ids)/count
		pages[i] = Page{
			ID:    fmt.Sprintf("all-%d", i+1),
			Range: Range{first + 1, end, len(ids)},
			Tiles: ids[first:end:end],
		}
	}
	return pages
}
