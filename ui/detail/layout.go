package detail

import (
	"kpiwall/data/board"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// minUpper and maxUpper are the shares of the height that number and chart get: as
// much as the definition and the notes leave. maxVerdicts is that of a number with all
// its rows at most.
const (
	minUpper    = 0.5
	maxUpper    = 0.74
	maxVerdicts = 0.6
)

// Shares of the width: of the column with the number, and of the first and the
// second of three, the latter in what is left.
const (
	numberColumn  = 0.36
	firstOfThree  = 0.28
	secondOfThree = 0.64
)

// Shares of the height: of the number at least, beside two other columns and on an
// upright screen; and there that of the chart at least in what the number leaves.
const (
	minWideVerdict    = 0.5
	minStackedVerdict = 0.22
	minStackedChart   = 0.5
)

// Distances: of two parts, and the height of number and status alone, in floor
// sizes; below the age and below any other part, in sizes of small text.
const (
	partGap     = 0.65
	bareVerdict = 3.3
	belowAge    = 0.7
	belowPart   = 0.4
)

// columns lays the detail out in two columns with common edges: the history to
// the right of the number, the definition below it.
func (p *composition) columns(b draw.Box, points []board.Point) {
	gap := p.gap()
	left, right := besides(b, numberColumn, gap)
	lower := max(p.height(func(q *composition) { q.side(left, points) }), p.height(func(q *composition) { q.card(right) }))
	upper := max(upperShare(lower/(b.H-gap)), p.minVerdict(left))
	verdict, side := belows(left, upper, gap)
	chart, card := belows(right, upper, gap)
	p.verdict(verdict)
	p.card(card)
	p.chart(chart, points, p.side(side, points))
}

// threeColumns is for very wide screens.
func (p *composition) threeColumns(b draw.Box, points []board.Point) {
	gap := p.gap()
	left, rest := besides(b, firstOfThree, gap)
	chart, card := besides(rest, secondOfThree, gap)
	verdict, side := belows(left, max(minWideVerdict, p.minVerdict(left)), gap)
	p.verdict(verdict)
	p.card(card)
	p.chart(chart, points, p.side(side, points))
}

// stack lays the detail out on an upright screen: number, history, definition,
// notes. The lower parts take what the upper ones leave.
func (p *composition) stack(b draw.Box, points []board.Point) {
	gap := p.gap()
	verdict, rest := belows(b, max(minStackedVerdict, p.minVerdict(b)), gap)
	p.verdict(verdict)
	rest = from(rest, p.age(rest)+gap)
	endless := rest
	endless.H = p.v.Size.Height
	lower := gap + p.height(func(q *composition) { q.card(endless) }) + p.height(func(q *composition) { q.notes(endless, points) })
	chart, rest := belows(rest, min(max(1-lower/max(rest.H-gap, 1), minStackedChart), maxUpper), gap)
	notes := from(rest, p.card(rest)+gap)
	p.chart(chart, points, p.notes(notes, points))
}

// upperShare returns the share of the upper parts where the lower ones want
// theirs.
func upperShare(lower float32) float32 { return min(max(1-lower, minUpper), maxUpper) }

// side draws how old the number is and, below that, the notes.
func (p *composition) side(b draw.Box, points []board.Point) []note {
	return p.notes(from(b, p.age(b)+p.near*belowAge), points)
}

// height returns how much room a part takes that is drawn into one without end.
func (p *composition) height(draw func(*composition)) float32 {
	q := *p
	q.Elements = nil
	draw(&q)
	var top, bottom float32
	for i, e := range q.Elements {
		if i == 0 {
			top = e.At.Y
		}
		top, bottom = min(top, e.At.Y), max(bottom, e.At.Y+e.Size.Height)
	}
	return bottom - top + p.near*belowPart
}

// verdict draws the number with all that judges it.
func (p *composition) verdict(b draw.Box) {
	p.Elements = append(p.Elements, page.Single(p.v, p.reading, b)...)
}

// minVerdict returns the share of a column that the verdict needs: for all
// its rows where that leaves the others enough; for number and status in any
// case, also on a screen so far away that there is room for nothing else.
func (p *composition) minVerdict(column draw.Box) float32 {
	floor := p.f.Floor
	h := column.H - p.gap()
	all := page.MinSingle(p.v, p.reading, column.W) / h
	return max(min(all, maxVerdicts), min(bareVerdict*floor/h, 1))
}

// gap is the distance of two parts.
func (p *composition) gap() float32 { return p.f.Floor * partGap }

// besides cuts a box into two side by side, belows into two one below the
// other; the first gets the share.
func besides(b draw.Box, share, gap float32) (left, right draw.Box) {
	w := (b.W - gap) * share
	return draw.NewBox(b.X, b.Y, w, b.H), draw.NewBox(b.X+w+gap, b.Y, b.W-w-gap, b.H)
}

func belows(b draw.Box, share, gap float32) (upper, lower draw.Box) {
	h := max(0, b.H-gap) * share
	return draw.NewBox(b.X, b.Y, b.W, h), draw.NewBox(b.X, b.Y+h+gap, b.W, max(0, b.H-h-gap))
}

// from returns the part of b below y.
func from(b draw.Box, y float32) draw.Box { return draw.NewBox(b.X, y, b.W, max(0, b.Bottom()-y)) }
