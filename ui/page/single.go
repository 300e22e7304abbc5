package page

import (
	"kpiwall/data/board"
	"kpiwall/ui/draw"
)

// Single draws a reading's number with its status, change and target in
// the colours of its tile. It is the tile without name and chart, for where these
// stand above it and beside it.
func Single(v View, r *board.Reading, b draw.Box) []draw.Element {
	t := tile{subject: subject{Reading: r, say: v.Words()}, box: b, palette: v.Palette}
	floor := v.Frame().Floor
	t.plan = planSingle(t.subject, b, floor)
	t.digits = min(t.plan.numberCap/draw.CapHeight, fitNumber(numberWords(t.subject), t.plan.numberRoom, floor))
	return t.compose(kindName, kindChart)
}

// MinSingle returns the height that number, status and the rest need in a
// width, at the smallest size.
func MinSingle(v View, r *board.Reading, width float32) float32 {
	floor := v.Frame().Floor
	rows := singleRows(subject{Reading: r, say: v.Words()}, &plan{small: floor, numberRoom: width - 2*padOfFloor*floor})
	return floor * (singleBesideRows + draw.CapHeight + RowLead*float32(len(rows)-1))
}

// The sizes of what stands alone, as those of a tile; see [planTiles].
const (
	singleSmallOfHeight, singleSmallOfWide = 0.1, 0.062
	singlePadOfSide, maxSinglePad          = 0.07, 0.15
)

// Heights of what stands alone: of all but the rows at least, in floor sizes; the
// air above the rows, in sizes of their text; the height of the number below which
// a row goes, in sizes of that text; how much of its room the number takes; and the
// height of what stands for a number, in floor sizes.
const (
	singleBesideRows = 3.1
	aboveSingleRows  = 0.7
	minSingleNumber  = 1.3
	singleOfRoom     = 0.94
	missingNumber    = 1.6
	sentenceTop      = 0.7 // of the padding
)

// planSingle places the rows of small text at the bottom, and the number in
// the middle of what is left. Rows go from the end where the number would
// become smaller than they are.
func planSingle(s subject, b draw.Box, floor float32) plan {
	pl := plan{w: b.W, h: b.H, floor: floor, small: max(floor, min(singleSmallOfHeight*b.H, singleSmallOfWide*b.W)), spots: map[draw.Kind]spot{}}
	pl.pad = min(max(padOfFloor*floor, singlePadOfSide*min(b.W, b.H)), maxSinglePad*b.H)
	pl.numberRoom = pl.inner()
	rows := singleRows(s, &pl)
	rest := func() float32 { return b.H - 2*pl.pad - pl.rowsHeight(len(rows)) - pl.small*aboveSingleRows }
	for len(rows) > 1 && rest() < pl.small*minSingleNumber {
		rows = rows[:len(rows)-1]
	}
	fits := fitNumber(numberWords(s), pl.numberRoom, floor) * draw.CapHeight
	if !s.Has { // what stands for a number is not to shout
		fits = floor * missingNumber
	}
	pl.numberCap = max(floor*draw.CapHeight, min(rest()*singleOfRoom, fits))
	pl.numberAt = pl.pad + (rest()+pl.numberCap)/2
	if s.speaks() { // of several lines, from the top
		pl.nameAt, pl.numberAt = pl.pad*sentenceTop, pl.pad+rest()
	}
	at := b.H - pl.pad - pl.rowsHeight(len(rows)) + pl.small*draw.CapHeight
	for _, row := range rows {
		pl.setPair(row, at)
		at += pl.small * RowLead
	}
	return pl
}

// piece is a piece of small text on its way to its place in a plan.
type piece struct {
	kind  draw.Kind
	width float32
}

// singleRows returns what the tile has to say besides its number, two pieces in a
// row where they fit.
func singleRows(s subject, pl *plan) (rows [][]piece) {
	for _, next := range singlePieces(s, pl.small) {
		last := len(rows) - 1
		switch {
		case last >= 0 && len(rows[last]) == 1 && rows[last][0].width+pl.small*pieceGap+next.width <= pl.numberRoom:
			rows[last] = append(rows[last], next)
		default:
			rows = append(rows, []piece{next})
		}
	}
	return rows
}

// singlePieces returns the pieces that there are, in the order of their table, but
// with the period in the place of a change that there is not.
func singlePieces(s subject, small float32) (all []piece) {
	changed := partOf(kindChange).wanted(s)
	add := func(p *Part) {
		if w := p.width(p.says(s).chosen(p.single), small); w > 0 {
			all = append(all, piece{p.kind, w})
		}
	}
	for p := range pieces {
		switch {
		case p.kind == kindChange && !changed:
			add(partOf(kindPeriod))
		case p.kind == kindPeriod && !changed:
		default:
			add(p)
		}
	}
	return all
}

// setPair sets one piece to the left and, if there is another, that one to the right.
func (pl *plan) setPair(row []piece, at float32) {
	pl.spots[row[0].kind] = spot{x: pl.pad, y: at, room: pl.numberRoom}
	if len(row) > 1 {
		pl.spots[row[1].kind] = spot{x: pl.w - pl.pad, y: at, room: pl.numberRoom, rightmost: true}
	}
}
