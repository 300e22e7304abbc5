package page

import (
	"slices"

	"kpiwall/ui/draw"
)

// Distances on a tile, in sizes of its small text where nothing else is said. What is
// left of a tile goes to its number, then to the air between its parts, and then to the
// chart.
const (
	aboveNumber              = 0.36 // at least
	minBelow                 = 0.5  // between number and rows
	commaSag                 = 0.23 // how far a comma hangs below the line, in heights of its digits
	belowComma               = 0.18 // and the air below that
	belowToFoot              = 0.2  // where there are no rows
	aboveFoot                = 0.3  // at least
	maxAir                   = 0.5  // more in all, and
	airOfHeight              = 0.06 // so much of the tile's height
	minFoot, minFootOfHeight = 1.1, 0.185
	minFootOfTall            = 0.25 // of the height, where a tile is higher than wide
	minFootOfPoster          = 0.17 // and of one below a note
)

// maxNumber is how much of a tile's height its digits take at most.
func (pl *plan) maxNumber(foot bool) float32 {
	switch {
	case pl.look.poster():
		return 0.54
	case pl.band > 0:
		return 0.42
	case foot:
		return 0.34
	}
	return 0.46
}

// gapBelow returns the gap below digits of a height: a comma never touches the row.
func (pl *plan) gapBelow(digits float32, rows int) float32 {
	if rows == 0 {
		return max(pl.small*belowToFoot, digits*commaSag)
	}
	return max(pl.small*minBelow, digits*commaSag+pl.small*belowComma)
}

// leastFoot returns the height of the foot at least: that of a chart, or of the
// notes where there is none.
func (pl *plan) leastFoot(n need) float32 {
	if !n.chart {
		return pl.small * (draw.CapHeight + RowLead*float32(n.notes-1) + belowNotes)
	}
	return pl.leastChart()
}

// leastChart returns the height of a chart at the foot at least.
func (pl *plan) leastChart() float32 {
	switch {
	case pl.look.poster():
		return pl.h * minFootOfPoster
	case pl.h > pl.w:
		return pl.h * minFootOfTall
	}
	return max(pl.small*minFoot, pl.h*minFootOfHeight)
}

// chartBelowNote returns the height of a chart at least that stands below a note.
func (pl *plan) chartBelowNote() float32 {
	return max(pl.small*minFoot, pl.h*minFootOfPoster)
}

// tryAll takes the first layout that gives the number its due, and reports whether one
// does.
func (pl *plan) tryAll(list []layout, n need) bool {
	return slices.ContainsFunc(list, func(l layout) bool { return pl.try(l, n) })
}

// try places the parts as l says and reports whether the number got its due.
func (pl *plan) try(l layout, n need) bool {
	pl.above = pl.small * aboveNumber
	rest := pl.h - pl.edge - pl.nameHeight() - pl.above - pl.rowsHeight(len(l.rows))
	foot := float32(0)
	if l.foot {
		foot = pl.leastFoot(n)
		rest -= foot + pl.small*aboveFoot
	} else {
		rest -= pl.edge
	}
	due := min(n.fit, l.share*pl.h)
	const rounding = 0.5
	if rest+rounding < due+pl.gapBelow(due, len(l.rows)) {
		return false
	}
	digits := min(n.fit, pl.maxNumber(l.foot)*pl.h)
	for digits > due && rest < digits+pl.gapBelow(digits, len(l.rows)) {
		digits--
	}
	pl.numberCap = max(due, digits)
	pl.below = pl.gapBelow(pl.numberCap, len(l.rows))
	spare := max(0, rest-pl.numberCap-pl.below)
	if l.foot { // a third of the air is above the foot
		air := min(spare, pl.small*maxAir+pl.h*airOfHeight)
		foot += spare - air
		spare = air * 2 / 3
	}
	pl.above, pl.below = pl.above+spare*0.5, pl.below+spare*0.5
	pl.settle(l, foot, n)
	return true
}

// Where the room is very small: the least padding, in sizes of small text or as a
// share of the height; the gaps around the number, in sizes of small text, and the
// share of what is left that is above it.
const (
	squeezedPad        = 0.4
	squeezedPadShare   = 0.09
	squeezedAbove      = 0.34
	squeezedBelow      = 0.3
	squeezedBelowFoot  = 0.1
	squeezedAboveShare = 0.55
)

// A number must be numberOverWords times as large as words to be read first. It
// fills so much of the room that it has; may be that little smaller than words; and
// moves beside its status where that makes it larger by a quarter.
const (
	numberOverWords = 1.2
	numberOfRoom    = 0.92
	numberUnder     = 0.9
	worthMoving     = 0.8
)

// squeeze places what a tile must always say where the room is very small: the
// name, the number, and the status.
func (pl *plan) squeeze(n need) {
	pl.nameLines = 1
	pl.pad = min(pl.pad, pl.small*squeezedPad, pl.h*squeezedPadShare)
	pl.edge = pl.pad
	pl.above, pl.below = pl.small*squeezedAbove, pl.small*squeezedBelow
	if pl.band > 0 {
		pl.below = pl.small * squeezedBelowFoot
	}
	inner := pl.inner()
	ways := pl.lastWays(n)
	last := ways[len(ways)-1]
	rest := pl.h - 2*pl.edge - pl.nameHeight() - pl.above - pl.below - pl.rowsHeight(len(last.rows))
	words := pl.small * draw.CapHeight
	beside := func(status float32) float32 {
		return min(rest+pl.below+pl.rowsHeight(1), n.fit*(1-status/inner))
	}
	commaless := (rest + pl.below - pl.small*belowComma/2) / (1 + commaSag)
	below := min(max(min(rest*numberOfRoom, commaless), words*numberUnder), n.fit)
	shrunk := below < words*numberOverWords && below < beside(MarkSize(pl.small))*worthMoving
	if rest >= words && !shrunk || pl.band > 0 {
		pl.numberCap = below
		room := pl.above + pl.below + rest - pl.numberCap
		least := min(pl.numberCap*commaSag+pl.small*belowComma/2, room*(1-squeezedAboveShare/2))
		pl.below = max(pl.below+(rest-pl.numberCap)*(1-squeezedAboveShare), least)
		pl.above = room - pl.below
		pl.settle(last, 0, n)
		return
	}
	// The status stands beside the number; its word goes before the number shrinks.
	status, gap := n.width[kindStatus], pl.small*pieceGap
	if beside(status+gap) < words*numberOverWords {
		status = MarkSize(pl.small)
	}
	pl.numberCap = max(words, beside(status+gap))
	pl.above += max(0, rest+pl.below+pl.rowsHeight(1)-pl.numberCap) / 2
	pl.settle(layout{}, 0, n)
	pl.spots[kindStatus] = spot{x: pl.w - pl.pad - status, y: pl.numberAt, room: status}
	pl.numberRoom = inner - status - gap
}

// settle fixes the baselines from top to bottom.
func (pl *plan) settle(l layout, foot float32, n need) {
	pl.numberRoom = pl.inner()
	pl.nameAt = pl.edge + pl.name*draw.CapHeight
	pl.numberAt = pl.edge + pl.nameHeight() + pl.above + pl.numberCap
	pl.spots = map[draw.Kind]spot{}
	at := pl.numberAt + pl.below
	for i, row := range l.rows {
		if i == 0 {
			at += pl.small * draw.CapHeight
		} else {
			at += pl.small * RowLead
		}
		pl.setRow(row, at, n)
	}
	if l.shared && pl.sharedFits(n) {
		pl.spots[kindChange] = pl.spots[kindPeriod]
	}
	if foot > 0 {
		pl.foot = draw.NewBox(0, pl.h-foot, pl.w, foot)
	}
	if l.footed {
		y := pl.h - min(foot, pl.leastFoot(n))/2 + pl.small*draw.CapHeight/2
		pl.spots[kindPeriod] = spot{x: pl.w - pl.pad, y: y, room: n.width[kindPeriod], rightmost: true}
	}
}

// sharedFits reports whether the change has room on the tiles without a period.
func (pl *plan) sharedFits(n need) bool {
	return !slices.ContainsFunc(n.tiles, func(c claim) bool {
		return c.widths[kindPeriod] == 0 && pl.rowWidth(c.widths, kindStatus, kindChange) > c.room
	})
}

// setRow sets the first piece of a row to the left and the others to the right, each in
// all the room that there is: what a tile has beside it is taken from that later.
func (pl *plan) setRow(row []draw.Kind, at float32, n need) {
	right := pl.w - pl.pad
	for i := len(row) - 1; i > 0; i-- {
		pl.spots[row[i]] = spot{x: right, y: at, room: pl.inner(), rightmost: true}
		if width := n.width[row[i]]; width > 0 {
			right -= width + pl.small*pieceGap
		}
	}
	pl.spots[row[0]] = spot{x: pl.pad, y: at, room: pl.inner()}
}
