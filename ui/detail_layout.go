package ui

import "kpiwall/data/board"

// leastUpper and mostUpper are the shares of the height that number and chart
// get: more where the definition and the notes leave it.
const (
	leastUpper = 0.46
	mostUpper  = 0.6
)

// columns lays the detail out in two columns with common edges: the history to
// the right of the number, the definition below it.
func (p *detailPage) columns(b box, points []board.Point) {
	gap := p.gap()
	left, right := besides(b, 0.36, gap)
	lower := max(p.height(func(q *detailPage) { q.side(left, points) }), p.height(func(q *detailPage) { q.card(right) }))
	upper := max(upperShare(lower/(b.h-gap)), p.leastVerdict(left))
	verdict, side := belows(left, upper, gap)
	chart, card := belows(right, upper, gap)
	p.verdict(verdict)
	p.card(card)
	p.chart(chart, points, p.side(side, points))
}

// threeColumns is for very wide screens.
func (p *detailPage) threeColumns(b box, points []board.Point) {
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
func (p *detailPage) stack(b box, points []board.Point) {
	gap := p.gap()
	verdict, rest := belows(b, max(0.22, p.leastVerdict(b)), gap)
	p.verdict(verdict)
	rest = from(rest, p.age(rest)+gap)
	lower := gap + p.height(func(q *detailPage) { q.card(rest) }) + p.height(func(q *detailPage) { q.notes(rest, points) })
	chart, rest := belows(rest, upperShare(lower/(rest.h-gap))*0.9, gap)
	card := rest
	card.h *= 0.66
	notes := from(rest, p.card(card)+gap)
	p.chart(chart, points, p.notes(notes, points))
}

// upperShare returns the share of the upper parts where the lower ones want
// theirs.
func upperShare(lower float32) float32 { return min(max(1-lower, leastUpper), mostUpper) }

// side draws how old the number is and, below that, the notes.
func (p *detailPage) side(b box, points []board.Point) []note {
	return p.notes(from(b, p.age(b)+p.near*0.7), points)
}

// height returns how much room a part takes that is drawn into one without end.
func (p *detailPage) height(draw func(*detailPage)) float32 {
	q := *p
	q.elements = nil
	draw(&q)
	var top, bottom float32
	for i, e := range q.elements {
		if i == 0 {
			top = e.at.Y
		}
		top, bottom = min(top, e.at.Y), max(bottom, e.at.Y+e.size.Height)
	}
	return bottom - top + p.near*0.4
}

// verdict draws the number with all that judges it.
func (p *detailPage) verdict(b box) {
	p.elements = append(p.elements, composeSingle(p.v, p.reading, b)...)
}

// leastVerdict returns the share of a column that the verdict needs: for all
// its rows where that leaves the others enough; for number and status in any
// case, also on a screen so far away that there is room for nothing else.
func (p *detailPage) leastVerdict(column box) float32 {
	floor := p.f.floor
	h := column.h - p.gap()
	all := leastSingle(p.v, p.reading, column.w) / h
	return max(min(all, mostUpper), min(3.3*floor/h, 1))
}

// gap is the distance of two parts.
func (p *detailPage) gap() float32 { return p.f.floor * 0.65 }

// besides cuts a box into two side by side, belows into two one below the
// other; the first gets the share.
func besides(b box, share, gap float32) (left, right box) {
	w := (b.w - gap) * share
	return box{b.x, b.y, w, b.h}, box{b.x + w + gap, b.y, b.w - w - gap, b.h}
}

func belows(b box, share, gap float32) (upper, lower box) {
	h := (b.h - gap) * share
	return box{b.x, b.y, b.w, h}, box{b.x, b.y + h + gap, b.w, b.h - h - gap}
}

// from returns the part of b below y.
func from(b box, y float32) box { return box{b.x, y, b.w, max(0, b.bottom()-y)} }
