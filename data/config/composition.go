package config

import (
	"slices"

	"kpiwall/data/finding"
)

// groupLimit and heroLimit keep a page readable: more headings are a table of
// contents, and where most is large nothing is.
const (
	groupLimit = 6
	heroLimit  = 3
)

// groupFields are the keys of one of a page's groups.
var groupFields = fields[Group]{
	{"title", text(func(g *Group) *string { return &g.Title })},
	{"tiles", func(r *reader, g *Group, it item) { g.Tiles = r.ids(it) }},
}

// readGroups reads groups = [{ title = "Sales", tiles = ["mrr"] }, …].
func readGroups(r *reader, p *Page, it item) {
	if p.Tiles != nil {
		r.find(it, "config.groups.tiles", nil)
		return
	}
	list, ok := tables(it.value)
	if !ok || len(list) == 0 || len(list) > groupLimit {
		r.find(it, "config.groups", finding.Args{"Limit": groupLimit})
		return
	}
	for n, value := range list {
		var g Group
		inner := it.element(n, value)
		groupFields.into(r, &g, inner)
		if groupFields.lacks(inner, "title") || groupFields.lacks(inner, "tiles") {
			r.find(inner, "config.groups.incomplete", nil)
		}
		p.Groups = append(p.Groups, g)
	}
}

// grouped checks the groups of p, whose table is it, and makes one list of
// their tiles.
func (r *reader) grouped(it item, p *Page, c *Config) {
	if len(p.Groups) == 0 {
		return
	}
	groups := it.child("groups", nil)
	for n, g := range p.Groups {
		r.known(groups.element(n, nil).child("tiles", nil), g.Tiles, p.Tiles, c)
		p.Tiles = append(p.Tiles, g.Tiles...)
	}
	if extra := len(p.Tiles) - TileLimit; extra > 0 {
		r.find(groups, "config.groups.many", finding.Args{"Tiles": len(p.Tiles), "Limit": TileLimit, "Page": Key(p.ID + "_2")})
	}
}

// readHeroes reads hero = "mrr", or a list of ids.
func readHeroes(r *reader, p *Page, it item) {
	if id, isText := it.value.(string); isText {
		it.value = []any{id}
	}
	p.Heroes = r.ids(it)
}

// heroes checks that the heroes of p, named at it, are some of its tiles.
func (r *reader) heroes(it item, p Page) {
	switch {
	case len(p.Heroes) == 0:
	case len(p.Groups) > 0:
		r.find(it, "config.hero.groups", nil)
	case len(p.Heroes) > heroLimit:
		r.find(it, "config.hero.many", finding.Args{"Tiles": len(p.Heroes), "Limit": heroLimit})
	case len(p.Tiles) > 1 && len(p.Heroes) >= len(p.Tiles):
		r.find(it, "config.hero.all", nil)
	default:
		for n, id := range p.Heroes {
			if slices.Contains(p.Tiles, id) && !slices.Contains(p.Heroes[:n], id) || id == "" {
				continue
			}
			r.find(it, "config.hero.unknown", finding.Args{"KPI": id, "Meant": Nearest(id, p.Tiles), "Accepted": p.Tiles})
		}
	}
}
