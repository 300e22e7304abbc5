package config

import "slices"

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
	const example = `[{ title = "Sales", tiles = ["open_tickets"] }]`
	if p.Tiles != nil {
		r.problem(it, "stands beside tiles; keep tiles for a page without headings, or groups for one with them")
		return
	}
	list, ok := tables(it.value)
	if !ok || len(list) == 0 || len(list) > groupLimit {
		r.problem(it, "is no list of 1 to %d groups; accepted: %s", groupLimit, example)
		return
	}
	for n, value := range list {
		var g Group
		inner := it.element(n, value)
		groupFields.into(r, &g, inner)
		table, isTable := value.(map[string]any)
		if isTable && (table["title"] == nil || table["tiles"] == nil) {
			r.problem(inner, "has no title or no tiles; a group is written as { title = \"Sales\", tiles = [\"open_tickets\"] }")
		}
		p.Groups = append(p.Groups, g)
	}
}

// grouped checks the groups of p, whose table is it, and makes one list of
// their tiles.
func (r *reader) grouped(it item, p *Page, ids []string) {
	if len(p.Groups) == 0 {
		return
	}
	groups := it.child("groups", nil)
	for n, g := range p.Groups {
		r.known(groups.element(n, nil).child("tiles", nil), g.Tiles, p.Tiles, ids)
		p.Tiles = append(p.Tiles, g.Tiles...)
	}
	if extra := len(p.Tiles) - tileLimit; extra > 0 {
		r.problem(groups, "hold %d tiles, and at most %d fit on one page; move a group to a page of its own, such as [page.%s]",
			len(p.Tiles), tileLimit, Key(p.ID+"_2"))
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
		r.problem(it, "stands beside groups; use either headings or a hero on one page")
	case len(p.Heroes) > heroLimit:
		r.problem(it, "names %d tiles; at most %d can stand out", len(p.Heroes), heroLimit)
	case len(p.Tiles) > 1 && len(p.Heroes) >= len(p.Tiles):
		r.problem(it, "names every tile of the page, so that none stands out; leave one out")
	default:
		for n, id := range p.Heroes {
			if slices.Contains(p.Tiles, id) && !slices.Contains(p.Heroes[:n], id) || id == "" {
				continue
			}
			r.problem(it, "%q is no tile of this page, or named twice; %s", id, choices(id, p.Tiles))
		}
	}
}
