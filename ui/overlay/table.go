package overlay

import (
	"image/color"
	"strings"

	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Column says how the cells of a table's column are set. The others get their room
// before one that may be shortened does.
type Column struct {
	Kind  draw.Kind
	Title string // empty: no column has one
	Main  bool   // what the row is about
	With  bool   // beside that, where a row has two lines
	Right bool   // to the right, such as numbers
	Short bool   // it may be shortened
}

// TableRow is a row of a table, with a cell for each column.
type TableRow struct {
	Cells []string
	Faint bool // it counts no more

	Mark  draw.Art // before the row, in Color; nil: none
	Color color.NRGBA
}

// Table is rows of cells that stand below each other, or where a panel is too narrow for
// that, rows of two lines.
type Table struct {
	p       *Pane
	cols    []Column
	rows    []TableRow
	size    float32   // of all cells but the main ones
	widths  []float32 // of the columns
	indent  float32   // behind the marks
	stacked bool
}

// Measures of a table: the room between two columns and behind a mark, the width of a
// column that is shortened at least, and how far the cursor reaches beyond the row, in
// sizes of its text; the height of a row, in font sizes; that of one of two lines, in
// sizes of their texts; and what its second line, or a column, has of the width.
const (
	betweenCells = 0.9
	behindMark   = 0.45
	minShort     = 5
	cursorSide   = 0.4
	cursorCorner = 0.2
	cursorShade  = 0.16
	rowHeight    = 1.42
	titlesHeight = 2.1
	stackedLead  = 1.3
	betweenRows  = 0.62
	rowDescent   = 0.08
	maxCell      = 0.5
)

// NewTable returns the table of rows in the width of a panel.
func NewTable(p *Pane, rows []TableRow, cols ...Column) *Table {
	t := &Table{p: p, cols: cols, rows: rows, size: p.Size}
	for _, r := range rows {
		if r.Mark != nil {
			t.indent = page.MarkSize(p.Size) + behindMark*p.Size
		}
	}
	if t.measure(); !t.fits() {
		t.size = p.Near
		t.measure()
	}
	t.stacked = !t.fits()
	return t
}

func (t *Table) ink(c Column, strong bool) draw.Ink {
	switch {
	case c.Main && strong:
		return t.p.Main()
	case c.Main:
		k := t.p.Main()
		k.Face = draw.Medium
		return k
	}
	k := t.p.Quiet()
	k.Size = t.size
	return k
}

// rowHeight is that of one row.
func (t *Table) rowHeight() float32 {
	if t.stacked {
		return t.p.Size*(draw.CapHeight+betweenRows) + t.p.Near*stackedLead
	}
	return t.p.Size * rowHeight
}

// Height returns the height of n rows with their titles.
func (t *Table) Height(n int) float32 { return t.titleHeight() + float32(n)*t.rowHeight() }

func (t *Table) titleHeight() float32 {
	for _, c := range t.cols {
		if c.Title != "" && !t.stacked {
			return t.p.Near * titlesHeight
		}
	}
	return 0
}

// Fitting returns how many of n rows have room above the panel's foot, with what tells of
// more.
func (t *Table) Fitting(n int) int {
	room := t.p.Room() - t.titleHeight()
	if float32(n)*t.rowHeight() <= room {
		return n
	}
	return max(1, int((room-t.p.Near*rowHeight)/t.rowHeight()))
}

// Draw sets the titles and up to n rows around the one at the cursor, and says how many
// there are below them.
func (t *Table) Draw(cursor, n int) {
	p := t.p
	if t.titleHeight() > 0 && len(t.rows) > 0 {
		t.titles()
	}
	first := max(0, min(cursor-n/2, len(t.rows)-n))
	last := min(len(t.rows), first+n)
	for i := first; i < last; i++ {
		t.row(t.rows[i], i == cursor)
	}
	if more := len(t.rows) - last; more > 0 {
		k := p.Quiet()
		k.Size = p.Near
		p.Line("more", p.Speech.Say("entry.further", words.Args{"Count": more}), k)
	}
}

func (t *Table) titles() {
	k := t.p.Quiet()
	k.Size = t.p.Near
	t.cells(func(i int, x, w float32) { t.cell("title of a column", t.cols[i].Title, x, w, t.cols[i].Right, k) })
	t.p.Y += t.titleHeight()
}

// cells calls set with the place of each column.
func (t *Table) cells(set func(i int, x, w float32)) {
	x := t.p.In.X + t.indent
	for i, w := range t.widths {
		if w > 0 {
			set(i, x, w)
			x += w + t.p.Size*betweenCells
		}
	}
}

// cell sets one text in a width, on the line that the panel is at.
func (t *Table) cell(kind draw.Kind, text string, x, w float32, right bool, k draw.Ink) {
	at := t.p.Y + t.p.Size*draw.CapHeight
	text = k.Face.Shorten(text, k.Size, w+1)
	if right {
		t.p.TextRight(kind, text, x+w, at, k)
		return
	}
	t.p.Text(kind, text, x, at, k)
}

// row sets one row.
func (t *Table) row(r TableRow, chosen bool) {
	p := t.p
	on := p.Palette.Panel
	if chosen {
		on = themes.Mix(on, themes.Ink(on), cursorShade)
		above := (t.rowHeight() - p.Size*draw.CapHeight) / 2
		if t.stacked {
			above = p.Size * (betweenRows/2 - rowDescent)
		}
		p.Rect("cursor", draw.NewBox(p.In.X-p.Size*cursorSide, p.Y-above, p.In.W+2*p.Size*cursorSide, t.rowHeight()), on, p.Size*cursorCorner)
	}
	ink := func(c Column) draw.Ink {
		k := t.ink(c, chosen || !r.Faint && t.titleHeight() > 0)
		k.On, k.Color = on, themes.SecondaryText(on, p.Palette.MinContrast)
		if c.Main && !r.Faint {
			k.Color = themes.Ink(on)
		}
		return k
	}
	if side := page.MarkSize(p.Size); r.Mark != nil {
		p.Art("mark", draw.NewBox(p.In.X, p.Y+p.Size*draw.CapHeight/2-side/2, side, side), r.Mark, r.Color)
	}
	if t.stacked {
		t.stack(r, ink)
	} else {
		t.cells(func(i int, x, w float32) { t.cell(t.cols[i].Kind, r.Cells[i], x, w, t.cols[i].Right, ink(t.cols[i])) })
	}
	p.Y += t.rowHeight()
}

// stack sets what a row is about in a line and the rest in another.
func (t *Table) stack(r TableRow, ink func(Column) draw.Ink) {
	p := t.p
	x, w := p.In.X+t.indent, p.In.W-t.indent
	var rest []string
	for i, c := range t.cols {
		switch {
		case c.Main, c.With:
			t.cell(c.Kind, r.Cells[i], x, w, c.With, ink(c))
		case r.Cells[i] != "":
			rest = append(rest, r.Cells[i])
		}
	}
	k := ink(Column{})
	k.Size = p.Near
	text := k.Face.Shorten(strings.Join(rest, " · "), k.Size, w)
	p.Text("below", text, x, p.Y+p.Size*draw.CapHeight+p.Near*stackedLead, k)
}
