package page

import (
	"math"
	"strings"

	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// listing is how the lines of an overview are set: in columns of one width, whose lines
// are alike, so that marks, names and numbers stand below each other.
type listing struct {
	columns [][]config.Group // a group that goes on in the next column has its title there too
	titled  bool
	edge    bool    // the marks stand on blocks of their own
	lines   int     // of a name at most
	size    float32 // of the names

	floor, gap float32
	area       draw.Box
	subjects   []subject
}

// Measures of an overview, in sizes of its names where nothing else is said.
const (
	maxColumns     = 8
	maxNameLines   = 2
	lineGap        = 0.5  // between two lines, in gaps of tiles
	besideColumn   = 1.4  // between two columns, in gaps of tiles
	maxLine        = 0.24 // the height of a line, as a share of the page's
	textOfLine     = 0.78 // the size of a name of one line, as a share of the line's height
	linesOfLine    = 2.3  // the height of a line for names of two
	numberOfLine   = 0.62
	maxOverName    = 1.45 // the size of the numbers
	maxOverview    = 2.6  // the size of the names, in floor sizes
	linePad        = 0.36
	markOfLine     = 1 // the size of a mark
	besideNumber   = 0.6
	maxNumberOfRow = 0.62 // of the width of a line
)

// What a listing costs beside what its names lose in size: names of which nothing is left,
// and of half of which a quarter of that; text smaller than the smallest that can be read
// without effort; and a group that is torn apart.
const (
	cutCost   = 8
	smallCost = 5
	tornCost  = 0.1
)

// list divides the room for tiles among the KPIs of groups, so that their names are as
// large as can be.
func (f Frame) list(groups []config.Group, edge bool, of func(id string) subject) listing {
	base := listing{floor: f.Floor, gap: f.gap, area: f.Tiles, edge: edge}
	n := 0
	for _, g := range groups {
		base.titled = base.titled || g.Title != "" || len(groups) > 1
		n += len(g.Tiles)
		for _, id := range g.Tiles {
			base.subjects = append(base.subjects, of(id))
		}
	}
	best, minCost := base, math.Inf(1)
	for cols := 1; cols <= min(maxColumns, n); cols++ {
		for _, whole := range []bool{true, false} {
			l := base
			if l.columns = l.divide(groups, cols, whole); l.columns == nil {
				continue
			}
			for l.lines = 1; l.lines <= maxNameLines; l.lines++ {
				if cost := l.fit(len(groups), minCost); cost < minCost {
					best, minCost = l, cost
				}
			}
		}
	}
	return best
}

// divide fills columns from top to bottom, all of about one height: with whole groups
// where that is wanted and can be, else nil. A title counts as a line.
func (l listing) divide(groups []config.Group, cols int, whole bool) [][]config.Group {
	lines, longest := len(l.subjects), 0
	for _, g := range groups {
		longest = max(longest, len(g.Tiles))
	}
	for most := (lines+cols-1)/cols + l.title(); most <= lines+len(groups); most++ {
		if whole && most < longest+l.title() {
			continue
		}
		if out := l.fill(groups, most, whole); len(out) <= cols {
			return out
		}
	}
	return nil
}

// title is how many lines a title takes.
func (l listing) title() int {
	if l.titled {
		return 1
	}
	return 0
}

// minTorn is how many lines of a group stand together at least.
const minTorn = 2

// fill fills columns of at most so many lines.
func (l listing) fill(groups []config.Group, most int, whole bool) (out [][]config.Group) {
	free := 0
	next := func() { out, free = append(out, nil), most }
	put := func(g config.Group) {
		out[len(out)-1] = append(out[len(out)-1], g)
		free -= len(g.Tiles) + l.title()
	}
	for _, g := range groups {
		for len(g.Tiles) > 0 {
			room := free - l.title()
			rest := len(g.Tiles) - room
			switch {
			case rest <= 0:
				put(g)
				g.Tiles = nil
			case !whole && (free == most || room >= minTorn && (rest >= minTorn || room > minTorn)):
				n := room
				if rest < minTorn && n > minTorn {
					n--
				}
				put(config.Group{Title: g.Title, Tiles: g.Tiles[:n:n]})
				g.Tiles = g.Tiles[n:]
				next()
			default:
				next()
			}
		}
	}
	return out
}

// fit chooses the size of the names, and returns what the listing costs: nothing in the
// largest size. One that is sure to cost more than another is not looked at.
func (l *listing) fit(groups int, other float64) float64 {
	torn := -groups
	for _, c := range l.columns {
		torn += len(c)
	}
	if line := l.line(); l.lines > 1 {
		l.size = line / linesOfLine
	} else {
		l.size = line * textOfLine
	}
	l.size = min(l.size, l.floor*maxOverview)
	cost := func() float64 {
		c := tornCost*float64(torn) - math.Log(float64(l.size/l.floor))
		if l.size < l.floor {
			c += smallCost * math.Log(float64(l.floor/l.size))
		}
		return c
	}
	if l.size <= 0 || cost() >= other {
		return math.Inf(1)
	}
	if l.size > l.floor && l.cut() > 0 {
		low, high := l.floor, l.size
		for high-low > l.floor*sizeStep {
			if l.size = (low + high) / 2; l.cut() > 0 {
				high = l.size
			} else {
				low = l.size
			}
		}
		l.size = low
	}
	return cost() + cutCost*l.cut()
}

// sizeStep is how much larger names might be than they are set, in floor sizes.
const sizeStep = 0.04

// cut returns how much of the names has no room: 1 where nothing of any has. What is left
// of a name that is cut a little tells it all the same.
func (l *listing) cut() (sum float64) {
	width := l.width()
	for _, s := range l.subjects {
		room, name := l.nameRoom(width, s), draw.Medium.Width(s.KPI.Name, l.size, false)
		if name <= room || name <= room*float32(l.lines) && !draw.Shortened(l.wrapped(s.KPI.Name, room)...) {
			continue
		}
		share := float64(min(1, (name-max(0, room))/name))
		sum += leastCut + (1-leastCut)*share*share
	}
	return sum / float64(len(l.subjects))
}

// leastCut is what a name counts that is cut at all.
const leastCut = 0.05

// wrapped returns the lines of a name: one, rather than that a word is broken in two.
func (l *listing) wrapped(name string, room float32) []string {
	lines := draw.Medium.Wrap(name, l.size, room, l.lines)
	if len(lines) > 1 && !strings.HasPrefix(name, lines[0]+" ") {
		return draw.Medium.Wrap(name, l.size, room, 1)
	}
	return lines
}
