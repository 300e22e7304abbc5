package page

import (
	"kpiwall/data/board"
	"kpiwall/ui/draw"
)

// layout is one way to fill a tile below its number.
type layout struct {
	rows  [][]*spot // of small text; a row's last is set to the right
	chart bool
	notes int     // lines
	share float32 // of the height that the digits must reach, if their width allows
}

// layouts returns the ways to fill a tile, the richest first.
func (pl *plan) layouts(n need) []layout {
	if pl.band > 0 {
		return pl.footedLayouts(n)
	}
	inner := pl.w - 2*pl.pad
	var list []layout
	rows := [][]*spot{{&pl.status}, {&pl.change, &pl.period}, {&pl.target}}
	switch {
	case n.status+n.change <= inner && n.target+n.period <= inner:
		rows = [][]*spot{{&pl.status, &pl.change}, {&pl.target, &pl.period}}
	case n.change+n.period > inner:
		// A value must not pass for one of the current period: where not both fit,
		// the period stands before the change.
		four := [][]*spot{{&pl.status}, {&pl.change}, {&pl.target}, {&pl.period}}
		list = pl.withNotes(list, n, layout{rows: four, chart: n.chart, share: 0.2})
		rows = [][]*spot{{&pl.status}, {&pl.period}, {&pl.target}}
	}
	one := [][]*spot{{&pl.status, &pl.change, &pl.target, &pl.period}}
	inOne := n.status+n.change+n.target+n.period <= inner
	if pl.poster && inOne {
		list = pl.withNotes(list, n, layout{rows: one, chart: n.chart, share: 0.4})
	}
	list = pl.withNotes(list, n, layout{rows: rows, chart: n.chart, share: 0.27})
	if inOne {
		list = append(list, layout{rows: one, chart: n.chart, share: 0.25}, layout{rows: rows, share: 0.3}, layout{rows: one, share: 0.2})
	}
	list = append(list, layout{rows: rows, share: 0.21})
	if len(rows) > 2 {
		list = append(list, layout{rows: rows[:2], share: 0.21})
	}
	return append(list, layout{rows: pl.lastRow(n), share: 0.2}, layout{rows: pl.lastRow(n), share: 0.16})
}

// footedLayouts are those of a tile whose status stands in the bar at its foot,
// with the change beside it unless that is too wide.
func (pl *plan) footedLayouts(n need) (list []layout) {
	inner := pl.w - 2*pl.pad
	rows := [][]*spot{{&pl.target, &pl.period}}
	switch {
	case n.target == 0 && n.period == 0:
		rows = nil
	case n.target+n.period > inner:
		rows = [][]*spot{{&pl.target}, {&pl.period}}
	}
	if n.change > 0 && n.status+n.change > inner {
		more := append([][]*spot{{&pl.change}}, rows...)
		if n.period > 0 && n.change+n.period <= inner {
			more = [][]*spot{{&pl.change, &pl.period}, {&pl.target}}
		}
		list = pl.withNotes(list, n, layout{rows: more, chart: n.chart, share: 0.27})
	}
	list = pl.withNotes(list, n, layout{rows: rows, chart: n.chart, share: 0.3})
	list = append(list, layout{rows: rows, share: 0.3})
	if len(rows) > 1 {
		list = append(list, layout{rows: rows[1:], share: 0.25})
	}
	return append(list, layout{share: 0.2})
}

// withNotes appends l with as many lines of notes as there are, and with fewer.
func (pl *plan) withNotes(list []layout, n need, l layout) []layout {
	for notes := n.notes; notes >= 0; notes-- {
		l.notes = notes
		list = append(list, l)
	}
	return list
}

// lastRow is the one row that remains: the status, and beside it the period
// where both fit.
func (pl *plan) lastRow(n need) [][]*spot {
	switch {
	case pl.band > 0:
		return nil
	case n.status+n.period > pl.w-2*pl.pad:
		return [][]*spot{{&pl.status}}
	}
	return [][]*spot{{&pl.status, &pl.period}}
}

// try places the parts as l says and reports whether the number got its due.
func (pl *plan) try(l layout, n need) bool {
	pl.above, pl.below = pl.small*0.5, pl.small*0.55
	air := pl.small*0.6 + pl.h*0.03 // wanted around the number
	if len(l.rows) == 0 {
		pl.below = pl.small * 0.2
	}
	if one := len(l.rows) == 1 && pl.band == 0; (one || len(l.rows) == 0) && !l.chart {
		air *= 0.4
	}
	rest := pl.h - 2*pl.pad - pl.nameHeight() - pl.above - pl.below - pl.rowsHeight(len(l.rows))
	var chart float32
	if l.chart {
		chart = pl.small * 2
		rest -= chart
	}
	rest -= pl.small * RowLead * float32(l.notes)
	least := min(n.fit, l.share*pl.h)
	if rest < least {
		return false
	}
	most, chartMost := float32(0.34), float32(0.3)
	switch {
	case pl.poster:
		most, chartMost = 0.54, 0.4
	case pl.band > 0:
		most = 0.42
	}
	if pl.poster {
		chart, rest, air = chart+pl.h*0.03, rest-pl.h*0.03, pl.small*0.7
	}
	pl.numberCap = min(n.fit, most*pl.h, max(least, rest-air))
	rest -= pl.numberCap
	if grow := min(rest-air, chartMost*pl.h-chart); l.chart && grow > 0 {
		chart, rest = chart+grow, rest-grow
	}
	pl.above, pl.below = pl.above+rest*0.5, pl.below+rest*0.5
	// A comma hangs below the line.
	if sag := min(pl.numberCap*0.18-pl.below, pl.above-pl.small*0.75); sag > 0 {
		pl.above, pl.below = pl.above-sag, pl.below+sag
	}
	pl.settle(l, chart, n)
	return true
}

// numberOverWords is how many times as large as words a number must be to be
// read first.
const numberOverWords = 1.2

// squeeze places what a tile must always say where the room is very small: the
// name, the number, and the status.
func (pl *plan) squeeze(n need) {
	pl.nameLines = 1
	pl.pad = min(pl.pad, pl.small*0.4, pl.h*0.09)
	pl.above, pl.below = pl.small*0.34, pl.small*0.3
	if pl.band > 0 {
		pl.above, pl.below = pl.small*0.34, pl.small*0.1
	}
	inner := pl.w - 2*pl.pad
	last := pl.lastRow(n)
	rest := pl.h - 2*pl.pad - pl.nameHeight() - pl.above - pl.below - pl.rowsHeight(len(last))
	least := pl.small * draw.CapHeight
	beside := func(status float32) float32 {
		return min(rest+pl.below+pl.rowsHeight(1), n.fit*(1-status/inner))
	}
	below := min(max(rest*0.92, least*0.9), n.fit)
	shrunk := below < least*numberOverWords && below < beside(MarkSize(pl.small))*0.8
	if rest >= least && !shrunk || pl.band > 0 {
		pl.numberCap = below
		slack := rest - pl.numberCap
		pl.above, pl.below = pl.above+slack*0.55, pl.below+slack*0.45
		pl.settle(layout{rows: last}, 0, n)
		return
	}
	// The status stands beside the number; its word goes before the number shrinks.
	if beside(n.status) < least*numberOverWords {
		n.status = MarkSize(pl.small)
	}
	pl.numberCap = max(least, beside(n.status))
	pl.settle(layout{}, 0, n)
	pl.status = spot{x: pl.w - pl.pad - n.status, y: pl.numberAt, room: n.status}
	pl.numberRoom = inner - n.status
}

// settle fixes the baselines from top to bottom.
func (pl *plan) settle(l layout, chart float32, n need) {
	inner := pl.w - 2*pl.pad
	pl.numberRoom = inner
	pl.nameAt = pl.pad + pl.name*draw.CapHeight
	pl.numberAt = pl.pad + pl.nameHeight() + pl.above + pl.numberCap
	pl.status, pl.change, pl.target, pl.period = spot{}, spot{}, spot{}, spot{}
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
		pl.chart = draw.NewBox(pl.pad, at+pl.small*0.5, inner, chart-pl.small*0.5)
	}
	if pl.noteLines = l.notes; l.notes > 0 {
		pl.noteAt = pl.h - pl.pad - pl.small*(0.12+RowLead*float32(l.notes-1))
	}
}

// besideNumbers returns the place to the right of the page's numbers for a
// chart, if the tile has none below and the widest number leaves enough room.
func (pl *plan) besideNumbers(readings []*board.Reading, digits float32) draw.Box {
	var widest float32
	for _, r := range readings {
		if sentence(r) == "" {
			widest = max(widest, numberWidth(r.Parts, min(digits, FitNumber(r.Parts, pl.numberRoom, pl.floor)), pl.floor))
		}
	}
	x := pl.pad + widest + pl.small
	room := pl.w - pl.pad - x
	if pl.status.y == pl.numberAt || room < 0.2*pl.w || pl.numberCap < 1.5*pl.small*draw.CapHeight {
		return draw.Box{}
	}
	return draw.NewBox(x, pl.numberAt-pl.numberCap, room, pl.numberCap)
}
