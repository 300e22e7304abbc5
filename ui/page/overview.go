package page

import (
	"image/color"
	"math"
	"slices"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// width returns that of a column.
func (l *listing) width() float32 {
	n := float32(len(l.columns))
	return (l.area.W - l.gap*besideColumn*(n-1)) / n
}

// heading returns the height of a title with the air below it.
func (l *listing) heading() float32 {
	if l.titled {
		return l.floor * headingHeight
	}
	return 0
}

// line returns the height of a line, which that of the fullest column decides.
func (l *listing) line() float32 {
	h := l.area.H * maxLine
	for _, groups := range l.columns {
		room, n := l.area.H+l.gap*lineGap, 0
		for i, g := range groups {
			room -= l.heading()
			if i > 0 {
				room -= l.gap * (groupGap - lineGap)
			}
			n += len(g.Tiles)
		}
		h = min(h, room/float32(n)-l.gap*lineGap)
	}
	return h
}

// numberSize returns the size of the digits of a number in lines of a width: that of all,
// unless they would leave no room for the name.
func (l *listing) numberSize(width float32, number kpi.Number) float32 {
	size := min(max(l.line()*numberOfLine, l.size), l.size*maxOverName)
	return min(size, fitNumber(number, width*maxNumberOfRow, l.floor))
}

// block is the width of what a mark stands on, and nameX where the names begin behind it.
func (l *listing) block() float32 { return l.size * (linePad + markOfLine + linePad) }

func (l *listing) nameX() float32 {
	if l.edge {
		return l.block() + l.size*linePad
	}
	return l.block()
}

// nameRoom returns the width for the name of s.
func (l *listing) nameRoom(width float32, s subject) float32 {
	number := numberWords(s)
	taken := numberWidth(number, l.numberSize(width, number), l.floor)
	return width - l.nameX() - taken - l.size*(besideNumber+linePad)
}

// place returns where the lines stand, in the order of the groups, and the titles.
func (l *listing) place() (lines []draw.Box, titles []heading) {
	w, h := l.width(), l.line()
	for i, groups := range l.columns {
		x, y := l.area.X+float32(i)*(w+l.gap*besideColumn), l.area.Y
		for n, g := range groups {
			if n > 0 {
				y += l.gap * (groupGap - lineGap)
			}
			if l.titled {
				titles = append(titles, heading{g.Title, draw.NewBox(x, y, w, l.heading())})
				y += l.heading()
			}
			for range g.Tiles {
				lines = append(lines, draw.NewBox(x, y, w, h))
				y += h + l.gap*lineGap
			}
		}
	}
	return lines, titles
}

// listing returns that of the overview p: where a banner takes room from it the lines
// become lower, and stay where people know them.
func (v View) listing(p *config.Page) listing {
	edge := v.Board.Config.Screen.Style == config.Edge
	l := v.plainFrame().list(p.Groups, edge, v.subject)
	if area := v.Frame().Tiles; area != l.area {
		size := l.size
		l.area = area
		l.fit(0, math.Inf(1))
		l.size = min(l.size, size)
	}
	return l
}

// overview draws the lines of the overview p, as [Tiles] does.
func (v View) overview(p *config.Page) [][]draw.Element {
	l := v.listing(p)
	boxes, titles := l.place()
	out := make([][]draw.Element, 0, len(p.Tiles)+1)
	for i, about := range l.subjects {
		t := tile{subject: about, box: boxes[i], palette: v.Palette}
		t.plan = plan{w: boxes[i].W, h: boxes[i].H, floor: l.floor, small: l.size, name: l.size, pad: l.size * linePad}
		out = append(out, t.composeLine(&l))
	}
	if l.titled {
		out = append(out, composeHeadings(v, titles))
	}
	return out
}

// composeLine draws the tile as a line: its mark, its name, and at the right its number.
func (t tile) composeLine(l *listing) []draw.Element {
	s := draw.Sheet{Of: t.KPI.ID}
	b := t.box
	side := min(l.size*markOfLine, b.H*markOfHeight)
	mark := draw.NewBox(b.X+(l.block()-side)/2, b.Y+(b.H-side)/2, side, side)
	t.fill = t.lineGround(&s, l)
	ink := t.strong(t.fill)
	if l.edge && t.Status.Verdict() {
		ink = t.strong(t.palette.Fill(t.Status))
	}
	s.Art("mark", mark, chart.MarkOf(t.Status), ink)

	name := partOf(kindName)
	k := name.ink(t, l.size, t.fill)
	lines := l.wrapped(t.KPI.Name, l.nameRoom(b.W, t.subject))
	high := k.Size * (draw.CapHeight + NameLead*float32(len(lines)-1))
	for i, text := range lines {
		s.Text(kindName, text, b.X+l.nameX(), b.Y+(b.H-high)/2+k.Size*(draw.CapHeight+NameLead*float32(i)), k)
	}

	number := numberWords(t.subject)
	digits := l.numberSize(b.W, number)
	x := b.Right() - l.size*linePad - numberWidth(number, digits, l.floor)
	setNumber(&s, kindNumber, number, x, b.Y+(b.H+digits*draw.CapHeight)/2, digits, l.floor, t.trusted(t.fill), t.fill)
	return s.Elements
}

// lineGround draws what a line stands on, and returns its colour: that of a tile, or where
// tiles have the verdict at an edge, at the left below the mark.
func (t tile) lineGround(s *draw.Sheet, l *listing) color.NRGBA {
	if !l.edge || !t.Status.Verdict() {
		return t.ground(s)
	}
	b, radius, verdict := t.box, t.plan.radius(), t.palette.Fill(t.Status)
	s.Rect(kindFill, b, t.palette.Panel, radius)
	s.Rect(kindBlock, draw.NewBox(b.X, b.Y, l.block(), b.H), verdict, radius)
	s.Rect(kindBlock, draw.NewBox(b.X+radius, b.Y, l.block()-radius, b.H), verdict, 0)
	return t.palette.Panel
}

// kindBlock is what the mark of a line stands on.
const kindBlock draw.Kind = "block"

// markOfHeight is how much of a line's height its mark takes at most.
const markOfHeight = 0.72

// Beside returns which KPI stands on the overview of v in the next column from that called
// id, or in the one before, nearest to its line. Columns follow each other in a ring.
func Beside(v View, id string, back bool) string {
	p := v.Shown()
	l := v.listing(p)
	boxes, _ := l.place()
	at := max(0, slices.Index(p.Tiles, id))
	column := func(i int) int {
		return int(math.Round(float64((boxes[i].X - l.area.X) / (l.width() + l.gap*besideColumn))))
	}
	step := 1
	if back {
		step = len(l.columns) - 1
	}
	next, best, nearest := (column(at)+step)%len(l.columns), at, math.Inf(1)
	for i := range boxes {
		if far := math.Abs(float64(boxes[i].Y - boxes[at].Y)); column(i) == next && far < nearest {
			best, nearest = i, far
		}
	}
	return p.Tiles[best]
}
