package page

import (
	"maps"

	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// NameLead and RowLead are the distances of two lines of a name and of two rows
// of small text, in font sizes.
const (
	NameLead = 1.12
	RowLead  = 1.28
)

// belowName is the room below the last line of a name, in font sizes.
const belowName = 0.1

// plan is where the parts of a tile stand, measured from its top left corner.
// Tiles of one size on a page share a plan, so that their numbers stand on
// common baselines and their parts below each other.
type plan struct {
	w, h, floor      float32 // without the bar at the foot
	band             float32 // height of that bar; 0 where the tile is filled
	pad, small, name float32 // padding, and font sizes
	nameLines        int
	poster           bool // the tile has the page for itself

	nameAt, numberAt float32 // baselines
	noteAt           float32 // of the note's first line
	noteLines        int
	spots            map[draw.Kind]spot // of the pieces of small text; what has none is left out
	chart            draw.Box
	numberCap        float32 // height of the digits
	numberRoom       float32 // width for the digits
	above, below     float32 // gaps around the number
}

// spot is the place of a piece of small text: where it begins, or where it
// ends. The zero spot leaves it out.
type spot struct {
	x, y      float32
	room      float32
	rightmost bool // x is the right end
}

func (s spot) used() bool { return s.room > 0 }

// look is what the tiles of a page have in common.
type look struct {
	style  config.Style
	poster bool
}

// The sizes of a tile's padding and texts: at least the floor or a part of it, and
// so much of its height and width.
const (
	padOfFloor, padOfSide      = 0.5, 0.055
	smallOfHeight, smallOfWide = 0.066, 0.05
	nameOfHeight, nameOfWide   = 0.085, 0.062
)

// The height of the status's bar at a tile's foot: in sizes of its small text, and
// as a share of the tile's height.
const (
	bandHeight   = 1.5
	minBand      = 1.15
	maxBandShare = 0.2
)

// planTiles places the parts of tiles of one size w × h: the richest layout
// that leaves the number its due. Text is never set below floor; parts that do
// not fit are left out from the end of their order.
func planTiles(w, h, floor float32, subjects []subject, l look) plan {
	pl := plan{w: w, h: h, floor: floor, nameLines: 1, poster: l.poster}
	pl.pad = max(padOfFloor*floor, padOfSide*min(w, h))
	pl.small = max(floor, min(smallOfHeight*h, smallOfWide*w))
	pl.name = max(floor, min(nameOfHeight*h, nameOfWide*w))
	if l.style == config.Edge {
		pl.band = min(pl.small*bandHeight, max(pl.small*minBand, h*maxBandShare))
		pl.h -= pl.band
	}
	name := partOf(kindName)
	for _, s := range subjects {
		if name.width(name.words(s).chosen(longest), pl.name) > pl.inner() {
			pl.nameLines = 2
		}
	}
	n := pl.measure(subjects)
	for _, l := range pl.layouts(n) {
		if pl.try(l, n) {
			pl.footStatus(n)
			return pl
		}
	}
	pl.squeeze(n)
	pl.footStatus(n)
	return pl
}

// inner is the width between the paddings.
func (pl *plan) inner() float32 { return pl.w - 2*pl.pad }

// footStatus places the status in the bar at the foot, and beside it the change
// or else the period, if it has no other place.
func (pl *plan) footStatus(n need) {
	if pl.band == 0 {
		return
	}
	status := spot{x: pl.pad, y: pl.h + pl.band/2 + pl.small*draw.CapHeight/2, room: pl.inner()}
	beside := kindChange
	if n.width[kindChange] == 0 || !pl.fits(n, kindStatus, kindChange) {
		beside = kindPeriod
	}
	if width := n.width[beside]; !pl.spots[beside].used() && width > 0 && pl.fits(n, kindStatus, beside) {
		status.room -= width
		pl.spots[beside] = spot{x: pl.w - pl.pad, y: status.y, room: width, rightmost: true}
	}
	pl.spots[kindStatus] = status
}

// stretched returns the plan for a wider tile.
func (pl plan) stretched(w float32) plan {
	d := w - pl.w
	pl.w = w
	pl.numberRoom += d
	lefts := map[float32]int{} // how many pieces of a row stand at its left
	for _, s := range pl.spots {
		if s.used() && !s.rightmost {
			lefts[s.y]++
		}
	}
	pl.spots = maps.Clone(pl.spots)
	for k, s := range pl.spots {
		switch {
		case !s.used():
		case s.rightmost || s.y == pl.numberAt:
			s.x += d
		case lefts[s.y] == 1:
			s.room += d
		}
		pl.spots[k] = s
	}
	if pl.chart.W > 0 {
		pl.chart.W += d
	}
	return pl
}

// nameHeight returns the height from the first line's capitals to just below the last line.
func (pl *plan) nameHeight() float32 {
	return pl.name * (draw.CapHeight + NameLead*float32(pl.nameLines-1) + belowName)
}

// rowsHeight returns the height of rows of small text, from capitals to the
// last baseline; nothing without rows.
func (pl *plan) rowsHeight(rows int) float32 {
	if rows == 0 {
		return 0
	}
	return pl.small * (draw.CapHeight + RowLead*float32(rows-1))
}
