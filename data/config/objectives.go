package config

import (
	"fmt"
	"slices"

	"kpiwall/data/kpi"
)

// The most objectives that a page shows below each other, and the most key results of
// one in a row.
const (
	objectiveRows  = 2
	objectiveTiles = 4
)

// objectives makes of p, whose table is it, as many pages as it takes to show all key
// results, each objective's in rows of their own.
func (r *reader) objectives(it item, p Page, ks []kpi.KPI) (pages []Page) {
	r.findsItsTiles(it, p, "config.objectives.tiles")
	rows := rowsOf(ks)
	if len(rows) == 0 {
		r.find(it.child("objectives", nil), "config.objectives.none", nil)
		return nil
	}
	for row := range slices.Chunk(rows, objectiveRows) {
		next := p
		next.Groups, next.Tiles = row, nil
		for _, g := range row {
			next.Tiles = append(next.Tiles, g.Tiles...)
		}
		if len(pages) > 0 {
			next.ID = fmt.Sprintf("%s-%d", p.ID, len(pages)+1)
		}
		pages = append(pages, next)
	}
	return pages
}

// findsItsTiles reports by a code what names tiles of p, which finds its own.
func (r *reader) findsItsTiles(it item, p Page, code string) {
	for name, there := range map[string]bool{
		"tiles": p.Tiles != nil, "groups": p.Groups != nil, "hero": p.Heroes != nil, "objectives": p.Overview && p.Rows,
	} {
		if there {
			r.find(it.child(name, nil), code, nil)
		}
	}
}

// rowsOf returns the key results by objective, as many in a group as stand in a row.
func rowsOf(ks []kpi.KPI) (rows []Group) {
	goals := slices.DeleteFunc(slices.Clone(ks), func(k kpi.KPI) bool { return k.Goal == nil })
	for _, g := range byObjective(goals) {
		for ids := range slices.Chunk(g.Tiles, objectiveTiles) {
			rows = append(rows, Group{Title: g.Title, Tiles: ids})
		}
	}
	return rows
}

// byObjective returns KPIs by objective, in the order of the file.
func byObjective(ks []kpi.KPI) (groups []Group) {
	for _, k := range ks {
		at := slices.IndexFunc(groups, func(g Group) bool { return g.Title == k.Objective })
		if at < 0 {
			at, groups = len(groups), append(groups, Group{Title: k.Objective})
		}
		groups[at].Tiles = append(groups[at].Tiles, k.ID)
	}
	return groups
}
