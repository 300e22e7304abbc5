package detail

import (
	"kpiwall/data/board"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// leastUpper and mostUpper are the shares of the height that number and chart
// get: more where the definition and the notes leave it.
const (
	leastUpper = 0.46
	mostUpper  = 0.6
)

// columns lays the detail out in two columns with common edges: the history to
// the right of the number, the definition below it.
func (p *composition) columns(b draw.Box, points []board.Point) {
	gap := p.gap()
	left, right := besides(b, 0.36, gap)
	lower := max(p.height(func(q *composition) { q.side(left, points) }), p.height(func(q *composition) { q.card(right) }))
	upper := max(upperShare(lower/(b.H-gap)), p.leastVerdict(left))
	verdict, side := belows(left, upper, gap)
	chart, card := belows(right, upper, gap)
	p.verdict(verdict)
	p.card(card)
	p.chart(chart, points, p.side(side, points))
}

// threeColumns is for very wide screens.
func (p *composition) threeColumns(b draw.Box, points []board.Point) {
	gap := p.gap()
	left, rest := besides(b, 0.33, gap)
	chart, card := besides(rest, 0.53, gap)
	verdict, side := belows(left, max(0.5, p.leastVerdict(left)), gap)
	p.verdict(verdict)
	p.card(card)
	p.chart(chart, points, p.side(side, points))
}

// stack lays the detail out on an upright screen: number, history, definition,
// notes. The lower parts take what the upper ones leave.
func (p *composition) stack(b draw.Box, points []board.Point) {
	gap := p.gap()
	verdict, rest := belows(b, max(0.22, p.leastVerdict(b)), gap)
	p.verdict(verdict)
	rest = from(rest, p.age(rest)+gap)
	lower := gap + p.height(func(q *composition) { q.card(rest) }) + p.height(func(q *composition) { q.notes(rest, points) })
	chart, rest := belows(rest, upperShare(lower/(rest.H-gap))*0.9, gap)
	card := rest
	card.H *= 0.66
	notes := from(rest, p.card(card)+gap)
	p.chart(chart, points, p.notes(notes, points))
}

// upperShare returns the share of the upper parts where the lower ones want
// theirs.
func upperShare(lower float32) float32 { return min(max(1-lower, leastUpper), mostUpper) }

// side draws how old the number is and, below that, the notes.
func (p *composition) side(b draw.Box, points []board.Point) []note {
	return p.notes(from(b, p.age(b)+p.near*0.7), points)
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
	return bottom - top + p.near*0.4
}

// verdict draws the number with all that judges it.
func (p *composition) verdict(b draw.Box) {
	p.Elements = append(p.Elements, page.Single(p.v, p.reading, b)...)
}

// leastVerdict returns the share of a column that the verdict needs: for all
// its rows where that leaves the others enough; for number and status in any
// case, also on a screen so far away that there is room for nothing else.
func (p *composition) leastVerdict(column draw.Box) float32 {
	floor := p.f.Floor
	h := column.H - p.gap()
	all := page.MinSingle(p.v, p.reading, column.W) / h
	return max(min(all, mostUpper), min(3.3*floor/h, 1))
}

// gap is the distance of two parts.
func (p *composition) gap() float32 { return p.f.Floor * 0.65 }

// besides cuts a box into two side by side, belows into two one below the
// other; the first gets the share.
func besides(b draw.Box, share, gap float32) (left, right draw.Box) {
	w := (b.W - gap) * share
	return draw.NewBox(b.X, b.Y, w, b.H), draw.NewBox(b.X+w+gap, b.Y, b.W-w-gap, b.H)
}

func belows(b draw.Box, share, gap float32) (upper, lower draw.Box) {
	h := (b.H - gap) * share
	return draw.NewBox(b.X, b.Y, b.W, h), draw.NewBox(b.X, b.Y+h+gap, b.W, b.H-h-gap)
}

// from returns the part of b below y.
func from(b draw.Box, y float32) draw.Box { return draw.NewBox(b.X, y, b.W, max(0, b.Bottom()-y)) }
