package ui

import (
	"kpiwall/data/board"
	"time"
)

// composeSingle draws a reading's number with its status, change and target in
// the colours of its tile. It is the tile without name and chart, for where these
// stand above it and beside it.
func composeSingle(v view, reading *board.Reading, b box) []element {
	r, k := *reading, *reading.KPI
	k.Name = ""
	r.KPI = &k
	r.History = nil
	t := tile{reading: &r, box: b, now: v.board.Now, palette: v.palette}
	floor := v.frame().floor
	t.plan = planSingle(&r, b, floor, v.board.Now)
	t.digits = min(t.plan.numberCap/capHeight, fitNumber(r.Parts, t.plan.numberRoom, floor))
	return t.compose()
}

// leastSingle returns the height that number, status and the rest need in a
// width, at the smallest size.
func leastSingle(v view, r *board.Reading, width float32) float32 {
	floor := v.frame().floor
	rows := singleRows(r, &plan{small: floor, numberRoom: width - floor}, v.board.Now)
	return floor * (3.1 + capHeight + rowLead*float32(len(rows)-1))
}

// planSingle places the rows of small text at the bottom, and the number in
// the middle of what is left. Rows go from the end where the number would
// become smaller than they are.
func planSingle(r *board.Reading, b box, floor float32, now time.Time) plan {
	pl := plan{w: b.w, h: b.h, floor: floor, small: max(floor, min(0.1*b.h, 0.062*b.w))}
	pl.pad = min(max(0.5*floor, 0.07*min(b.w, b.h)), 0.15*b.h)
	pl.numberRoom = b.w - 2*pl.pad
	rows := singleRows(r, &pl, now)
	rest := func() float32 { return b.h - 2*pl.pad - pl.rowsHeight(len(rows)) - pl.small*0.7 }
	for len(rows) > 1 && rest() < pl.small*1.3 {
		rows = rows[:len(rows)-1]
	}
	fits := fitNumber(r.Parts, pl.numberRoom, floor) * capHeight
	if !r.Has { // what stands for a number is not to shout
		fits = floor * 1.6
	}
	pl.numberCap = max(floor*capHeight, min(rest()*0.94, fits))
	pl.numberAt = pl.pad + (rest()+pl.numberCap)/2
	if sentence(r) != "" { // of several lines, from the top
		pl.nameAt, pl.numberAt = pl.pad*0.7, pl.pad+rest()
	}
	at := b.h - pl.pad - pl.rowsHeight(len(rows)) + pl.small*capHeight
	for _, row := range rows {
		pl.setPair(row, at)
		at += pl.small * rowLead
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
	status := markSize(small) + small*0.35 + semibold.width(statusWords(r, now)[0], small, false)
	var target float32
	if r.TargetText != "" {
		target = medium.width(targetWord+r.TargetText, small, false)
	}
	period := piece{&pl.period, medium.width(abbreviated(r.Label), small, false)}
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
