package page

import (
	"math"

	"kpiwall/ui/draw"
)

// idealTile is the proportion that a tile reads best at.
const idealTile = 1.45

// minTileWidth is the width, in floor sizes, below which a tile has no room for
// the words of its status.
const minTileWidth = 7.2

// minTileHeight is the height, in floor sizes, below which a name, a number and a
// status do not fit below each other.
const minTileHeight = 4.4

// What a grid costs: a row that is not full, and each cell that it lacks; and a tile
// that is narrow or low, by how far it is.
const (
	unevenCost = 0.25
	spareCost  = 0.2
	narrowCost = 4
	lowCost    = 1.5
)

// grid is a number of columns and rows that tiles are placed on.
type grid struct{ cols, rows int }

// arrange places n tiles in an area: on the grid that keeps the tiles nearest
// to their ideal proportion and wide enough.
func arrange(n int, area draw.Box, gap, floor float32) []draw.Box {
	g, _ := bestGrid(n, area, gap, floor)
	return g.place(n, area, gap)
}

// bestGrid returns the grid for n tiles and what it costs.
func bestGrid(n int, area draw.Box, gap, floor float32) (best grid, minCost float64) {
	minCost = math.Inf(1)
	for rows := 1; rows <= n; rows++ {
		g := grid{(n + rows - 1) / rows, rows}
		cell := g.cell(area, gap)
		cost := misfit(cell, floor)
		if spare := g.cols*rows - n; spare >= g.cols {
			continue
		} else if spare > 0 {
			cost += unevenCost + spareCost*float64(spare)
		}
		if cost < minCost {
			best, minCost = g, cost
		}
	}
	return best, minCost
}

// misfit is what a tile of the size of b costs: nothing in its ideal
// proportion, much where it is narrow.
func misfit(b draw.Box, floor float32) float64 {
	if b.W <= 0 || b.H <= 0 {
		return math.Inf(1)
	}
	narrow, low := max(0, float64(minTileWidth*floor/b.W)-1), max(0, float64(minTileHeight*floor/b.H)-1)
	return math.Abs(math.Log(float64(b.W/b.H)/idealTile)) + narrowCost*narrow + lowCost*low
}

// cell returns the grid's first cell.
func (g grid) cell(area draw.Box, gap float32) draw.Box {
	return draw.NewBox(
		area.X, area.Y,
		(area.W-gap*float32(g.cols-1))/float32(g.cols),
		(area.H-gap*float32(g.rows-1))/float32(g.rows),
	)
}

// place fills the grid with n tiles. Where there are more cells than tiles, the
// first tiles span several columns, so that all edges stay in line.
func (g grid) place(n int, area draw.Box, gap float32) []draw.Box {
	var out []draw.Box
	cell := g.cell(area, gap)
	for row, first := 0, n-g.cols*(g.rows-1); row < g.rows; row++ {
		tiles := g.cols
		if row == 0 {
			tiles = first
		}
		col := 0
		for i := range tiles {
			span := g.cols / tiles
			if i < g.cols%tiles {
				span++
			}
			out = append(out, draw.NewBox(
				area.X+float32(col)*(cell.W+gap), area.Y+float32(row)*(cell.H+gap),
				float32(span)*(cell.W+gap)-gap, cell.H,
			))
			col += span
		}
	}
	return out
}
