package config

import (
	"slices"

	"kpiwall/data/kpi"
)

// readRetired reads retired = 2026-12-31.
func readRetired(r *reader, k *kpi.KPI, it item) {
	d, ok := date(it.value)
	if !ok {
		r.find(it, "config.retired", nil)
		return
	}
	k.Retired = d
}

// On returns the board of a day: c itself, or where KPIs have retired by then one on
// whose pages they are no more, with them in Retired. Groups and pages of which
// nothing is left go with them.
func (c *Config) On(today kpi.Date) *Config {
	gone := c.retiredBy(today)
	if len(gone) == 0 {
		return c
	}
	on := *c
	on.KPIs, on.Retired = nil, slices.Clip(c.Retired)
	for _, k := range c.KPIs {
		if slices.Contains(gone, k.ID) {
			on.Retired = append(on.Retired, k)
		} else {
			on.KPIs = append(on.KPIs, k)
		}
	}
	on.Pages = nil
	for _, p := range c.Pages {
		if p = p.without(gone); len(p.Tiles) > 0 {
			on.Pages = append(on.Pages, p)
		}
	}
	if c.automatic {
		on.Pages = pagesOfAll(on.KPIs)
	}
	return &on
}

// retiredBy returns the ids of the KPIs that have retired by a day.
func (c *Config) retiredBy(today kpi.Date) (ids []string) {
	for i := range c.KPIs {
		if c.KPIs[i].RetiredOn(today) {
			ids = append(ids, c.KPIs[i].ID)
		}
	}
	return ids
}

// without returns p without some of its tiles.
func (p Page) without(gone []string) Page {
	left := func(ids []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(gone, id) })
	}
	p.Tiles, p.Heroes = left(p.Tiles), left(p.Heroes)
	if len(p.Heroes) == len(p.Tiles) {
		p.Heroes = nil
	}
	groups := p.Groups
	p.Groups = nil
	for _, g := range groups {
		if g.Tiles = left(g.Tiles); len(g.Tiles) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}
