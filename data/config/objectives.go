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
	for name, there := range map[string]bool{"tiles": p.Tiles != nil, "groups": p.Groups != nil, "hero": p.Heroes != nil} {
		if there {
			r.find(it.child(name, nil), "config.objectives.tiles", nil)
		}
	}
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

// rowsOf returns the key results by objective, in the order of the file.
func rowsOf(ks []kpi.KPI) (rows []Group) {
	var names []string
	by := map[string][]string{}
	for _, k := range ks {
		if k.Goal == nil {
			continue
		}
		if by[k.Objective] == nil {
			names = append(names, k.Objective)
		}
		by[k.Objective] = append(by[k.Objective], k.ID)
	}
	for _, name := range names {
		for ids := range slices.Chunk(by[name], objectiveTiles) {
			rows = append(rows, Group{Title: name, Tiles: ids})
		}
	}
	return rows
}
