package page

import (
	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// NameLead and RowLead are the distances of two lines of a name and of two rows
// of small text, in font sizes.
const (
	NameLead = 1.12
	RowLead  = 1.28
)

// bandHeight is the height of the status's bar at a tile's foot, in font sizes
// of its small text.
const bandHeight = 1.5

// plan is where the parts of a tile stand, measured from its top left corner.
// Tiles of one size on a page share a plan, so that their numbers stand on
// common baselines and their parts below each other.
type plan struct {
	w, h, floor      float32 // without the bar at the foot
	band             float32 // height of that bar; 0 where the tile is filled
	pad, small, name float32 // padding, and font sizes
	nameLines        int
	poster           bool // the tile has the page for itself

	nameAt, numberAt               float32 // baselines
	noteAt                         float32 // of the note's first line; 0: left out
	noteLines                      int
	status, change, target, period spot
	chart                          draw.Box
	numberCap                      float32 // height of the digits
	numberRoom                     float32 // width for the digits
	above, below                   float32 // gaps around the number
}

// spot is the place of a piece of small text: where it begins, or where it
// ends. The zero spot leaves it out.
type spot struct {
	x, y      float32
	room      float32
	rightmost bool // x is the right end
}

func (s spot) used() bool { return s.room > 0 }

// kind is what tiles of one plan have in common but their size.
type kind struct {
	style  config.Style
	charts map[string]config.Chart
	poster bool
}

// planTiles places the parts of tiles of one size w × h: the richest layout
// that leaves the number its due. Text is never set below floor; parts that do
// not fit are left out from the end of their order.
func planTiles(w, h, floor float32, readings []*board.Reading, k kind) plan {
	pl := plan{w: w, h: h, floor: floor, nameLines: 1, poster: k.poster}
	pl.pad = max(0.5*floor, 0.055*min(w, h))
	pl.small = max(floor, min(0.066*h, 0.05*w))
	pl.name = max(floor, min(0.085*h, 0.062*w))
	if k.style == config.Edge {
		pl.band = min(pl.small*bandHeight, max(pl.small*1.15, h*0.2))
		pl.h -= pl.band
	}
	inner := w - 2*pl.pad
	for _, r := range readings {
		if draw.Medium.Width(r.KPI.Name, pl.name, false) > inner {
			pl.nameLines = 2
		}
	}
	n := pl.measure(readings, k)
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

// footStatus places the status in the bar at the foot, and beside it the change
// or else the period, if it has no other place.
func (pl *plan) footStatus(n need) {
	if pl.band == 0 {
		return
	}
	inner := pl.w - 2*pl.pad
	y := pl.h + pl.band/2 + pl.small*draw.CapHeight/2
	pl.status = spot{x: pl.pad, y: y, room: inner}
	beside, width := &pl.change, n.change
	if n.change == 0 || n.status+n.change > inner {
		beside, width = &pl.period, n.period
	}
	if !beside.used() && width > 0 && n.status+width <= inner {
		pl.status.room -= width
		*beside = spot{x: pl.w - pl.pad, y: y, room: width, rightmost: true}
	}
}

// setRow sets the parts of a row from the left, the last of several to the right.
func (pl *plan) setRow(row []*spot, at float32, n need) {
	x, right := pl.pad, pl.w-pl.pad
	for i, s := range row {
		width := pl.widthOf(s, n)
		if i > 0 && i == len(row)-1 {
			*s = spot{x: right, y: at, room: right - x, rightmost: true}
			continue
		}
		*s = spot{x: x, y: at, room: width}
		if len(row) == 1 || len(row) == 2 {
			s.room = right - x
			if len(row) == 2 {
				s.room -= pl.widthOf(row[1], n)
			}
		}
		x += width
	}
}

// stretched returns the plan for a wider tile.
func (pl plan) stretched(w float32) plan {
	d := w - pl.w
	pl.w = w
	pl.numberRoom += d
	spots := []*spot{&pl.status, &pl.change, &pl.target, &pl.period}
	lefts := map[float32]int{} // how many spots of a row stand at its left
	for _, s := range spots {
		if s.used() && !s.rightmost {
			lefts[s.y]++
		}
	}
	for _, s := range spots {
		switch {
		case !s.used():
		case s.rightmost || s.y == pl.numberAt:
			s.x += d
		case lefts[s.y] == 1:
			s.room += d
		}
	}
	if pl.chart.W > 0 {
		pl.chart.W += d
	}
	return pl
}

func (pl *plan) widthOf(s *spot, n need) float32 {
	switch s {
	case &pl.status:
		return n.status
	case &pl.change:
		return n.change
	case &pl.target:
		return n.target
	default:
		return n.period
	}
}

// nameHeight returns the height from the first line's capitals to just below the last line.
func (pl *plan) nameHeight() float32 {
	return pl.name * (draw.CapHeight + NameLead*float32(pl.nameLines-1) + 0.1)
}

// rowsHeight returns the height of rows of small text, from capitals to the
// last baseline; nothing without rows.
func (pl *plan) rowsHeight(rows int) float32 {
	if rows == 0 {
		return 0
	}
	return pl.small * (draw.CapHeight + RowLead*float32(rows-1))
}
