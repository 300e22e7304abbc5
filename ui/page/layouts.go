package page

import (
	"slices"

	"kpiwall/ui/draw"
)

// layout is one way to fill a tile below its name.
type layout struct {
	rows   [][]draw.Kind // of small text; a row's last is set to the right
	foot   bool          // below them there is room for a chart and a note
	footed bool          // the period stands at the end of the foot
	shared bool          // the change has no place but that of the period
	share  float32       // of the height that the digits must reach, if their width allows
}

// The share of a tile's height that its digits reach at least where their width
// allows, by how many tiles its page has: where there are few a chart stands below
// them, where there are many the number is all that is seen from afar.
const (
	shareOfFew, shareOfSome, shareOfMany = 0.28, 0.23, 0.36
	fewTiles, manyTiles                  = 6, 9
	shareOfPoster                        = 0.4
	beneathLongName                      = 0.8 // of these shares
	leastShare                           = 0.2
)

func (l look) share() float32 {
	switch {
	case l.tiles == 1:
		return shareOfPoster
	case l.tiles <= fewTiles:
		return shareOfFew
	case l.tiles < manyTiles:
		return shareOfSome
	}
	return shareOfMany
}

// layouts returns the ways to fill a tile, the richest first.
func (pl *plan) layouts(n need) (list []layout) {
	ways, share := pl.ways(n), pl.look.share()
	if n.chart || n.notes > 0 {
		list = pl.footed(list, n, ways, share)
		if pl.nameLines > 1 { // a long name takes room from the number rather than the chart
			list = pl.footed(list, n, ways, share*beneathLongName)
		}
	}
	for _, l := range ways {
		if !l.footed {
			l.share = share
			list = pl.withMore(list, n, l)
		}
	}
	return pl.barest(list, n)
}

// barest appends those that have neither a chart nor all rows.
func (pl *plan) barest(list []layout, n need) []layout {
	for _, l := range pl.lastWays(n) {
		l.share = pl.look.share()
		list = append(list, l)
		l.share = leastShare
		list = append(list, l)
	}
	return list
}

// footed appends those that have a chart at the foot.
func (pl *plan) footed(list []layout, n need, ways []layout, share float32) []layout {
	if pl.band == 0 {
		ways = append(slices.Clip(ways), pl.lastWays(n)[0])
	}
	for _, l := range ways {
		l.foot, l.share = true, share
		list = pl.withMore(list, n, l)
	}
	return list
}

// ways are the rows of small text that say all, the one that takes the least room
// first; in a tile that is higher than wide, the one that is the calmest.
func (pl *plan) ways(n need) (list []layout) {
	if pl.band > 0 {
		return pl.footedWays(n)
	}
	all := []draw.Kind{kindStatus, kindChange, kindPeriod}
	apart := layout{rows: [][]draw.Kind{{kindStatus}, {kindChange, kindPeriod}}}
	if !pl.fits(n, kindChange, kindPeriod) {
		apart.rows = [][]draw.Kind{{kindStatus}, {kindPeriod}, {kindChange}}
	}
	switch {
	case pl.fits(n, all...):
		return []layout{{rows: [][]draw.Kind{all}}, apart}
	case !pl.fits(n, kindStatus, kindChange):
		return []layout{apart}
	case pl.h > pl.w:
		list = []layout{apart}
	}
	pair := [][]draw.Kind{{kindStatus, kindChange}}
	if n.width[kindPeriod] == 0 {
		return append(list, layout{rows: pair})
	}
	return append(list, layout{rows: pair, footed: true}, layout{rows: append(pair, []draw.Kind{kindPeriod})}, apart)
}

// footedWays are those of a tile whose status stands in the bar at its foot, with the
// change beside it unless that is too wide.
func (pl *plan) footedWays(n need) []layout {
	switch {
	case n.width[kindChange] == 0 || pl.fits(n, kindStatus, kindChange):
		if n.width[kindPeriod] == 0 {
			return []layout{{}}
		}
		return []layout{{footed: true}, {rows: [][]draw.Kind{{kindPeriod}}}}
	case pl.fits(n, kindChange, kindPeriod):
		return []layout{{rows: [][]draw.Kind{{kindChange, kindPeriod}}}, {footed: true}}
	}
	return []layout{{rows: [][]draw.Kind{{kindPeriod}, {kindChange}}}, {footed: true}, {rows: [][]draw.Kind{{kindPeriod}}}}
}

// fits reports whether pieces have room in one row of every tile.
func (pl *plan) fits(n need, row ...draw.Kind) bool {
	return !slices.ContainsFunc(n.tiles, func(c claim) bool { return pl.rowWidth(c.widths, row...) > c.room })
}

// rowWidth returns the width of pieces beside each other.
func (pl *plan) rowWidth(w widths, row ...draw.Kind) (sum float32) {
	for _, k := range row {
		if w[k] == 0 {
			continue
		}
		if sum > 0 {
			sum += pl.small * pieceGap
		}
		sum += w[k]
	}
	return sum
}

// withMore appends l with the further pieces that the tiles have, each in a row of
// its own, and then with fewer of them. How far a key result has come goes last: rather
// than that, it takes the place of the change.
func (pl *plan) withMore(list []layout, n need, l layout) []layout {
	all := l.rows
	for p := range pieces {
		if p.row == belowRows && n.width[p.kind] > 0 {
			all = append(all[:len(all):len(all)], []draw.Kind{p.kind})
		}
	}
	for rows := len(all); rows >= len(l.rows); rows-- {
		with := l
		with.rows = all[:rows]
		if rows == len(l.rows) && n.width[kindGoal] > 0 {
			if last := pl.lastWays(n)[0]; len(last.rows) == len(l.rows) {
				last.foot, last.share = l.foot, l.share
				list = append(list, last)
			}
		}
		list = append(list, with)
	}
	return list
}

// lastWays are those that remain where not all has room: the status, and beside it or
// below it the period or else the change, which share a place, and how far a key result
// has come.
func (pl *plan) lastWays(n need) (list []layout) {
	if pl.band > 0 {
		return []layout{{}}
	}
	second := []draw.Kind{kindPeriod}
	if n.width[kindGoal] > 0 && pl.fits(n, kindPeriod, kindGoal) {
		second = append(second, kindGoal)
	}
	if len(second) > 1 || !pl.fits(n, kindStatus, kindPeriod) {
		list = []layout{{rows: [][]draw.Kind{{kindStatus}, second}, shared: true}}
	}
	return append(list, layout{rows: [][]draw.Kind{{kindStatus, kindPeriod}}, shared: true})
}
