package page

import "kpiwall/ui/draw"

// Distances on a tile, in sizes of its small text where nothing else is said.
const (
	aboveNumber   = 0.5  // at least
	belowNumber   = 0.55 // at least, to the rows
	belowToFoot   = 0.2  // at least, where there are no rows
	airAround     = 0.6  // wanted around the number, and
	airOfHeight   = 0.03 // so much of the tile's height
	airAlone      = 0.4  // of that, where the number has little below it
	airOnPoster   = 0.7  // wanted around a poster's number
	minChart      = 2    // height of a chart
	aboveChart    = 0.5  // within that height
	belowNotes    = 0.12
	commaSag      = 0.18 // how far a comma hangs below the line, in heights of its digits
	aboveSagged   = 0.75 // at least, above a number that a comma has moved up
	minPosterGrow = 0.03 // by how much of the tile's height a poster's chart grows at least
)

// caps are how much of a tile's height its number and its chart take at most.
type caps struct{ number, chart float32 }

func (pl *plan) caps() caps {
	switch {
	case pl.poster:
		return caps{number: 0.54, chart: 0.4}
	case pl.band > 0:
		return caps{number: 0.42, chart: 0.3}
	}
	return caps{number: 0.34, chart: 0.3}
}

// try places the parts as l says and reports whether the number got its due.
func (pl *plan) try(l layout, n need) bool {
	pl.above, pl.below = pl.small*aboveNumber, pl.small*belowNumber
	air := pl.small*airAround + pl.h*airOfHeight
	if len(l.rows) == 0 {
		pl.below = pl.small * belowToFoot
	}
	if one := len(l.rows) == 1 && pl.band == 0; (one || len(l.rows) == 0) && !l.chart {
		air *= airAlone
	}
	rest := pl.h - 2*pl.pad - pl.nameHeight() - pl.above - pl.below - pl.rowsHeight(len(l.rows))
	var chart float32
	if l.chart {
		chart = pl.small * minChart
		rest -= chart
	}
	rest -= pl.small * RowLead * float32(l.notes)
	due := min(n.fit, l.share*pl.h)
	if rest < due {
		return false
	}
	if pl.poster {
		grow := pl.h * minPosterGrow
		chart, rest, air = chart+grow, rest-grow, pl.small*airOnPoster
	}
	limit := pl.caps()
	pl.numberCap = min(n.fit, limit.number*pl.h, max(due, rest-air))
	rest -= pl.numberCap
	if grow := min(rest-air, limit.chart*pl.h-chart); l.chart && grow > 0 {
		chart, rest = chart+grow, rest-grow
	}
	pl.above, pl.below = pl.above+rest*0.5, pl.below+rest*0.5
	if sag := min(pl.numberCap*commaSag-pl.below, pl.above-pl.small*aboveSagged); sag > 0 {
		pl.above, pl.below = pl.above-sag, pl.below+sag
	}
	pl.settle(l, chart, n)
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
	pl.above, pl.below = pl.small*squeezedAbove, pl.small*squeezedBelow
	if pl.band > 0 {
		pl.below = pl.small * squeezedBelowFoot
	}
	inner := pl.inner()
	last := pl.lastRow(n)
	rest := pl.h - 2*pl.pad - pl.nameHeight() - pl.above - pl.below - pl.rowsHeight(len(last))
	words := pl.small * draw.CapHeight
	beside := func(status float32) float32 {
		return min(rest+pl.below+pl.rowsHeight(1), n.fit*(1-status/inner))
	}
	below := min(max(rest*numberOfRoom, words*numberUnder), n.fit)
	shrunk := below < words*numberOverWords && below < beside(MarkSize(pl.small))*worthMoving
	if rest >= words && !shrunk || pl.band > 0 {
		pl.numberCap = below
		slack := rest - pl.numberCap
		pl.above, pl.below = pl.above+slack*squeezedAboveShare, pl.below+slack*(1-squeezedAboveShare)
		pl.settle(layout{rows: last}, 0, n)
		return
	}
	// The status stands beside the number; its word goes before the number shrinks.
	status := n.width[kindStatus]
	if beside(status) < words*numberOverWords {
		status = MarkSize(pl.small)
	}
	pl.numberCap = max(words, beside(status))
	pl.settle(layout{}, 0, n)
	pl.spots[kindStatus] = spot{x: pl.w - pl.pad - status, y: pl.numberAt, room: status}
	pl.numberRoom = inner - status
}

// settle fixes the baselines from top to bottom.
func (pl *plan) settle(l layout, chart float32, n need) {
	inner := pl.inner()
	pl.numberRoom = inner
	pl.nameAt = pl.pad + pl.name*draw.CapHeight
	pl.numberAt = pl.pad + pl.nameHeight() + pl.above + pl.numberCap
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
	if l.chart {
		pl.chart = draw.NewBox(pl.pad, at+pl.small*aboveChart, inner, chart-pl.small*aboveChart)
	}
	if pl.noteLines = l.notes; l.notes > 0 {
		pl.noteAt = pl.h - pl.pad - pl.small*(belowNotes+RowLead*float32(l.notes-1))
	}
}

// setRow sets the pieces of a row from the left, the last of several to the right.
func (pl *plan) setRow(row []draw.Kind, at float32, n need) {
	x, right := pl.pad, pl.w-pl.pad
	for i, k := range row {
		if i > 0 && i == len(row)-1 {
			pl.spots[k] = spot{x: right, y: at, room: right - x, rightmost: true}
			continue
		}
		room := n.width[k]
		switch len(row) {
		case 1:
			room = right - x
		case 2:
			room = max(room, right-x-n.long[row[1]]) // which the other may take
		}
		pl.spots[k] = spot{x: x, y: at, room: room}
		x += n.width[k]
	}
}

// A chart beside the number has at least so much of the tile's width, and a number
// so much higher than the small text's capitals.
const (
	minBesideShare  = 0.2
	minBesideNumber = 1.5
)

// besideNumbers returns the place to the right of the page's numbers for a
// chart, if the tile has none below and the widest number leaves enough room.
func (pl *plan) besideNumbers(subjects []subject, digits float32) draw.Box {
	var widest float32
	for _, s := range subjects {
		if !s.speaks() {
			number := numberWords(s)
			widest = max(widest, numberWidth(number, min(digits, FitNumber(number, pl.numberRoom, pl.floor)), pl.floor))
		}
	}
	x := pl.pad + widest + pl.small
	room := pl.w - pl.pad - x
	if pl.spots[kindStatus].y == pl.numberAt || room < minBesideShare*pl.w || pl.numberCap < minBesideNumber*pl.small*draw.CapHeight {
		return draw.Box{}
	}
	return draw.NewBox(x, pl.numberAt-pl.numberCap, room, pl.numberCap)
}
