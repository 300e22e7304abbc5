package page

import (
	"math"
	"slices"

	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// placement is where the tiles of a page stand, by their order on the page, and
// the headings of its groups.
type placement struct {
	tiles    []draw.Box
	hero     []bool
	headings []heading
}

// floor returns the smallest font size on the tiles: the wall's, unless that would
// cut off what every tile has to say. Then it is smaller, and Lint tells of it.
func (p placement) floor(size float32) float32 {
	for _, b := range p.tiles {
		size = min(size, b.H/crampedTile, b.W/pinchedTile)
	}
	return size
}

// crampedTile and pinchedTile are the height and the width of a tile in font
// sizes, below which a name, a number and a mark have no room.
const (
	crampedTile = 2.7
	pinchedTile = 3.2
)

// heading is the title of a group above its tiles.
type heading struct {
	text string
	box  draw.Box
}

// headingHeight is the height of a heading with the air below it, in floor sizes.
const headingHeight = 1.35

// place divides the room for tiles as if there were no trouble, and presses the
// tiles together where a banner takes a part of it: trouble must not rearrange
// what people know by its place.
func (v View) place(p *config.Page, f Frame) placement {
	if f.banner.H == 0 || len(p.Groups) > 0 { // groups would lose their headings
		return f.place(p)
	}
	plain := v.plainFrame()
	out := plain.place(p)
	press := f.Tiles.H / plain.Tiles.H
	for i, b := range out.tiles {
		out.tiles[i].Y, out.tiles[i].H = f.Tiles.Y+(b.Y-plain.Tiles.Y)*press, b.H*press
	}
	return out
}

// place divides the room for tiles.
func (f Frame) place(p *config.Page) placement {
	out := placement{tiles: make([]draw.Box, len(p.Tiles)), hero: make([]bool, len(p.Tiles))}
	switch {
	case len(p.Groups) > 0:
		out.tiles = out.tiles[:0]
		f.placeGroups(p, &out)
	case len(p.Heroes) > 0 && len(p.Heroes) < len(p.Tiles):
		f.placeHeroes(p, &out)
	default:
		out.tiles = arrange(len(p.Tiles), f.Tiles, f.gap, f.Floor)
	}
	return out
}

// What a placement costs beside what its tiles do: heroes count for more than the
// others; and in groups each empty cell, and tiles of different sizes.
const (
	heroesCost  = 2
	restCost    = 1.5
	emptyCell   = 0.3
	unlikeTiles = 0.5
)

// groupGap is the distance of two groups, in gaps of tiles, and maxGroupLines how many
// rows or columns of tiles they may have.
const (
	groupGap      = 1.6
	maxGroupLines = 12
)

// heroArea is how many times the area of another tile a hero gets, as long as
// its share of the screen stays within the two below.
const (
	heroArea     = 4
	minHeroShare = 0.38
	maxHeroShare = 0.67
)

// placeHeroes gives the heroes the left or the upper part of the room, and the
// other tiles the rest.
func (f Frame) placeHeroes(p *config.Page, out *placement) {
	k, others := len(p.Heroes), len(p.Tiles)-len(p.Heroes)
	share := float32(heroArea*k) / float32(heroArea*k+others)
	share = min(max(share, minHeroShare), maxHeroShare)
	a := f.Tiles
	w, h := (a.W-f.gap)*share, (a.H-f.gap)*share
	splits := [][2]draw.Box{
		{draw.NewBox(a.X, a.Y, w, a.H), draw.NewBox(a.X+w+f.gap, a.Y, a.W-w-f.gap, a.H)},
		{draw.NewBox(a.X, a.Y, a.W, h), draw.NewBox(a.X, a.Y+h+f.gap, a.W, a.H-h-f.gap)},
	}
	best, minCost := 0, math.Inf(1)
	for i, s := range splits {
		_, heroes := bestGrid(k, s[0], f.gap, f.Floor)
		_, rest := bestGrid(others, s[1], f.gap, f.Floor)
		if cost := heroesCost*heroes + restCost*rest; cost < minCost {
			best, minCost = i, cost
		}
	}
	large := arrange(k, splits[best][0], f.gap, f.Floor)
	small := arrange(others, splits[best][1], f.gap, f.Floor)
	for i, id := range p.Tiles {
		if n := slices.Index(p.Heroes, id); n >= 0 {
			out.tiles[i], out.hero[i] = large[n], true
			continue
		}
		out.tiles[i], small = small[0], small[1:]
	}
}

// placeGroups places groups beside each other or below each other, whichever
// suits the tiles better; those of objectives each in a row.
func (f Frame) placeGroups(p *config.Page, out *placement) {
	groups := p.Groups
	best, minCost := groupLayout{}, math.Inf(1)
	for n := 1; n <= maxGroupLines && !p.Rows; n++ {
		for _, l := range []groupLayout{{beside: true, lines: n}, {lines: n}} {
			if cost := l.cost(groups, f); cost < minCost {
				best, minCost = l, cost
			}
		}
	}
	if p.Rows {
		best = groupLayout{lines: maxGroupLines}
	}
	for i, area := range best.areas(groups, f) {
		head := draw.NewBox(area.X, area.Y, area.W, f.Floor*headingHeight)
		out.headings = append(out.headings, heading{groups[i].Title, head})
		room := draw.NewBox(area.X, head.Bottom(), area.W, area.H-head.H)
		out.tiles = append(out.tiles, best.grid(groups[i]).place(len(groups[i].Tiles), room, f.gap)...)
	}
}

// groupLayout is a way to place groups: beside each other with at most so many
// rows, or below each other with at most so many columns.
type groupLayout struct {
	beside bool
	lines  int
}

// grid returns the grid of a group's tiles.
func (l groupLayout) grid(g config.Group) grid {
	n := len(g.Tiles)
	along := min(l.lines, n)
	across := (n + along - 1) / along
	along = (n + across - 1) / across
	if l.beside {
		return grid{cols: across, rows: along}
	}
	return grid{cols: along, rows: across}
}

// areas divides the room among the groups by how many lines of tiles each has,
// so that tiles of all groups are of about one size.
func (l groupLayout) areas(groups []config.Group, f Frame) []draw.Box {
	a, head, gap := f.Tiles, f.Floor*headingHeight, f.gap*groupGap
	total := 0
	for _, g := range groups {
		total += l.weight(g)
	}
	n := float32(len(groups) - 1)
	out := make([]draw.Box, len(groups))
	x, y := a.X, a.Y
	for i, g := range groups {
		share := float32(l.weight(g)) / float32(total)
		if l.beside {
			w := (a.W - gap*n) * share
			out[i] = draw.NewBox(x, a.Y, w, a.H)
			x += w + gap
			continue
		}
		h := (a.H-gap*n-head*(n+1))*share + head
		out[i] = draw.NewBox(a.X, y, a.W, h)
		y += h + gap
	}
	return out
}

func (l groupLayout) weight(g config.Group) int {
	if l.beside {
		return l.grid(g).cols
	}
	return l.grid(g).rows
}

// cost is how badly tiles fit and how much their sizes differ.
func (l groupLayout) cost(groups []config.Group, f Frame) float64 {
	var sum, narrow, wide float64
	for i, area := range l.areas(groups, f) {
		area.H -= f.Floor * headingHeight
		g := l.grid(groups[i])
		cell := g.cell(area, f.gap)
		sum += misfit(cell, f.Floor) * float64(len(groups[i].Tiles))
		sum += emptyCell * float64(g.cols*g.rows-len(groups[i].Tiles))
		size := float64(cell.W * cell.H)
		if i == 0 || size < narrow {
			narrow = size
		}
		wide = max(wide, size)
	}
	tiles := 0
	for _, g := range groups {
		tiles += len(g.Tiles)
	}
	return sum/float64(tiles) + unlikeTiles*math.Log(wide/narrow)
}
