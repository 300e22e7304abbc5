package page

import (
	"math"

	"fyne.io/fyne/v2"

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

// What a grid costs beside what its tiles do: rows that are not alike; and a tile that
// is narrow or low, by how far it is.
const (
	unevenCost = 0.3
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
		var cost float64
		for _, b := range g.place(n, area, gap) {
			cost += misfit(b, floor) / float64(n)
		}
		if n%rows > 0 {
			cost += unevenCost
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

// place fills the grid with n tiles, row by row. Where they are fewer than its cells the
// upper rows have fewer tiles, which are wider: what comes first on a page is the
// largest. The tiles of a row are alike.
func (g grid) place(n int, area draw.Box, gap float32) (out []draw.Box) {
	for row := range g.rows {
		tiles := (n - len(out)) / (g.rows - row)
		cell := grid{tiles, g.rows}.cell(area, gap)
		for i := range tiles {
			out = append(out, cell.Moved(fyne.NewPos(float32(i)*(cell.W+gap), float32(row)*(cell.H+gap))))
		}
	}
	return out
}
