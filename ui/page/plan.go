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
	look             look
	w, h, floor      float32 // without the bar at the foot
	band             float32 // height of that bar; 0 where the tile is filled
	pad, edge        float32 // padding at the sides, above and below
	small, name      float32 // font sizes
	ends             choice  // of the wordings of what ends a row
	nameLines        int
	nameAt, numberAt float32            // baselines
	spots            map[draw.Kind]spot // of the pieces of small text; what has none is left out
	foot             draw.Box           // below them, from edge to edge, for a chart and a note; of no height without
	beside           draw.Box           // to the right of the numbers, for a chart; of no height without
	numberCap        float32            // height of the digits
	numberRoom       float32            // width for the digits
	above, below     float32            // gaps around the number
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
	style config.Style
	tiles int // on the page
}

func (l look) poster() bool { return l.tiles == 1 }

// The sizes of a tile's padding and texts: at least the floor or a part of it, and
// so much of its height and width. Above and below the padding is smaller where the
// tile is low.
const (
	padOfFloor, padOfSide      = 0.5, 0.045
	minEdge, edgeOfHeight      = 0.36, 0.07
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
	pl := plan{look: l, w: w, h: h, floor: floor, nameLines: 1}
	pl.pad = max(padOfFloor*floor, padOfSide*min(w, h))
	pl.small = max(floor, min(smallOfHeight*h, smallOfWide*w))
	pl.name = max(floor, min(nameOfHeight*h, nameOfWide*w))
	pl.edge = min(pl.pad, max(minEdge*pl.small, edgeOfHeight*h))
	if l.style == config.Edge {
		pl.band = min(pl.small*bandHeight, max(pl.small*minBand, h*maxBandShare))
		pl.h -= pl.band
	}
	name := partOf(kindName)
	for _, s := range subjects {
		if name.width(name.says(s).chosen(longest), pl.name) > pl.inner()+s.wider {
			pl.nameLines = 2
		}
	}
	n := pl.measure(subjects)
	if !pl.tryAll(pl.layouts(n), n) {
		pl.nameLines = 1
		if !pl.tryAll(pl.barest(nil, n), n) {
			pl.squeeze(n)
		}
	}
	pl.footStatus(n)
	return pl
}

// inner is the width between the paddings.
func (pl *plan) inner() float32 { return pl.w - 2*pl.pad }

// footStatus places the status in the bar at the foot, and beside it the period, which
// the change shares, or the change alone where that has a place already.
func (pl *plan) footStatus(n need) {
	if pl.band == 0 {
		return
	}
	y := pl.h + pl.band/2 + pl.small*draw.CapHeight/2
	pl.spots[kindStatus] = spot{x: pl.pad, y: y, room: pl.inner()}
	end := spot{x: pl.w - pl.pad, y: y, room: pl.inner(), rightmost: true}
	periods := n.width[kindPeriod] > 0 && !pl.spots[kindPeriod].used()
	if periods {
		pl.spots[kindPeriod] = end
	}
	if pl.spots[kindChange].used() {
		return
	}
	if periods && pl.sharedFits(n) || !periods && pl.fits(n, kindStatus, kindChange) {
		pl.spots[kindChange] = end
	}
}

// stretched returns the plan for a wider tile.
func (pl plan) stretched(w float32) plan {
	d := w - pl.w
	pl.w = w
	pl.numberRoom += d
	pl.spots = maps.Clone(pl.spots)
	for k, s := range pl.spots {
		beside := s.y == pl.numberAt
		if s.rightmost || beside {
			s.x += d
		}
		if !beside && (pl.foot.H == 0 || s.y < pl.foot.Y) { // what ends the foot leaves the room to the chart
			s.room += d
		}
		pl.spots[k] = s
	}
	if pl.foot.H > 0 {
		pl.foot.W += d
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
