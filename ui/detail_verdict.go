package ui

// verdict draws the number with its status, change and target in the colours
// of its tile. It is the tile, set for one KPI: the name stands above it and
// the chart beside it.
func (p *detailPage) verdict(b box) {
	r, k := *p.reading, *p.reading.KPI
	k.Name = ""
	r.KPI = &k
	r.History = nil
	t := tile{reading: &r, box: b, now: p.v.board.Now, palette: p.v.palette}
	t.plan = p.planVerdict(b)
	t.digits = min(t.plan.numberCap/capHeight, fitNumber(r.Parts, t.plan.numberRoom, p.f.floor))
	p.elements = append(p.elements, t.compose()...)
}

// planVerdict places the rows of small text at the bottom, and the number in
// the middle of what is left. Rows go from the end where the number would
// become smaller than they are.
func (p *detailPage) planVerdict(b box) plan {
	floor := p.f.floor
	pl := plan{w: b.w, h: b.h, floor: floor, small: max(floor, min(0.1*b.h, 0.062*b.w))}
	pl.pad = min(max(0.5*floor, 0.07*min(b.w, b.h)), 0.15*b.h)
	pl.numberRoom = b.w - 2*pl.pad
	rows := p.verdictRows(&pl)
	rest := func() float32 { return b.h - 2*pl.pad - pl.rowsHeight(len(rows)) - pl.small*0.7 }
	for len(rows) > 1 && rest() < pl.small*1.3 {
		rows = rows[:len(rows)-1]
	}
	fits := fitNumber(p.reading.Parts, pl.numberRoom, floor) * capHeight
	if !p.reading.Has { // what stands for a number is not to shout
		fits = floor * 1.6
	}
	pl.numberCap = max(floor*capHeight, min(rest()*0.94, fits))
	pl.numberAt = pl.pad + (rest()+pl.numberCap)/2
	if sentence(p.reading) != "" { // of several lines, from the top
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

// verdictRows returns what the reading has to say besides its number, two
// pieces in a row where they fit.
func (p *detailPage) verdictRows(pl *plan) (rows [][]piece) {
	r, small := p.reading, pl.small
	status := markSize(small) + small*0.35 + semibold.width(statusWords(r, p.v.board.Now)[0], small, false)
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
