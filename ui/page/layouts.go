package page

import "kpiwall/ui/draw"

// layout is one way to fill a tile below its number.
type layout struct {
	rows  [][]draw.Kind // of small text; a row's last is set to the right
	chart bool
	notes int     // lines
	share float32 // of the height that the digits must reach, if their width allows
}

// layouts returns the ways to fill a tile, the richest first. The shares of their
// numbers make a poorer layout with a large number stand before a rich one with a
// small number.
func (pl *plan) layouts(n need) []layout {
	if pl.band > 0 {
		return pl.footedLayouts(n)
	}
	var list []layout
	rows := [][]draw.Kind{{kindStatus}, {kindChange, kindPeriod}, {kindTarget}}
	switch {
	case pl.fits(n, kindStatus, kindChange) && pl.fits(n, kindTarget, kindPeriod):
		rows = [][]draw.Kind{{kindStatus, kindChange}, {kindTarget, kindPeriod}}
	case !pl.fits(n, kindChange, kindPeriod):
		// A value must not pass for one of the current period: where not both fit,
		// the period stands before the change.
		four := [][]draw.Kind{{kindStatus}, {kindChange}, {kindTarget}, {kindPeriod}}
		list = pl.withMore(list, n, layout{rows: four, chart: n.chart, share: 0.2})
		rows = [][]draw.Kind{{kindStatus}, {kindPeriod}, {kindTarget}}
	}
	one := [][]draw.Kind{{kindStatus, kindChange, kindTarget, kindPeriod}}
	inOne := pl.fits(n, one[0]...)
	if pl.poster && inOne {
		list = pl.withMore(list, n, layout{rows: one, chart: n.chart, share: 0.4})
	}
	list = pl.withMore(list, n, layout{rows: rows, chart: n.chart, share: 0.27})
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
	rows := [][]draw.Kind{{kindTarget, kindPeriod}}
	switch {
	case n.width[kindTarget] == 0 && n.width[kindPeriod] == 0:
		rows = nil
	case !pl.fits(n, kindTarget, kindPeriod):
		rows = [][]draw.Kind{{kindTarget}, {kindPeriod}}
	}
	if n.width[kindChange] > 0 && !pl.fits(n, kindStatus, kindChange) {
		more := append([][]draw.Kind{{kindChange}}, rows...)
		if n.width[kindPeriod] > 0 && pl.fits(n, kindChange, kindPeriod) {
			more = [][]draw.Kind{{kindChange, kindPeriod}, {kindTarget}}
		}
		list = pl.withMore(list, n, layout{rows: more, chart: n.chart, share: 0.27})
	}
	list = pl.withMore(list, n, layout{rows: rows, chart: n.chart, share: 0.3})
	list = append(list, layout{rows: rows, share: 0.3})
	if len(rows) > 1 {
		list = append(list, layout{rows: rows[1:], share: 0.25})
	}
	return append(list, layout{share: 0.2})
}

// fits reports whether pieces have room in one row.
func (pl *plan) fits(n need, row ...draw.Kind) bool {
	var sum float32
	for _, k := range row {
		sum += n.width[k]
	}
	return sum <= pl.inner()
}

// withMore appends l with the further pieces that the tiles have, each in a row of
// its own, and with as many lines of notes as there are; then with fewer lines, and
// then with fewer pieces.
func (pl *plan) withMore(list []layout, n need, l layout) []layout {
	all := l.rows
	for p := range pieces {
		if p.row == belowRows && n.width[p.kind] > 0 {
			all = append(all[:len(all):len(all)], []draw.Kind{p.kind})
		}
	}
	for rows := len(all); rows >= len(l.rows); rows-- {
		for notes := n.notes; notes >= 0; notes-- {
			list = append(list, layout{rows: all[:rows], chart: l.chart, notes: notes, share: l.share})
		}
	}
	return list
}

// lastRow is the one row that remains: the status, and beside it the period
// where both fit.
func (pl *plan) lastRow(n need) [][]draw.Kind {
	switch {
	case pl.band > 0:
		return nil
	case !pl.fits(n, kindStatus, kindPeriod):
		return [][]draw.Kind{{kindStatus}}
	}
	return [][]draw.Kind{{kindStatus, kindPeriod}}
}
