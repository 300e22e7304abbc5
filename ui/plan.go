package ui

import (
	"slices"

	"kpiwall/data/board"
)

// nameLead and rowLead are the distances of two lines of a name and of two rows
// of small text, in font sizes.
const (
	nameLead = 1.12
	rowLead  = 1.28
)

// plan is where the parts of a tile stand, measured from its top left corner.
// Tiles of one size on a page share a plan, so that their numbers stand on
// common baselines and their parts below each other.
type plan struct {
	w, h, floor      float32
	pad, small, name float32 // padding, and font sizes
	nameLines        int

	nameAt, numberAt, noteAt       float32 // baselines; 0: left out
	status, change, target, period spot
	chart                          box
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

// need is how much room the small parts of the tiles of a size want at most.
type need struct {
	status, change, target, period float32 // widths
	note                           bool
	fit                            float32 // digits' height at which the numbers fill the width
}

// planTiles places the parts of tiles of one size w × h: the richest layout
// that leaves the number its due. Text is never set below floor; parts that do
// not fit are left out from the end of their order.
func planTiles(w, h, floor float32, readings []*board.Reading) plan {
	pl := plan{w: w, h: h, nameLines: 1}
	pl.pad = max(0.5*floor, 0.055*min(w, h))
	pl.small = max(floor, min(0.066*h, 0.05*w))
	pl.name = max(floor, min(0.085*h, 0.062*w))
	inner := w - 2*pl.pad
	for _, r := range readings {
		if medium.width(r.KPI.Name, pl.name, false) > inner {
			pl.nameLines = 2
		}
	}
	pl.floor = floor
	n := pl.measure(readings)
	for _, l := range pl.layouts(n) {
		if pl.try(l, n) {
			return pl
		}
	}
	pl.squeeze(n)
	return pl
}

// measure returns the room that readings want in this plan's sizes. Periods are
// abbreviated where they would push something else out.
func (pl *plan) measure(readings []*board.Reading) need {
	var n need
	var short float32
	gap := pl.small * 0.8
	for _, r := range readings {
		n.status = max(n.status, markSize(pl.small)+pl.small*0.35+semibold.width(r.Status.String(), pl.small, false)+gap)
		if w := changeWidth(r, pl.small); w > 0 {
			n.change = max(n.change, w+gap)
		}
		if r.TargetText != "" {
			n.target = max(n.target, medium.width(targetWord+r.TargetText, pl.small, false)+gap)
		}
		n.period = max(n.period, medium.width(r.Label, pl.small, false))
		short = max(short, medium.width(abbreviated(r.Label), pl.small, false))
		n.note = n.note || r.Note != ""
	}
	if max(n.status, n.change, n.target)+n.period > pl.w-2*pl.pad {
		n.period = short
	}
	n.fit = bestFit(readings, pl.w-2*pl.pad, pl.floor) * capHeight
	return n
}

// layout is one way to fill a tile below its number.
type layout struct {
	rows        [][]*spot // of small text; a row's last is set to the right
	chart, note bool
	share       float32 // of the height that the digits must reach, if their width allows
}

// layouts returns the ways to fill a tile, the richest first.
func (pl *plan) layouts(n need) []layout {
	inner := pl.w - 2*pl.pad
	rows := [][]*spot{{&pl.status}, {&pl.change, &pl.period}, {&pl.target}}
	switch {
	case n.status+n.change <= inner && n.target+n.period <= inner:
		rows = [][]*spot{{&pl.status, &pl.change}, {&pl.target, &pl.period}}
	case n.change+n.period > inner:
		rows = [][]*spot{{&pl.status}, {&pl.period}, {&pl.target}}
	}
	list := []layout{
		{rows: rows, chart: true, note: n.note, share: 0.27},
		{rows: rows, chart: true, share: 0.27},
	}
	if n.status+n.change+n.target+n.period <= inner {
		one := [][]*spot{{&pl.status, &pl.change, &pl.target, &pl.period}}
		list = append(list, layout{rows: one, chart: true, share: 0.25}, layout{rows: rows, share: 0.3}, layout{rows: one, share: 0.2})
	}
	list = append(list, layout{rows: rows, share: 0.21})
	if len(rows) > 2 {
		list = append(list, layout{rows: rows[:2], share: 0.21})
	}
	return append(list, layout{rows: [][]*spot{pl.statusRow(n)}, share: 0.2})
}

// statusRow is the one row that every tile has: the status, and beside it the
// period where both fit.
func (pl *plan) statusRow(n need) []*spot {
	if n.status+n.period > pl.w-2*pl.pad {
		return []*spot{&pl.status}
	}
	return []*spot{&pl.status, &pl.period}
}

// try places the parts as l says and reports whether the number got its due.
func (pl *plan) try(l layout, n need) bool {
	pl.above, pl.below = pl.small*0.5, pl.small*0.55
	rest := pl.h - 2*pl.pad - pl.nameHeight() - pl.above - pl.below - pl.rowsHeight(len(l.rows))
	var chart float32
	if l.chart {
		chart = pl.small * 2
		rest -= chart
	}
	if l.note {
		rest -= pl.small * rowLead
	}
	least := min(n.fit, l.share*pl.h)
	if rest < least {
		return false
	}
	air := pl.small*0.45 + pl.h*0.03 // wanted around the number
	pl.numberCap = min(n.fit, 0.34*pl.h, max(least, rest-air))
	rest -= pl.numberCap
	if grow := min(rest-air, 0.3*pl.h-chart); l.chart && grow > 0 {
		chart, rest = chart+grow, rest-grow
	}
	pl.above, pl.below = pl.above+rest*0.5, pl.below+rest*0.5
	pl.settle(l, chart, n)
	return true
}

// squeeze places what a tile must always say where the room is very small: the
// name, the number, and the status.
func (pl *plan) squeeze(n need) {
	pl.nameLines = 1
	pl.pad = min(pl.pad, pl.small*0.4, pl.h*0.09)
	pl.above, pl.below = pl.small*0.42, pl.small*0.42
	inner := pl.w - 2*pl.pad
	rest := pl.h - 2*pl.pad - pl.nameHeight() - pl.above - pl.below - pl.rowsHeight(1)
	if rest >= pl.small*capHeight {
		pl.numberCap = min(rest*0.92, n.fit)
		slack := rest - pl.numberCap
		pl.above, pl.below = pl.above+slack*0.55, pl.below+slack*0.45
		pl.settle(layout{rows: [][]*spot{pl.statusRow(n)}}, 0, n)
		return
	}
	// The status stands beside the number; its word goes before the number shrinks.
	least := pl.small * capHeight
	if n.fit*(1-n.status/inner) < least {
		n.status = markSize(pl.small)
	}
	pl.numberCap = max(least, min(rest+pl.below+pl.rowsHeight(1), n.fit*(1-n.status/inner)))
	pl.settle(layout{}, 0, n)
	pl.status = spot{x: pl.w - pl.pad - n.status, y: pl.numberAt, room: n.status}
	pl.numberRoom = inner - n.status
}

// settle fixes the baselines from top to bottom.
func (pl *plan) settle(l layout, chart float32, n need) {
	inner := pl.w - 2*pl.pad
	pl.numberRoom = inner
	pl.nameAt = pl.pad + pl.name*capHeight
	pl.numberAt = pl.pad + pl.nameHeight() + pl.above + pl.numberCap
	pl.status, pl.change, pl.target, pl.period = spot{}, spot{}, spot{}, spot{}
	at := pl.numberAt + pl.below + pl.small*capHeight
	for i, row := range l.rows {
		if i > 0 {
			at += pl.small * rowLead
		}
		pl.setRow(row, at, n)
	}
	if l.chart {
		pl.chart = box{pl.pad, at + pl.small*0.5, inner, chart - pl.small*0.5}
	}
	if l.note {
		pl.noteAt = pl.h - pl.pad - pl.small*0.12
	}
}

// besideNumbers returns the place to the right of the page's numbers for a
// chart, if the tile has none below and the widest number leaves enough room.
func (pl *plan) besideNumbers(readings []*board.Reading, digits float32) box {
	var widest float32
	for _, r := range readings {
		widest = max(widest, numberWidth(r.Parts, min(digits, fitNumber(r.Parts, pl.numberRoom, pl.floor)), pl.floor))
	}
	x := pl.pad + widest + pl.small
	room := pl.w - pl.pad - x
	if pl.status.y == pl.numberAt || room < 0.2*pl.w || pl.numberCap < 1.5*pl.small*capHeight {
		return box{}
	}
	return box{x, pl.numberAt - pl.numberCap, room, pl.numberCap}
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
	return pl.name * (capHeight + nameLead*float32(pl.nameLines-1) + 0.1)
}

func (pl *plan) rowsHeight(rows int) float32 {
	return pl.small * (capHeight + rowLead*float32(rows-1))
}

// bestFit returns the largest size at which every number fits the width, but
// for one that is far longer than the others and must not shrink them all.
func bestFit(readings []*board.Reading, width, floor float32) float32 {
	fits := make([]float32, len(readings))
	for i, r := range readings {
		fits[i] = fitNumber(r.Parts, width, floor)
	}
	slices.Sort(fits)
	if len(fits) > 1 && fits[1] > 1.7*fits[0] {
		return fits[1]
	}
	return fits[0]
}
