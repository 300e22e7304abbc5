package page

import (
	"time"

	"kpiwall/data/board"
	"kpiwall/ui/draw"
)

// Single draws a reading's number with its status, change and target in
// the colours of its tile. It is the tile without name and chart, for where these
// stand above it and beside it.
func Single(v View, reading *board.Reading, b draw.Box) []draw.Element {
	r, k := *reading, *reading.KPI
	k.Name = ""
	r.KPI = &k
	r.History = nil
	t := tile{reading: &r, box: b, now: v.Board.Now, palette: v.Palette}
	floor := v.Frame().Floor
	t.plan = planSingle(&r, b, floor, v.Board.Now)
	t.digits = min(t.plan.numberCap/draw.CapHeight, FitNumber(r.Parts, t.plan.numberRoom, floor))
	return t.compose()
}

// LeastSingle returns the height that number, status and the rest need in a
// width, at the smallest size.
func LeastSingle(v View, r *board.Reading, width float32) float32 {
	floor := v.Frame().Floor
	rows := singleRows(r, &plan{small: floor, numberRoom: width - floor}, v.Board.Now)
	return floor * (3.1 + draw.CapHeight + RowLead*float32(len(rows)-1))
}

// planSingle places the rows of small text at the bottom, and the number in
// the middle of what is left. Rows go from the end where the number would
// become smaller than they are.
func planSingle(r *board.Reading, b draw.Box, floor float32, now time.Time) plan {
	pl := plan{w: b.W, h: b.H, floor: floor, small: max(floor, min(0.1*b.H, 0.062*b.W))}
	pl.pad = min(max(0.5*floor, 0.07*min(b.W, b.H)), 0.15*b.H)
	pl.numberRoom = b.W - 2*pl.pad
	rows := singleRows(r, &pl, now)
	rest := func() float32 { return b.H - 2*pl.pad - pl.rowsHeight(len(rows)) - pl.small*0.7 }
	for len(rows) > 1 && rest() < pl.small*1.3 {
		rows = rows[:len(rows)-1]
	}
	fits := FitNumber(r.Parts, pl.numberRoom, floor) * draw.CapHeight
	if !r.Has { // what stands for a number is not to shout
		fits = floor * 1.6
	}
	pl.numberCap = max(floor*draw.CapHeight, min(rest()*0.94, fits))
	pl.numberAt = pl.pad + (rest()+pl.numberCap)/2
	if sentence(r) != "" { // of several lines, from the top
		pl.nameAt, pl.numberAt = pl.pad*0.7, pl.pad+rest()
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
	at    *spot
	width float32
}

// singleRows returns what the reading has to say besides its number, two
// pieces in a row where they fit.
func singleRows(r *board.Reading, pl *plan, now time.Time) (rows [][]piece) {
	small := pl.small
	status := MarkSize(small) + small*0.35 + draw.Semibold.Width(statusWords(r, now)[0], small, false)
	target := targetWidth(r, small)
	period := piece{&pl.period, draw.Medium.Width(Abbreviated(r.Label), small, false)}
	pieces := []piece{{&pl.status, status}, {&pl.change, changeWidth(r, small)}, {&pl.target, target}, period}
	if pieces[1].width == 0 {
		pieces[1], pieces[3] = period, pieces[1]
	}
	for _, next := range pieces {
		last := len(rows) - 1
		switch {
		case next.width == 0:
		case last >= 0 && len(rows[last]) == 1 && rows[last][0].width+small*0.8+next.width <= pl.numberRoom:
			rows[last] = append(rows[last], next)
		default:
			rows = append(rows, []piece{next})
		}
	}
	return rows
}

// setPair sets one piece to the left and, if there is another, that one to the
// right.
func (pl *plan) setPair(row []piece, at float32) {
	*row[0].at = spot{x: pl.pad, y: at, room: pl.numberRoom}
	if len(row) > 1 {
		gap := pl.small * 0.8
		row[0].at.room -= row[1].width + gap
		*row[1].at = spot{x: pl.w - pl.pad, y: at, room: pl.numberRoom - row[0].width - gap + 1, rightmost: true}
	}
}
